import assert from 'node:assert/strict';
import { serialize } from 'node:v8';
import type { EventFormat, Problem, ReadSettings } from '../../src/core/formats/format';
import type { EventRecord, RecordHead } from '../../src/core/records/eventRecord';
import type { LogEntry } from '../../src/core/records/logEntry';
import type { FoundValue } from '../../src/core/registry';
import type { Span } from '../../src/core/text/span';
import messageTemplates from '../../src/catalogue/messages.json';

export interface ReadResult {
  readonly heads: readonly RecordHead[];
  readonly records: readonly EventRecord[];
  readonly entries: readonly LogEntry[];
  /** Of a registry file, those below the keys that the settings name. */
  readonly values: readonly FoundValue[];
  readonly problems: readonly Problem[];
}

export interface FeedOptions extends Partial<ReadSettings> {
  /** UTF-16 units that a window grows by; the whole text at once when left out. */
  readonly blockSize?: number;
}

/** Reads a text as the pipeline does: each window is what was left of the last one and the next block. */
export function readAll(format: EventFormat, text: string, options: FeedOptions = {}): ReadResult {
  const { blockSize = text.length + 1, dateOrder = 'auto' } = options;
  const reader = format.openReader({ dateOrder, messageTemplates, ...options });
  const result = {
    heads: [] as RecordHead[],
    records: [] as EventRecord[],
    entries: [] as LogEntry[],
    values: [] as FoundValue[],
    problems: [] as Problem[],
  };
  const sink = {
    head: (head: RecordHead) => result.heads.push(head) > 0,
    record: (record: EventRecord) => void result.records.push(record),
    entry: (entry: LogEntry) => void result.entries.push(entry),
    problem: (problem: Problem) => void result.problems.push(problem),
    registryValue: (value: FoundValue) => void result.values.push(value),
  };
  let base = 0;
  let known = 0;
  do {
    known = Math.min(known + blockSize, text.length);
    const ended = known === text.length;
    // As in the pipeline, a CR is held back until it is known whether an LF follows.
    const end = !ended && text.charAt(known - 1) === '\r' ? known - 1 : known;
    const consumed = reader.read({ text: text.slice(base, end), base, ended }, sink);
    if (consumed < 0 || consumed > end - base) throw new Error(`consumed ${consumed} of ${end - base} units`);
    base += consumed;
  } while (known < text.length);
  return result;
}

/** Serialised forms of what many readings are compared with. */
const serialised = new WeakMap<object, Uint8Array>();

/** Fails as `assert.deepEqual` does, which takes longer than the reading of a short text and is left to the case of a difference. */
export function assertSame(actual: object, expected: object, message: string): void {
  const known = serialised.get(expected) ?? serialize(expected);
  serialised.set(expected, known);
  if (Buffer.compare(serialize(actual), known) !== 0) assert.deepEqual(actual, expected, message);
}

/** Every place that a value names, however deep. */
export function spansIn(value: unknown): Span[] {
  const found: Span[] = [];
  collectSpans(value, found);
  return found;
}

function collectSpans(value: unknown, found: Span[]): void {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value) found.push({ start: Number(value.start), end: Number(value.end) });
  for (const inside of Object.values(value)) collectSpans(inside, found);
}
