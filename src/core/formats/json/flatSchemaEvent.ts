import type { EventDataItem } from '../../records/eventRecord';
import { type EventValuesDraft, isEvent } from '../eventValues';
import { binaryAt } from './jsonBinary';
import { leafItems } from './jsonEventData';
import { type JsonEvent, type JsonSource, located, put } from './jsonSource';
import { inUtc } from './schemaEvent';

/** What does not come from `EventData`. */
const SYSTEM: ReadonlySet<string> = new Set(
  'EventRecordID Provider EventID Version Level Task Opcode Keywords TimeCreated Correlation Execution Channel Computer Security UserID'.split(
    ' ',
  ),
);

/**
 * The event schema as `evtx_dump_json` of python-evtx flattens it: the elements of `System` beside those of `EventData`. The provider,
 * which is an attribute, gets lost, and so do data without names.
 */
export function flatSchemaEvent(source: JsonSource, root: number): JsonEvent | undefined {
  const { tree } = source;
  const text = (name: string) => located(source, tree.member(root, name));
  const recordId = text('EventRecordID');
  const channel = text('Channel');
  if (!recordId || !channel || tree.member(root, 'Keywords') === undefined) return undefined;
  const fields: EventValuesDraft = { recordId, channel };
  put(fields, 'eventId', text('EventID'));
  put(fields, 'level', text('Level'));
  put(fields, 'timeCreated', inUtc(text('TimeCreated')));
  put(fields, 'computer', text('Computer'));
  put(fields, 'userId', text('UserID'));
  return isEvent(fields)
    ? {
        fields,
        body: () => ({ binary: binaryAt(source, tree.member(root, 'Binary')), eventData: dataOf(source, root) }),
      }
    : undefined;
}

function dataOf(source: JsonSource, root: number): readonly EventDataItem[] {
  return leafItems(source, root).filter(({ name = '' }) => !SYSTEM.has(name) && name !== 'Binary');
}
