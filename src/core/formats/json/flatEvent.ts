import type { EventDataItem } from '../../records/eventRecord';
import { PropertyGathering } from '../eventProperties';
import type { EventBody } from '../eventValues';
import { dataItems, inOrderOfNumbers } from './jsonEventData';
import { binaryAt } from './jsonBinary';
import { type JsonEvent, type JsonSource, located, locatedText } from './jsonSource';
import { textNode } from './xmlInJson';

/** Where the insertion strings are: of Get-WinEvent, Get-EventLog, Winlogbeat 6 and Fluent Bit. */
const DATA_NAMES: readonly string[] = ['Properties', 'ReplacementStrings', 'event_data', 'EventData', 'StringInserts'];

/** What PowerShell writes in place of an object that is nested deeper than it was told to write. */
const TYPE_NAME = /^System\.[\w.]+$/;
const NUMBERED = /^param\d{1,3}$/i;

/**
 * Events as names and values side by side: ConvertTo-Json of Get-WinEvent and Get-EventLog, NXLog, Winlogbeat 6, Fluent Bit. What
 * NXLog puts beside them from `EventData` has lost its order, so that only `param1`, `param2` and so on are insertion strings.
 * Undefined where no name says that it is an event of Windows, as other logs have an `Id` and a `Source` too.
 */
export function flatEvent(source: JsonSource, root: number): JsonEvent | undefined {
  const { tree } = source;
  const properties = new PropertyGathering<number>();
  for (let key = root + 1; key < tree.after(root); key = tree.after(key + 1)) {
    properties.add(tree.textOf(key), key + 1, !tree.isNull(key + 1));
  }
  const fields = properties.fields((node) => located(source, textNode(tree, node)));
  return fields && { fields, body: () => bodyOf(source, root, properties) };
}

function bodyOf(source: JsonSource, root: number, properties: PropertyGathering<number>): EventBody {
  return {
    message: locatedText(source, properties.bodyPart('message')),
    binary: binaryAt(source, properties.bodyPart('binary')) ?? binaryProperty(source, root),
    eventData: insertionStrings(source, root),
  };
}

/** The binary data of an event is the last of its properties, as an array of bytes. */
function binaryProperty(source: JsonSource, root: number): ReturnType<typeof binaryAt> {
  const last = source.tree.itemsOf(source.tree.member(root, 'Properties') ?? root).at(-1);
  const value = last === undefined ? undefined : source.tree.member(last, 'Value');
  return value !== undefined && source.tree.kindOf(value) === 'array' ? binaryAt(source, value) : undefined;
}

function insertionStrings(source: JsonSource, root: number): readonly EventDataItem[] {
  const { tree } = source;
  const node = DATA_NAMES.map((name) => tree.member(root, name)).find((found) => found !== undefined);
  // Azure Monitor has the whole of `EventData` as a text.
  if (node !== undefined && tree.kindOf(node) === 'string') return [];
  const items = dataItems(source, node ?? root);
  if (node === undefined) return inOrderOfNumbers(items.filter(({ name }) => NUMBERED.test(name ?? '')));
  return items.every(({ value }) => TYPE_NAME.test(value)) ? [] : items;
}
