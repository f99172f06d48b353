import assert from 'node:assert/strict';
import type { EventFormat } from '../../src/core/formats/format';
import { detectFormat } from '../../src/core/formats/index';
import type { EventRecord } from '../../src/core/records/eventRecord';
import type { Span } from '../../src/core/text/span';
import type { ReadResult } from './feed';
import { crash, shapes } from './scenario';

/** A short text in a shape of one format. */
export interface Sample {
  readonly format: EventFormat;
  readonly text: string;
}

/** Texts of formats that hold no events, in which the crash cannot be written. */
const OTHERS: readonly string[] = [
  '<![LOG[Request from client]LOG]!><time="09:14:07.123-060" date="03-14-2012" component="SMSPXE" context="" type="1" thread="4736" file="smspxe.cpp:666">\r\n' +
    '<![LOG[Failed\r\nagain, 0x80004005]LOG]!><time="09:14:08.000-060" date="03-14-2012" component="SMSPXE" context="" type="3" thread="4736" file="smspxe.cpp:303">\r\n',
  'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\PXE]\r\n"NumberOfThreads"=dword:00000001\r\n"Name"="x"\r\n',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\PXE\r\n    NumberOfThreads    REG_DWORD    0x1\r\n    Name    REG_SZ    x\r\n\r\n',
];

/** A sample of each format, by its id: two events in the first shape that the format reads. */
export function samplesByFormat(): ReadonlyMap<string, Sample> {
  const events = crash.slice(-2);
  const samples = new Map<string, Sample>();
  for (const text of [...Object.values(shapes).map(({ write }) => write(events)), ...OTHERS]) {
    const format = detectFormat(text);
    if (format && !samples.has(format.id)) samples.set(format.id, { format, text });
  }
  return samples;
}

/** Fails when a place lies outside the text. */
export function checkSpans({ records, heads, problems }: ReadResult, length: number): void {
  const check = ({ start, end }: Span): void => {
    assert.ok(start >= 0 && start <= end && end <= length, `${start} to ${end} of ${length}`);
  };
  for (const part of [...records, ...heads, ...problems]) forEachSpan(part, check);
}

function forEachSpan(value: unknown, visit: (span: Span) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number') {
    visit({ start: value.start, end: value.end });
  }
  for (const part of Object.values(value)) forEachSpan(part, visit);
}

/** What a record says, without its places and with line ends as blanks. */
export function saysOf(record: EventRecord | undefined): unknown {
  return (
    record && [
      record.provider.value,
      record.eventId?.value,
      record.level?.value,
      record.timeCreated?.value.milliseconds,
      record.computer?.value,
      record.message?.value.replace(/\s+/g, ' '),
      record.eventData.map(({ value }) => value),
    ]
  );
}

/** The text with one byte of its UTF-8 form changed in one bit. */
export function flipped(bytes: Uint8Array, at: number): string {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(copy);
}

/** Where a record is told by several lines, damage in one of the first may leave the ones before it to the record before. */
const FIRST_LINES = 3;

/**
 * The records that damage at `at` leaves whole. Damage in the first lines of a record, or between two, may join them to the
 * one before; damage in its last line may join it to the one after. Texts are ASCII here, so that bytes are units.
 */
export function intactAround(
  text: string,
  records: readonly EventRecord[],
  at: number,
): { readonly before: readonly EventRecord[]; readonly after: readonly EventRecord[] } {
  const hit = records.find(({ span }) => span.start <= at && at < span.end);
  const before = records.filter(({ span }) => span.end <= at);
  const lineCount = hit && text.slice(hit.span.start, at).split('\n').length;
  if (!hit || !lineCount || lineCount <= FIRST_LINES) return { before: before.slice(0, -1), after: [] };
  const isLastLine = !text.slice(at, hit.span.end - 1).includes('\n');
  return { before, after: isLastLine ? [] : records.filter(({ span }) => span.start >= hit.span.end) };
}
