/** A point of the page, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The little of a browser's document that is used below; the tests are compiled for Node, which has none. */
interface TextNode {
  readonly length: number;
}
interface TextRange {
  setStart(node: TextNode, offset: number): void;
  setEnd(node: TextNode, offset: number): void;
  getBoundingClientRect(): Point & { readonly width: number; readonly height: number };
}
declare const document: {
  createRange(): TextRange;
  createTreeWalker(root: unknown, nodes: number): { nextNode(): TextNode | null };
};

/** The middle of the first occurrence of `text` in an element. Runs in the page, so it can use nothing from outside. */
export function middleOfText(element: { readonly textContent: string | null }, text: string): Point {
  // The editor draws spaces as no-break spaces, and a text may run over several of its spans.
  const start = (element.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(text);
  const end = start + text.length;
  const range = document.createRange();
  const textNodesOnly = 4;
  const nodes = document.createTreeWalker(element, textNodesOnly);
  let offset = 0;
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    const next = offset + node.length;
    if (offset <= start && start < next) range.setStart(node, start - offset);
    if (offset < end && end <= next) range.setEnd(node, end - offset);
    offset = next;
  }
  const box = range.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
