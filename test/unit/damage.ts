import assert from 'node:assert/strict';
import type { EventFormat } from '../../src/core/formats/format';
import { detectFormat } from '../../src/core/formats/index';
import { type ReadResult, spansIn } from './feed';
import { crash, shapes } from './scenario';
import type { ScenarioEvent } from './shapes/event';

/** What a text holds: an event, an entry of a log, a value of a registry. */
export type Item = ReadResult['records' | 'entries' | 'values'][number];

/** A short text in a shape of one format. */
export interface Sample {
  readonly format: EventFormat;
  readonly text: string;
}

/** Events of little text, each over several lines. */
const SHORT: readonly ScenarioEvent[] = [
  {
    provider: 'WDSServer',
    eventId: 512,
    level: 'Warning',
    channel: 'Application',
    time: '2012-03-14T09:16:09',
    category: 'WDSServer',
    data: ['Wds', '0xC1030136'],
    message: 'Wds failed.\r\n\r\nError: 0xC1030136',
  },
  {
    provider: 'Service Control Manager',
    eventId: 7031,
    level: 'Error',
    channel: 'System',
    time: '2012-03-14T09:20:00',
    category: 'None',
    data: ['WDS', '1'],
    binary: '5700440053000000',
    message: 'The "WDS" service,\r\nterminated.',
  },
  {
    provider: 'WDSIMGSRV',
    eventId: 258,
    level: 'Error',
    channel: 'Application',
    time: '2012-03-14T09:20:10',
    category: 'WdsImgSrv',
    data: ['0xC1030136'],
    message: 'Failed.\r\nError: 0xC1030136',
  },
];

export const REGISTRY_KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\PXE';

/** Texts of formats that hold no events, in which the crash cannot be written. */
const OTHERS: Readonly<Record<string, string>> = {
  'ConfigMgr log':
    '<![LOG[Request from client]LOG]!><time="09:14:07.123-060" date="03-14-2012" component="SMSPXE" context="" type="1" thread="4736" file="smspxe.cpp:666">\r\n' +
    '<![LOG[Failed\r\nagain, 0x80004005]LOG]!><time="09:14:08.000-060" date="03-14-2012" component="SMSPXE" context="" type="3" thread="4736" file="smspxe.cpp:303">\r\n' +
    '<![LOG[Done]LOG]!><time="09:14:09.000-060" date="03-14-2012" component="SMSPXE" context="" type="1" thread="4736" file="">\r\n',
  'registry file': `Windows Registry Editor Version 5.00\r\n\r\n[${REGISTRY_KEY}]\r\n"NumberOfThreads"=dword:00000001\r\n"Name"="x"\r\n"Bytes"=hex:01,02,\\\r\n  03\r\n`,
  'reg query': `${REGISTRY_KEY}\r\n    NumberOfThreads    REG_DWORD    0x1\r\n    Name    REG_SZ    x\r\n    Bytes    REG_BINARY    010203\r\n\r\n`,
};

/** A text in every shape, by its name: three short events, entries or values. */
export function samplesByShape(): ReadonlyMap<string, Sample> {
  const texts = [
    ...Object.entries(shapes).map(([name, { write }]) => [name, write(SHORT)] as const),
    ...Object.entries(OTHERS),
  ];
  return new Map(
    texts.map(([name, text]) => {
      const format = detectFormat(text);
      assert.ok(format, `${name} is not recognised`);
      return [name, { format, text }];
    }),
  );
}

/** A sample of each format, by its id: two events in the first shape that the format reads. */
export function samplesByFormat(): ReadonlyMap<string, Sample> {
  const events = crash.slice(-2);
  const samples = new Map<string, Sample>();
  for (const text of [...Object.values(shapes).map(({ write }) => write(events)), ...Object.values(OTHERS)]) {
    const format = detectFormat(text);
    if (format && !samples.has(format.id)) samples.set(format.id, { format, text });
  }
  return samples;
}

