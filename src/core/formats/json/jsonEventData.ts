import type { EventDataItem } from '../../records/eventRecord';
import { type JsonSource, spanOf } from './jsonSource';
import { attributeNode, isAttribute, textNode } from './xmlInJson';

/** The insertion strings in `EventData`, in the order of their numbers where they are called `param1`, `param2`; else as written. */
export function dataItems(source: JsonSource, eventData: number): readonly EventDataItem[] {
  const { tree } = source;
  if (tree.kindOf(eventData) !== 'object') return unnamedItems(source, eventData);
  const items: EventDataItem[] = [];
  tree.eachMember(eventData, (key, value) => {
    if (isAttribute(key) || key === 'Binary') return;
    if (/^Data(?:_\d+)?$/.test(key)) items.push(...unnamedItems(source, value));
    else items.push(...namedItems(source, key, value));
  });
  return inOrderOfNumbers(items);
}

/** The elements of `UserData` that hold no element. */
export function leafItems(source: JsonSource, node: number | undefined): readonly EventDataItem[] {
  if (node === undefined) return [];
  const items: EventDataItem[] = [];
  source.tree.eachMember(node, (key, value) => {
    if (!isAttribute(key)) items.push(...namedItems(source, key, value));
  });
  return items;
}

/** What stands under `Data`: a text, several, or elements with their names. */
function unnamedItems(source: JsonSource, node: number): readonly EventDataItem[] {
  const { tree } = source;
  if (tree.kindOf(node) === 'array') return tree.itemsOf(node).flatMap((item) => unnamedItems(source, item));
  // An array under `Value` is the bytes of a property.
  const text = textNode(tree, node);
  if (text !== undefined && tree.kindOf(text) === 'array') {
    return tree.member(node, '#text') === text ? unnamedItems(source, text) : [];
  }
  const name = attributeNode(tree, node, 'Name');
  return [{ ...(name !== undefined && { name: tree.textOf(name) }), ...itemAt(source, text ?? node) }];
}

/** A value under a name of its own; of an object the leaves below it, of an array one item for each. */
function namedItems(source: JsonSource, name: string, node: number): readonly EventDataItem[] {
  const { tree } = source;
  if (tree.kindOf(node) === 'array') return tree.itemsOf(node).flatMap((item) => namedItems(source, name, item));
  const text = tree.kindOf(node) === 'object' ? tree.member(node, '#text') : node;
  const leaves = text === undefined ? leafItems(source, node) : [];
  return leaves.length > 0 ? leaves : [{ name, ...itemAt(source, text ?? node) }];
}

function itemAt(source: JsonSource, node: number): EventDataItem {
  return { value: source.tree.textOf(node), span: spanOf(source, node) };
}

const NUMBERED = /^param(\d{1,3})$/i;

/** Programs that sort keys put `param10` before `param2`. */
export function inOrderOfNumbers(items: readonly EventDataItem[]): readonly EventDataItem[] {
  const numbered = items.map((item) => ({ item, number: Number(NUMBERED.exec(item.name ?? '')?.[1] ?? NaN) }));
  if (numbered.some(({ number }) => Number.isNaN(number))) return items;
  return numbered.sort((one, other) => one.number - other.number).map(({ item }) => item);
}
