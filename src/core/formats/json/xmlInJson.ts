import type { JsonTree } from './jsonTree';

/** Whether a key of an object that was an XML element stands for its attributes: `#attributes`, `@Name`, `Provider_attributes`. */
export function isAttribute(key: string): boolean {
  return key === '#attributes' || key === 'xmlns' || key.startsWith('@') || key.endsWith('_attributes');
}

/** Where the text of an element stands: it is the value itself, or a member beside the attributes. */
export function textNode(tree: JsonTree, element: number | undefined): number | undefined {
  if (element === undefined || tree.kindOf(element) !== 'object') return element;
  return tree.member(element, '#text') ?? tree.member(element, 'Value') ?? tree.member(element, 'value');
}

/** An attribute of an element, whichever way it is written; undefined when the element is none or has none. */
export function attributeNode(tree: JsonTree, element: number | undefined, name: string): number | undefined {
  if (element === undefined) return undefined;
  const attributes = tree.member(element, '#attributes') ?? element;
  return tree.member(attributes, name) ?? tree.member(attributes, `@${name}`);
}
