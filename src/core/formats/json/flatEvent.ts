import type { EventDataItem } from '../../records/eventRecord';
import type { EventField } from '../eventValues';
import { meaningOfProperty, plainValue } from '../eventProperties';
import { dataItems, inOrderOfNumbers } from './jsonEventData';
import { binaryAt } from './jsonBinary';
import { type FieldDraft, type JsonEvent, type JsonSource, located, put } from './jsonSource';
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
  const fields: FieldDraft = {};
  const ranks: Partial<Record<EventField, number>> = {};
  const names = new Set<string>();
  tree.eachMember(root, (name, node) => {
    const meaning = meaningOfProperty(name);
    if (!meaning) return;
    names.add(name);
    const { field, rank } = meaning;
    if (rank >= (ranks[field] ?? Infinity)) return;
    const value = field === 'binary' ? binaryAt(source, node) : located(source, textNode(tree, node));
    if (!value) return;
    fields[field] = { value: plainValue(name, value.value), span: value.span };
    ranks[field] = rank;
  });
  if (!isOfWindows(names)) return undefined;
  put(fields, 'binary', binaryProperty(source, root));
  return { fields, data: () => insertionStrings(source, root) };
}

/** Names that other logs do not have, and one that says when or where. */
function isOfWindows(names: ReadonlySet<string>): boolean {
  const has = (...some: readonly string[]) => some.some((name) => names.has(name));
  const isNamed = has('ProviderName', 'SourceName', 'source_name') || (has('Source') && has('EventID', 'InstanceId'));
  const isPowerShell = has('Id', 'EventID') && has('TimeCreated', 'TimeGenerated') && has('Message');
  return (isNamed && has('EventID', 'Id', 'event_id', 'InstanceId')) || isPowerShell;
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
  const items = dataItems(source, node ?? root);
  if (node === undefined) return inOrderOfNumbers(items.filter(({ name }) => NUMBERED.test(name ?? '')));
  return items.every(({ value }) => TYPE_NAME.test(value)) ? [] : items;
}
