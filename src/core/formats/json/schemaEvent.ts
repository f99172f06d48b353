import type { Located } from '../../text/span';
import { type EventBody, type EventValuesDraft, isEvent } from '../eventValues';
import { dataItems, leafItems } from './jsonEventData';
import { binaryAt } from './jsonBinary';
import { type JsonEvent, type JsonSource, located, locatedText, put } from './jsonSource';
import { attributeNode, textNode } from './xmlInJson';

/**
 * The event schema written as JSON, under `Event` or without: evtx_dump (`#attributes`, or `Provider_attributes` beside
 * `Provider`), xmltodict (`@Name`, `#text`) as scripts around python-evtx use it, and the parser of Velocidex (attributes as
 * plain members, the time as seconds).
 */
export function schemaEvent(source: JsonSource, root: number): JsonEvent | undefined {
  const { tree } = source;
  const event = tree.member(root, 'Event') ?? root;
  const system = tree.member(event, 'System');
  if (system === undefined) return undefined;
  const fields: EventValuesDraft = {};
  putSystem(source, system, fields);
  return isEvent(fields) ? { fields, body: () => bodyOf(source, root, event) } : undefined;
}

function bodyOf(source: JsonSource, root: number, event: number): EventBody {
  const { tree } = source;
  const info = tree.member(event, 'RenderingInfo') ?? root;
  const data = tree.member(event, 'EventData');
  return {
    message: locatedText(source, textNode(tree, tree.member(info, 'Message'))),
    binary: binaryAt(source, data === undefined ? undefined : tree.member(data, 'Binary')),
    eventData: data === undefined ? leafItems(source, tree.member(event, 'UserData')) : dataItems(source, data),
  };
}

function putSystem(source: JsonSource, system: number, fields: EventValuesDraft): void {
  const { tree } = source;
  const text = (name: string) => located(source, textNode(tree, tree.member(system, name)));
  const attribute = (name: string, key: string) => {
    const element = tree.member(system, `${name}_attributes`) ?? tree.member(system, name);
    return located(source, attributeNode(tree, element, key));
  };
  put(fields, 'provider', attribute('Provider', 'Name'));
  put(fields, 'eventId', text('EventID'));
  put(fields, 'qualifiers', attribute('EventID', 'Qualifiers'));
  put(fields, 'level', text('Level'));
  put(fields, 'timeCreated', inUtc(attribute('TimeCreated', 'SystemTime')));
  put(fields, 'computer', text('Computer'));
  put(fields, 'recordId', text('EventRecordID'));
  put(fields, 'channel', text('Channel'));
  put(fields, 'userId', attribute('Security', 'UserID'));
}

/** The schema has times in UTC whether they say so or not; a number counts seconds from 1970, or milliseconds. */
export function inUtc(time: Located<string> | undefined): Located<string> | undefined {
  if (!time) return undefined;
  const { value, span } = time;
  if (!/^\d{1,14}(?:\.\d{1,16})?$/.test(value))
    return /(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? time : { value: `${value}Z`, span };
  const number = Number(value);
  return { value: `/Date(${Math.floor(number < 1e11 ? number * 1000 : number)})/`, span };
}
