import type { EventTime } from '../../records/eventTime';
import type { Level } from '../../records/eventRecord';
import { parseSystemTime } from '../systemTime';
import type { EvtxChunk } from './chunk';
import { type HeadPlan, type PlannedField, noFields, planHead } from './headPlan';
import { type EventSource, hasValues } from './source';
import { NO_VALUES, type Values, locateValues } from './template';
import { ValueType } from './tokens';
import { fileTimeAt, numberOfValue, parseWhole, textOfUnits } from './valueNumber';

/** What a record says about itself. What it does not say, or what is damaged, is missing. */
export interface EvtxHead {
  /** Byte offset of the record in its file. */
  readonly offset: number;
  /** Bytes of the record. */
  readonly size: number;
  /** `EventRecordID`; the id of the record itself where the event has none. */
  readonly recordId: number;
  /** Empty when the event names none. */
  readonly provider: string;
  /** Low word of the event id. */
  readonly eventId: number | undefined;
  readonly qualifiers: number | undefined;
  readonly level: Level | undefined;
  /** `TimeCreated/@SystemTime`; when the record was written, where the event has no time. */
  readonly timeCreated: EventTime;
  readonly computer: string | undefined;
  readonly channel: string | undefined;
}

/** A record as it stands in its chunk, before its event is looked at. */
export interface RawRecord {
  readonly chunk: EvtxChunk;
  /** Byte offset in the chunk. */
  readonly at: number;
  readonly size: number;
}

/** Signature (4), size (4), id (8) and time (8). */
export const RECORD_HEAD = 24;

const NO_FIELDS: HeadPlan = { fields: noFields(), count: 0 };

/** Reads the head of a record whose event is this template with these values, or has no values. */
export function readHead(record: RawRecord, source: EventSource | undefined): EvtxHead {
  const { chunk, at, size } = record;
  const { view } = chunk;
  const plan = planOf(chunk, source);
  const { fields } = plan;
  const values = source && hasValues(source) ? locateValues(view, source, plan.count) : NO_VALUES;
  const level = numberOf(view, values, fields.level);
  return {
    offset: chunk.base + at,
    size,
    recordId: numberOf(view, values, fields.recordId) ?? idOf(view, at),
    provider: textOf(view, values, fields.provider) ?? '',
    eventId: lowWord(numberOf(view, values, fields.eventId)),
    qualifiers: numberOf(view, values, fields.qualifiers),
    level: isLevel(level) ? level : undefined,
    timeCreated: timeOf(view, values, fields.timeCreated) ?? {
      milliseconds: fileTimeAt(view, at + 16).milliseconds,
      zone: 'utc',
    },
    computer: textOf(view, values, fields.computer),
    channel: textOf(view, values, fields.channel),
  };
}

function planOf(chunk: EvtxChunk, source: EventSource | undefined): HeadPlan {
  if (!source) return NO_FIELDS;
  const template = hasValues(source) ? source.template : source;
  return (template.plan ??= planHead(chunk, template.xml.steps));
}

function isLevel(value: number | undefined): value is Level {
  return value !== undefined && value <= 5;
}

function lowWord(value: number | undefined): number | undefined {
  return value === undefined ? undefined : value % 0x10000;
}

function idOf(view: DataView, at: number): number {
  return view.getUint32(at + 8, true) + view.getUint32(at + 12, true) * 2 ** 32;
}

function numberOf(view: DataView, values: Values, field: PlannedField | undefined): number | undefined {
  if (!field) return undefined;
  if (field.index < 0) return parseWhole(field.text);
  const place = field.index * 3;
  return numberOfValue(view, {
    at: values[place] ?? 0,
    size: values[place + 1] ?? 0,
    type: values[place + 2] ?? ValueType.Null,
  });
}

function timeOf(view: DataView, values: Values, field: PlannedField | undefined): EventTime | undefined {
  if (!field) return undefined;
  if (field.index < 0) return parseSystemTime(field.text);
  const place = field.index * 3;
  if (values[place + 2] !== ValueType.FileTime || values[place + 1] !== 8) return undefined;
  return { milliseconds: fileTimeAt(view, values[place] ?? 0).milliseconds, zone: 'utc' };
}

function textOf(view: DataView, values: Values, field: PlannedField | undefined): string | undefined {
  if (!field || field.index < 0) return field?.text;
  const place = field.index * 3;
  if (values[place + 2] !== ValueType.String) return undefined;
  const at = values[place] ?? 0;
  const size = values[place + 1] ?? 0;
  if (!isSame(view, field, at, size)) {
    field.text = textOfUnits(view, at, size);
    field.lastAt = at;
    field.lastSize = size;
  }
  return field.text;
}

/** Whether the value is the one that was read last, byte by byte: cheaper than to make another string of it. */
function isSame(view: DataView, { lastAt, lastSize }: PlannedField, at: number, size: number): boolean {
  if (lastAt < 0 || lastSize !== size) return false;
  for (let byte = 0; byte + 2 <= size; byte += 2) {
    if (view.getUint16(at + byte, true) !== view.getUint16(lastAt + byte, true)) return false;
  }
  return true;
}
