/** Deeper elements are not indented further, so that a million nested tags do not become a gigabyte of blanks. */
const DEEPEST_INDENT = 12;

const CR = 13;
const LF = 10;
const QUOTE = 34;
const APOSTROPHE = 39;
const TAG_END = 62;

/**
 * The XML of one event over lines that a person can read and an editor can fold: a tag that directly follows another one
 * starts a line. Nothing is taken away and nothing but line ends and blanks is put in, and that only between tags; the
 * line ends of the source become LF. A text that stands over lines already keeps them.
 */
export function layOutEventXml(xml: string): string {
  const parts: string[] = [];
  let depth = 0;
  let at = 0;
  let last: Tag | undefined;
  for (let tag = nextTag(xml, 0); tag; tag = nextTag(xml, tag.to)) {
    if (tag.kind === 'close') depth = Math.max(0, depth - 1);
    if (last?.to === tag.from && startsLine(last, tag)) parts.push(`\n${'  '.repeat(Math.min(depth, DEEPEST_INDENT))}`);
    parts.push(xml.slice(at, tag.to));
    if (tag.kind === 'open') depth++;
    at = tag.to;
    last = tag;
  }
  parts.push(xml.slice(at));
  return withLineFeeds(parts.join(''));
}

/** The text with every CR LF and lone CR as LF: what an editor makes of it. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Where the unit at `offset` of a text stands once it was laid out; the end of the text for an offset behind it. */
export function offsetInLayout(text: string, laidOut: string, offset: number): number {
  return walk(text, laidOut, (inText) => inText >= offset).inLayout;
}

/** Where the unit at `offset` of what was laid out stands in the text; what was put in counts as what follows it. */
export function offsetBeforeLayout(text: string, laidOut: string, offset: number): number {
  return walk(text, laidOut, (_, inLayout) => inLayout >= offset).inText;
}

interface Walk {
  readonly inText: number;
  readonly inLayout: number;
}

/** Goes along a text and its layout side by side until a unit of the text is reached that `isThere`. */
function walk(text: string, laidOut: string, isThere: (inText: number, inLayout: number) => boolean): Walk {
  let inLayout = 0;
  for (let inText = 0; inText < text.length; inText++) {
    const unit = text.charCodeAt(inText);
    if (unit === CR && text.charCodeAt(inText + 1) === LF) continue;
    const shown = unit === CR ? LF : unit;
    // What was put in stands before a tag and starts with LF: no tag does.
    while (inLayout < laidOut.length && laidOut.charCodeAt(inLayout) !== shown) inLayout++;
    if (isThere(inText, inLayout)) return { inText, inLayout };
    inLayout++;
  }
  return { inText: text.length, inLayout: laidOut.length };
}

interface Tag {
  readonly kind: 'open' | 'close' | 'empty' | 'section';
  readonly from: number;
  readonly to: number;
}

/** `<Data></Data>` stays together, and a CDATA section stays with the text around it. */
function startsLine(last: Tag, tag: Tag): boolean {
  if (last.kind === 'section' || tag.kind === 'section') return false;
  return !(last.kind === 'open' && tag.kind === 'close');
}

function nextTag(xml: string, offset: number): Tag | undefined {
  const from = xml.indexOf('<', offset);
  if (from < 0) return undefined;
  if (xml.startsWith('<![CDATA[', from)) return { kind: 'section', from, to: after(xml, ']]>', from) };
  if (xml.startsWith('<!--', from)) return { kind: 'section', from, to: after(xml, '-->', from) };
  const to = tagEnd(xml, from);
  if (xml.charAt(from + 1) === '/') return { kind: 'close', from, to };
  const isEmpty = xml.charAt(to - 2) === '/' || xml.charAt(from + 1) === '?';
  return { kind: isEmpty ? 'empty' : 'open', from, to };
}

/** After the `>` that ends a tag: one inside the quotes of an attribute does not. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from + 1; at < xml.length; at++) {
    const unit = xml.charCodeAt(at);
    if (quote !== 0) quote = unit === quote ? 0 : quote;
    else if (unit === QUOTE || unit === APOSTROPHE) quote = unit;
    else if (unit === TAG_END) return at + 1;
  }
  return xml.length;
}

function after(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from);
  return at < 0 ? xml.length : at + end.length;
}
