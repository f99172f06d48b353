import { type EventBody, type EventValuesDraft, isEvent } from '../eventValues';
import { dataItems, leafItems } from './jsonEventData';
import { binaryAt } from './jsonBinary';
import { type JsonEvent, type JsonSource, located, locatedText, put } from './jsonSource';

/** Events of Winlogbeat 7 and later, and of the Elastic Agent: `winlog` beside `message`, `log.level` and `@timestamp`. */
export function winlogEvent(source: JsonSource, root: number): JsonEvent | undefined {
  const { tree } = source;
  const winlog = tree.member(root, 'winlog');
  if (winlog === undefined) return undefined;
  const event = tree.member(root, 'event');
  const text = (node: number | undefined, key: string) =>
    located(source, node === undefined ? undefined : tree.member(node, key));
  const fields: EventValuesDraft = {};
  put(fields, 'provider', text(winlog, 'provider_name') ?? text(event, 'provider'));
  put(fields, 'eventId', text(winlog, 'event_id') ?? text(event, 'code'));
  put(fields, 'level', text(tree.member(root, 'log'), 'level'));
  put(fields, 'timeCreated', text(root, '@timestamp') ?? text(event, 'created'));
  put(fields, 'computer', text(winlog, 'computer_name') ?? text(tree.member(root, 'host'), 'name'));
  put(fields, 'recordId', text(winlog, 'record_id'));
  put(fields, 'channel', text(winlog, 'channel'));
  put(fields, 'userId', text(tree.member(winlog, 'user'), 'identifier'));
  return isEvent(fields) ? { fields, body: () => bodyOf(source, root, winlog) } : undefined;
}

function bodyOf(source: JsonSource, root: number, winlog: number): EventBody {
  const { tree } = source;
  const data = tree.member(winlog, 'event_data');
  return {
    message: locatedText(source, tree.member(root, 'message')),
    binary: binaryAt(source, data === undefined ? undefined : tree.member(data, 'Binary')),
    eventData: data === undefined ? leafItems(source, tree.member(winlog, 'user_data')) : dataItems(source, data),
  };
}
