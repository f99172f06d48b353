import { HEAD_LENGTH, detectFormat } from '../formats/index';

/** Bytes of the start of a file from which it can be told how it may be divided. */
export const BOUNDARY_HEAD = HEAD_LENGTH;

/**
 * Where in `bytes`, which were cut out of the middle of a file of event XML, an event starts right after another one, so that
 * the file can be read in two parts; `head` is the start of the file. Undefined when the file is none or no such place is
 * there. What looks like a start may stand in a comment: {@link PartScan} finds that out.
 */
export function findEventBoundary(head: Uint8Array, bytes: Uint8Array): number | undefined {
  // Every byte is one unit of Latin-1, so that offsets in the text are offsets in the bytes; names of elements are ASCII.
  const start = latin1(head.subarray(0, BOUNDARY_HEAD));
  if (detectFormat(start.replace(/^\u00EF\u00BB\u00BF/, ''))?.id !== 'event-xml') return undefined;
  const prefix = /<((?:[A-Za-z_][\w.-]{0,30}:)?)Event[\s>]/.exec(start)?.[1];
  if (prefix === undefined) return undefined;
  const text = latin1(bytes);
  const end = `</${prefix}Event>`;
  for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) {
    const next = firstNotSpace(text, at + end.length);
    if (startsEvent(text, next, `<${prefix}Event`)) return next;
  }
  return undefined;
}

function startsEvent(text: string, at: number, tag: string): boolean {
  return text.startsWith(tag, at) && /[\s>]/.test(text.charAt(at + tag.length));
}

function firstNotSpace(text: string, from: number): number {
  let at = from;
  while (' \t\r\n'.includes(text.charAt(at)) && at < text.length) at++;
  return at;
}

/** `TextDecoder('latin1')` is Windows-1252, which would do as well: it also has one unit for each byte. */
function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
