import { type Slice, isSpace } from './xmlText';

/** The first place where a text is not well-formed, and a sentence about it. */
export interface XmlFault extends Slice {
  readonly detail: string;
}

/**
 * Checks that the tags of one element and all below it are closed in order, which is what damaged exports get wrong; the
 * parser itself is lenient and would not say. Attributes and entities are not checked.
 */
export function findXmlFault(xml: string): XmlFault | undefined {
  const open: string[] = [];
  let at = xml.indexOf('<');
  while (at >= 0) {
    const end = tagEnd(xml, at);
    if (end < 0) return { from: at, to: Math.min(at + 1, xml.length), detail: 'a tag is not closed by >' };
    const fault = checkTag(xml, { from: at, to: end }, open);
    if (fault) return fault;
    at = xml.indexOf('<', end);
  }
  const last = open.at(-1);
  if (last === undefined) return undefined;
  return { from: xml.length, to: xml.length, detail: `the element ${last} is not closed` };
}

function checkTag(xml: string, tag: Slice, open: string[]): XmlFault | undefined {
  const second = xml.charAt(tag.from + 1);
  if (second === '!' || second === '?') return undefined;
  if (second !== '/') {
    if (xml.charAt(tag.to - 2) !== '/') open.push(nameAt(xml, tag.from + 1));
    return undefined;
  }
  const name = nameAt(xml, tag.from + 2);
  const expected = open.pop();
  if (name === expected) return undefined;
  const detail = expected === undefined ? `</${name}> ends nothing` : `</${name}> stands where </${expected}> should`;
  return { ...tag, detail };
}

/** Offset after the tag, comment or section that starts at `at`; -1 when it has no end. A `>` in quotes ends no tag. */
function tagEnd(xml: string, at: number): number {
  if (xml.startsWith('<!--', at)) return after(xml, '-->', at);
  if (xml.startsWith('<![CDATA[', at)) return after(xml, ']]>', at);
  let end = xml.indexOf('>', at);
  if (end < 0) return -1;
  const quote = firstQuote(xml, at, end);
  if (quote < 0) return end + 1;
  for (let from = quote; from >= 0 && from < end; from = firstQuote(xml, from, end)) {
    const close = xml.indexOf(xml.charAt(from), from + 1);
    if (close < 0) return -1;
    if (close > end) end = xml.indexOf('>', close);
    if (end < 0) return -1;
    from = close + 1;
  }
  return end + 1;
}

function firstQuote(xml: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const character = xml.charAt(at);
    if (character === '"' || character === "'") return at;
  }
  return -1;
}

function nameAt(xml: string, from: number): string {
  let to = from;
  while (to < xml.length && !isSpace(xml.charCodeAt(to)) && !'/>'.includes(xml.charAt(to))) to++;
  return xml.slice(from, to);
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}
