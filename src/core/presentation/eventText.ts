import type { EventRecord } from '../records/eventRecord';
import { findCodes, parseCode } from '../rules/code';
import { comparedProvider } from '../rules/provider';
import type { Catalogue } from '../rules/rule';
import { codeName, type CodeKind, type EventCode } from './codeText';
import { CRASH_EVENTS } from './crashEvents';
import { DEPLOYMENT_EVENTS } from './deploymentEvents';
import { eventValues } from './eventValues';
import type { KnownEvent } from './knownEvent';
import { SERVICE_EVENTS } from './serviceEvents';
import { cut, plain } from './visibleText';

/** What describing an event needs of the catalogue. */
export type EventKnowledge = Pick<Catalogue, 'codes' | 'providerAliases'>;

/** An event in words: one line each, not yet escaped for Markdown. */
export interface EventText {
  /** `Service Control Manager 7031`, `WDSServer 512 (id inferred)`. */
  readonly name: string;
  /** `SCM 7031`: for rows. */
  readonly shortName: string;
  /** What happened, as a sentence. */
  readonly sentence: string;
  /** What tells this event from others of its kind: `2nd time, restart after 120 s`. May be empty. */
  readonly brief: string;
}

const KNOWN: ReadonlyMap<string, KnownEvent> = new Map(
  [...SERVICE_EVENTS, ...CRASH_EVENTS, ...DEPLOYMENT_EVENTS].map((event) => [
    key(event.provider, event.eventId),
    event,
  ]),
);

/** Events whose code has a place and a kind of its own; the number of the insertion string counts from 1. */
const CODE_PLACES: ReadonlyMap<string, { readonly item: number; readonly name?: string; readonly kind: CodeKind }> =
  new Map([
    [key('application error', 1000), { item: 7, name: 'ExceptionCode', kind: 'exception' }],
    [key('service control manager', 7000), { item: 2, kind: 'system' }],
    [key('service control manager', 7001), { item: 3, kind: 'system' }],
    [key('service control manager', 7023), { item: 2, kind: 'system' }],
    [key('service control manager', 7024), { item: 2, kind: 'service' }],
  ]);

const LONGEST_BRIEF = 100;
const LONGEST_MESSAGE = 300;
const MOST_CODES = 4;
/** Only this much of a message is looked through for codes. */
const SEARCHED = 4000;

/** Says what any event is; of an event that is not known, the first line of its message. */
export function describeEvent(record: EventRecord, knowledge: EventKnowledge): EventText {
  const known = KNOWN.get(keyOf(record, knowledge));
  const values = eventValues(record, knowledge.codes);
  const message = firstLine(record);
  const name = eventName(record);
  return {
    name,
    shortName: name.replace(/^Service Control Manager\b/i, 'SCM'),
    sentence: known?.sentence?.(values) ?? known?.title ?? cut(message || 'The event has no message.', LONGEST_MESSAGE),
    brief: known?.brief?.(values) ?? (known ? '' : cut(message, LONGEST_BRIEF)),
  };
}

/** The codes of an event that a person would look up, without repetition, at most four. */
export function eventCodes(record: EventRecord, knowledge: EventKnowledge): readonly EventCode[] {
  const place = CODE_PLACES.get(keyOf(record, knowledge));
  if (!place) return otherCodes(record, knowledge);
  const named = record.eventData.find((item) => place.name !== undefined && item.name === place.name);
  const value = parseCode((named ?? record.eventData[place.item - 1])?.value ?? '');
  if (value !== undefined) return [{ kind: place.kind, value }];
  // Without insertion strings the message also holds time stamps and offsets, which look like codes: only known ones count.
  const found = otherCodes(record, knowledge).map((code) => ({ ...code, kind: place.kind }));
  return found.filter((code) => codeName(code, knowledge.codes) !== undefined);
}

function otherCodes(record: EventRecord, knowledge: EventKnowledge): readonly EventCode[] {
  const isDeployment = comparedProvider(record.provider.value, knowledge.providerAliases).startsWith('wds');
  const texts =
    record.eventData.length > 0 ? record.eventData.map((item) => item.value) : [record.message?.value ?? ''];
  const values = texts
    .flatMap((text) => findCodes(text.slice(0, SEARCHED)).map((code) => ({ ...code, written: text.slice(code.start) })))
    .filter((code) => code.certain && (isDeployment || isError(code.value)))
    .filter(({ value, written }) => /^(0x|%%)/i.test(written) || codeName({ kind: 'any', value }, knowledge.codes))
    .map((code) => code.value);
  return [...new Set(values)].slice(0, MOST_CODES).map((value) => ({ kind: 'any', value }));
}

/** Severity "error" of an NTSTATUS or an HRESULT of Windows: addresses, handles and masks seldom start so. */
function isError(value: number): boolean {
  const top = Math.floor(value / 0x10000000);
  return top === 0x8 || top === 0xc;
}

function eventName(record: EventRecord): string {
  const provider = cut(plain(record.provider.value), LONGEST_BRIEF) || 'Unknown provider';
  if (!record.eventId) return provider;
  return `${provider} ${record.eventId.value}${record.eventIdInferred ? ' (id inferred)' : ''}`;
}

function firstLine(record: EventRecord): string {
  const message = (record.message?.value ?? '').trim();
  if (message !== '') return plain(message.split(/[\r\n]/, 1)[0] ?? '');
  return plain(
    record.eventData
      .slice(0, 5)
      .map((item) => item.value)
      .filter((value) => value !== '')
      .join(', '),
  );
}

function keyOf(record: EventRecord, knowledge: EventKnowledge): string {
  return key(comparedProvider(record.provider.value, knowledge.providerAliases), record.eventId?.value ?? -1);
}

function key(provider: string, eventId: number): string {
  return `${provider}/${eventId}`;
}
