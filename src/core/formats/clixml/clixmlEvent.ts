import type { EventDataItem } from '../../records/eventRecord';
import type { EscapedText } from '../../text/escapes';
import { type Located, type Span, type TextWindow, spanIn } from '../../text/span';
import { binaryHex } from '../binaryHex';
import { PropertyGathering } from '../eventProperties';
import type { EventBody } from '../eventValues';
import type { FieldEvent } from '../fieldEvents';
import { type ClixmlNode, childNamed, readClixml, resolveReferences } from './clixmlNode';
import type { ClixmlObject } from './clixmlObjects';
import { clixmlShifts, decodeClixml } from './clixmlText';
import type { KnownObjects } from './knownObjects';

export interface ClixmlEvent extends FieldEvent {
  /** Properties whose value stands in another event and is not known. */
  readonly unresolved: readonly Span[];
}

/**
 * The event in the object that starts at `from` and ends before `to`; undefined when it is another object. What it says is known from
 * then on.
 */
export function clixmlEvent(
  window: TextWindow,
  { from, to }: Pick<ClixmlObject, 'from' | 'to'>,
  known: KnownObjects,
): ClixmlEvent | undefined {
  const object = readClixml(window.text, from, to);
  known.add(window.text, object);
  const hasReferences = window.text.slice(from, to).includes('<Ref ');
  if (hasReferences) resolveReferences(object, known);
  const elements = ['Props', 'MS'].flatMap((tag) => childNamed(object, tag)?.children ?? []);
  const properties = new PropertyGathering<ClixmlNode>();
  for (const node of elements) if (node.name !== undefined) properties.add(node.name, node, hasText(node));
  const fields = properties.fields((node) => located(window, node));
  const unresolved = hasReferences ? unresolvedIn(window, elements) : [];
  return (
    fields && { span: spanIn(window, from, to), fields, unresolved, body: () => bodyOf(window, elements, properties) }
  );
}

function unresolvedIn(window: TextWindow, elements: readonly ClixmlNode[]): readonly Span[] {
  const values = [...elements, ...insertionItems(elements)];
  return values
    .filter((node) => node.tag === 'Ref' && node.outside === undefined)
    .map(({ start, to }) => spanIn(window, start, to));
}

/** Of Get-WinEvent the binary data is the last of the properties. */
function bodyOf(
  window: TextWindow,
  elements: readonly ClixmlNode[],
  properties: PropertyGathering<ClixmlNode>,
): EventBody {
  const values = insertionValues(elements);
  const last = values.at(-1);
  const isBinary = last?.tag === 'BA';
  const message = properties.bodyPart('message');
  const binary = properties.bodyPart('binary') ?? (isBinary ? last : undefined);
  return {
    message: message && locatedText(window, message),
    binary: binary && located(window, binary),
    eventData: (isBinary ? values.slice(0, -1) : values).map((node) => itemOf(window, node)),
  };
}

function insertionItems(properties: readonly ClixmlNode[]): readonly ClixmlNode[] {
  const list = properties.find(({ name }) => name === 'Properties' || name === 'ReplacementStrings');
  return (childNamed(list, 'LST') ?? childNamed(list, 'IE'))?.children ?? [];
}

/** The elements that hold the insertion strings, of Get-WinEvent or Get-EventLog; none when they were not exported. */
function insertionValues(properties: readonly ClixmlNode[]): readonly ClixmlNode[] {
  const values = insertionItems(properties).map((item) =>
    item.tag === 'Obj' ? childNamed(childNamed(item, 'Props'), 'Value') : item,
  );
  return values.filter((value) => value !== undefined);
}

function itemOf(window: TextWindow, node: ClixmlNode): EventDataItem {
  return located(window, node) ?? { value: '', span: spanIn(window, node.from, node.to) };
}

/**
 * The text of a value; of an object what it says as a text. Undefined for nothing, and for a reference to an object that is not known;
 * the place of what stands in another event is the reference.
 */
function located(window: TextWindow, node: ClixmlNode): Located<string> | undefined {
  if (node.outside !== undefined) return { value: node.outside, span: spanIn(window, node.start, node.to) };
  const text = textElement(node);
  if (!hasText(node) || !text) return undefined;
  const raw = window.text.slice(text.from, text.to);
  const value = node.tag === 'BA' ? (binaryHex(raw) ?? raw) : decodeClixml(raw);
  return { value, span: spanIn(window, text.from, text.to) };
}

/** The same for a text in which places are looked for. */
function locatedText(window: TextWindow, node: ClixmlNode): EscapedText | undefined {
  const text = located(window, node);
  if (node.outside !== undefined) return text;
  return (
    text && {
      ...text,
      shifts: clixmlShifts(window.text.slice(text.span.start - window.base, text.span.end - window.base)),
    }
  );
}

function hasText(node: ClixmlNode): boolean {
  if (node.outside !== undefined) return true;
  const text = textElement(node);
  return text !== undefined && text.from < text.to && node.tag !== 'Nil' && node.tag !== 'Ref';
}

function textElement(node: ClixmlNode): ClixmlNode | undefined {
  return node.tag === 'Obj' ? childNamed(node, 'ToString') : node;
}
