import { type EventBody, type EventValuesDraft, isEvent } from '../eventValues';
import { dataItems, leafItems } from './jsonEventData';
import { binaryAt } from './jsonBinary';
import { type JsonEvent, type JsonSource, located, locatedText, put } from './jsonSource';

/** Events of Winlogbeat 7 and later, and of the Elastic Agent: `winlog` beside `message`, `log.level` and `@timestamp`. */
export function winlogEvent(source: JsonSource, root: number): JsonEvent | undefined {
  const { tree } = source;
  const winlog = tree.member(root, 'winlog');
  if (winlog === undefined) return undefined;
  const at = (...path: readonly string[]) => located(source, nodeAt(source, root, path));
  const fields: EventValuesDraft = {};
  put(fields, 'provider', at('winlog', 'provider_name') ?? at('event', 'provider'));
  put(fields, 'eventId', at('winlog', 'event_id') ?? at('event', 'code'));
  put(fields, 'level', at('log', 'level'));
  put(fields, 'timeCreated', at('@timestamp') ?? at('event', 'created'));
  put(fields, 'computer', at('winlog', 'computer_name') ?? at('host', 'name'));
  put(fields, 'recordId', at('winlog', 'record_id'));
  put(fields, 'channel', at('winlog', 'channel'));
  put(fields, 'userId', at('winlog', 'user', 'identifier'));
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

function nodeAt({ tree }: JsonSource, root: number, path: readonly string[]): number | undefined {
  return path.reduce<number | undefined>((node, key) => (node === undefined ? node : tree.member(node, key)), root);
}
