import { findAttribute, isSpace } from '../xmlText';

/** An element of a CLIXML object. */
export interface ClixmlNode {
  /** `I32` of `<I32 N="Id">`. */
  readonly tag: string;
  /** `Id` of `<I32 N="Id">`; undefined for elements without a name. */
  readonly name: string | undefined;
  /** Where its tag starts. */
  readonly start: number;
  /** Where its content starts and ends in the text. */
  readonly from: number;
  to: number;
  readonly children: ClixmlNode[];
  /** Number of an object, or of the object that stands in another place. */
  readonly refId?: string | undefined;
  /** What the object says to which this refers, where that stands in another event. */
  readonly outside?: string;
}

/** What objects say that stand in other events, by their numbers. */
export interface OutsideObjects {
  textOf(refId: string): string | undefined;
}

/** Nested deeper than any event; what is deeper is not looked at. */
const DEEPEST = 32;

const SLASH = 47;

/**
 * The element that starts at `from`, as far as it goes before `to`. What is damaged is read as far as it can be: an element
 * without its end tag ends with the one that holds it. Time is linear in the text.
 */
export function readClixml(text: string, from: number, to: number): ClixmlNode {
  const root = nodeAt(text, from, to);
  const open = [root];
  for (let at = text.indexOf('<', root.from); at >= 0 && at < to; at = text.indexOf('<', at + 1)) {
    if (text.charCodeAt(at + 1) === SLASH) closeTo(open, tagAt(text, at + 2, to), at);
    else addNode(open, text, at, to);
    if (open.length === 0) return root;
  }
  for (const node of open) node.to = to;
  return root;
}

/** Puts the objects of the tree where it refers to them, and what others say where it refers to those. */
export function resolveReferences(root: ClixmlNode, others: OutsideObjects): void {
  const objects = new Map<string, ClixmlNode>();
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.tag === 'Obj' && node.refId !== undefined) objects.set(node.refId, node);
    open.push(...node.children);
  }
  putObjects(root, { inside: objects, others });
}

/** Where what is referred to may stand. */
interface Objects {
  readonly inside: ReadonlyMap<string, ClixmlNode>;
  readonly others: OutsideObjects;
}

/** The tree is not deeper than {@link DEEPEST}; what is put into it is not looked into. */
function putObjects({ children }: ClixmlNode, objects: Objects): void {
  for (const [index, child] of children.entries()) {
    if (child.tag === 'Ref') children[index] = referredTo(child, objects);
    else putObjects(child, objects);
  }
}

/** The object, or the reference with what is known of it. */
function referredTo(reference: ClixmlNode, { inside, others }: Objects): ClixmlNode {
  const { refId = '', name } = reference;
  const object = inside.get(refId);
  if (object) return { ...object, name };
  const outside = others.textOf(refId);
  return outside === undefined ? reference : { ...reference, outside };
}

/** The first child with that tag, or with that name. */
export function childNamed(node: ClixmlNode | undefined, name: string): ClixmlNode | undefined {
  return node?.children.find((child) => child.tag === name || child.name === name);
}

function addNode(open: ClixmlNode[], text: string, at: number, to: number): void {
  const node = nodeAt(text, at, to);
  if (open.length < DEEPEST) open.at(-1)?.children.push(node);
  if (text.charCodeAt(node.from - 2) === SLASH) node.to = node.from;
  else open.push(node);
}

function closeTo(open: ClixmlNode[], tag: string, at: number): void {
  let index = open.length - 1;
  while (index >= 0 && open[index]?.tag !== tag) index--;
  if (index < 0) return;
  for (const node of open.splice(index)) node.to = at;
}

function nodeAt(text: string, at: number, to: number): ClixmlNode {
  const tag = tagAt(text, at + 1, to);
  const behind = at + 1 + tag.length;
  const end = endOfTag(text, behind, to);
  const attribute = (wanted: string): string | undefined => {
    const found = findAttribute(text, wanted, { from: behind, to: end });
    return found && text.slice(found.from, found.to);
  };
  const node = { tag, name: attribute('N'), start: at, from: end, to: end, children: [] };
  return tag === 'Obj' || tag === 'Ref' ? { ...node, refId: attribute('RefId') } : node;
}

/** Behind the `>` of a tag; a tag that another one follows before it is cut off there. */
function endOfTag(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const unit = text.charAt(at);
    if (unit === '>') return at + 1;
    if (unit === '<') return at;
  }
  return to;
}

function tagAt(text: string, from: number, to: number): string {
  let end = from;
  while (end < to && !isSpace(text.charCodeAt(end)) && !'/><'.includes(text.charAt(end))) end++;
  return text.slice(from, end);
}