/** Fails when a place lies outside the text. */
export function checkSpans(read: ReadResult, length: number): void {
  for (const { start, end } of spansIn(read)) {
    assert.ok(start >= 0 && start <= end && end <= length, `${start} to ${end} of ${length}`);
  }
}

/** The events, entries or values that were read. */
export function itemsOf({ records, entries, values }: ReadResult): readonly Item[] {
  return [...records, ...entries, ...values];
}

/** What an item says, without its places and with line ends as blanks. */
export function saysOf(item: Item): unknown {
  if ('form' in item)
    return [oneLine(item.message.value), item.component?.value, item.level?.value, item.timeCreated?.value];
  if ('path' in item) return [item.path, item.name, item.data];
  return [
    item.provider.value,
    item.eventId?.value,
    item.level?.value,
    item.timeCreated?.value.milliseconds,
    item.computer?.value,
    item.message && oneLine(item.message.value),
    item.eventData.map(({ value }) => value),
    item.binary?.value,
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Bytes of which one was damaged. */
export interface Damaged {
  /** What was done to the byte. */
  readonly how: string;
  readonly bytes: Uint8Array;
}

/** One bit of the byte at `at` changed. */
export function flipped(bytes: Uint8Array, at: number, bit: number): Damaged {
  return replaced(bytes, at, [(bytes[at] ?? 0) ^ (1 << bit)], `with bit ${bit} changed`);
}

/** What divides or encloses in most formats, and what no text has. */
const TELLING = [...Buffer.from('\0"\n\r <,'), 0xff];

/** Every bit of the byte at `at` changed, and other bytes in its place. */
export function* changedAt(bytes: Uint8Array, at: number): Generator<Damaged> {
  for (let bit = 0; bit < 8; bit++) yield flipped(bytes, at, bit);
  for (const other of TELLING) {
    if (other !== bytes[at]) yield replaced(bytes, at, [other], `replaced by 0x${other.toString(16)}`);
  }
}

/** The byte at `at` left out, and twice. */
export function* shiftedAt(bytes: Uint8Array, at: number): Generator<Damaged> {
  const byte = bytes[at] ?? 0;
  yield replaced(bytes, at, [], 'left out');
  yield replaced(bytes, at, [byte, byte], 'twice');
}

export function* damagedAt(bytes: Uint8Array, at: number): Generator<Damaged> {
  yield* changedAt(bytes, at);
  yield* shiftedAt(bytes, at);
}

function replaced(bytes: Uint8Array, at: number, by: readonly number[], how: string): Damaged {
  return { how, bytes: Buffer.concat([bytes.subarray(0, at), Uint8Array.from(by), bytes.subarray(at + 1)]) };
}

/** Where an item is told by several lines, damage in one of the first may leave the ones before it to the item before. */
const FIRST_LINES = 3;

/**
 * The items that damage of the unit at `at` leaves whole: none that is not the neighbour of the damaged one is ever touched. Of
 * the neighbours, damage in the first lines of an item, or between two, may join it to the one before; damage in its last line
 * to the one after. What stands above the first item may be needed to read any.
 */
export function intactAround(
  text: string,
  items: readonly Item[],
  at: number,
): { readonly before: readonly Item[]; readonly after: readonly Item[] } {
  const before = items.filter(({ span }) => span.end <= at);
  const after = items.filter(({ span }) => span.start > at);
  if (before.length + after.length === items.length)
    return { before: before.slice(0, -1), after: before.length === 0 ? [] : after.slice(1) };
  const hit = items[before.length];
  const isInFirst = text.slice(hit?.span.start, at).split('\n').length <= FIRST_LINES;
  const isInLast = !text.slice(at, (hit?.span.end ?? 0) - 1).includes('\n');
  return { before: isInFirst ? before.slice(0, -1) : before, after: isInFirst || isInLast ? after.slice(1) : after };
}
