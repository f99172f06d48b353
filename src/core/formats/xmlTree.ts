import { decodeEntities } from './xmlText';

/** An element of the tree that fast-xml-parser makes, in a shape that the type checker can follow. */
export interface XmlElement {
  readonly name: string;
  /** As written: entities not undone. */
  readonly attributes: Readonly<Record<string, string>>;
  /** All text directly inside, CDATA included, entities undone. */
  readonly text: string;
  /** Offset of `<` in the parsed text. */
  readonly start: number;
  /** Offset after `>` of the end tag; the end of the text when the element is not closed. */
  readonly end: number;
  readonly children: readonly XmlElement[];
}

/**
 * The elements in the output of fast-xml-parser with `preserveOrder`: a list of objects with one key, which is the tag name
 * or `#text`, besides `:@` for attributes and, under the given symbol, where the element stands.
 */
export function elementsOf(parsed: unknown, metaData: symbol): readonly XmlElement[] {
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((node: unknown) => {
    if (!isRecord(node)) return [];
    const name = Object.keys(node).find((key) => key !== ':@');
    if (name === undefined || name.startsWith('#')) return [];
    return [toElement(name, node, metaData)];
  });
}

function toElement(name: string, node: Record<string | symbol, unknown>, metaData: symbol): XmlElement {
  const inside = node[name];
  const place = node[metaData];
  const { startIndex, endIndex } = isRecord(place) ? place : {};
  return {
    name,
    attributes: attributesOf(node[':@']),
    text: textIn(inside),
    start: typeof startIndex === 'number' ? startIndex : 0,
    end: typeof endIndex === 'number' ? endIndex : Number.MAX_SAFE_INTEGER,
    children: elementsOf(inside, metaData),
  };
}

function attributesOf(attributes: unknown): Record<string, string> {
  if (!isRecord(attributes)) return {};
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]));
}

function textIn(inside: unknown): string {
  if (!Array.isArray(inside)) return '';
  return inside
    .map((node: unknown) => {
      if (!isRecord(node)) return '';
      if (typeof node['#text'] === 'string') return decodeEntities(node['#text']);
      return '#cdata' in node ? cdataText(node['#cdata']) : '';
    })
    .join('');
}

function cdataText(cdata: unknown): string {
  if (!Array.isArray(cdata)) return '';
  return cdata
    .map((node: unknown) => (isRecord(node) && typeof node['#text'] === 'string' ? node['#text'] : ''))
    .join('');
}

function isRecord(value: unknown): value is Record<string | symbol, unknown> {
  return typeof value === 'object' && value !== null;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined): readonly XmlElement[] {
  return element?.children ?? [];
}

/** The elements below that hold no element. */
export function leavesOf(element: XmlElement | undefined): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => (child.children.length === 0 ? [child] : leavesOf(child)));
}
