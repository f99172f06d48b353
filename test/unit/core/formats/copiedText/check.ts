import assert from 'node:assert/strict';
import { eventText } from '../../../../../src/core/formats/copiedText';
import type { EventRecord } from '../../../../../src/core/records/eventRecord';
import { renderIso } from '../../../../../src/core/records/parseTime';
import type { Located, Span } from '../../../../../src/core/text/span';
import { type FeedOptions, readAll } from '../../../feed';
import { marked } from '../../../marked';

/** The records of a text without problems. */
export function recordsIn(text: string, options?: FeedOptions): readonly EventRecord[] {
  const { records, problems, heads } = readAll(eventText, text, options);
  assert.deepEqual(problems, []);
  assert.equal(heads.length, records.length);
  return records;
}

/** The only record of a text. */
export function recordIn(text: string, options?: FeedOptions): EventRecord {
  const [record, ...others] = recordsIn(text, options);
  assert.ok(record);
  assert.deepEqual(others, []);
  return record;
}

/** `provider id*, level, time, computer: message` of each record; `*` where the id was inferred, `-` for what is missing. */
export function summariesOf(records: readonly EventRecord[]): readonly string[] {
  return records.map((record) => {
    const id = `${record.eventId?.value ?? '-'}${record.eventIdInferred ? '*' : ''}`;
    const time = record.timeCreated ? renderIso(record.timeCreated.value) : '-';
    const fields = [record.level?.value ?? '-', time, record.computer?.value ?? '-'].join(', ');
    return `${record.provider.value} ${id}, ${fields}: ${record.message?.value ?? '-'}`;
  });
}

type Field = (record: EventRecord) => Located<unknown> | Span | undefined;

/** Checks that the marks of `source`, in order, enclose the fields of its only record. */
export function checkPlaces(source: string, fields: readonly Field[], options?: FeedOptions): void {
  const { text, spans } = marked(source);
  const record = recordIn(text, options);
  const places = fields.map((field) => {
    const place = field(record);
    return place && 'span' in place ? place.span : place;
  });
  assert.deepEqual(places, spans);
}

/** Joins lines that are indented as the test is. */
export function lines(...parts: readonly string[]): string {
  return parts.join('\n');
}
