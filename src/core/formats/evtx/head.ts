import type { EventTime } from '../../records/eventTime';
import type { Level } from '../../records/eventRecord';
import type { RecordBrief } from '../../records/recordBrief';
import { parseSystemTime } from '../systemTime';
import type { EvtxChunk } from './chunk';
import { type HeadPlan, type PlannedField, noFields, planHead } from './headPlan';
import { type EventSource, hasValues } from './source';
import { locateInto } from './template';
import { ValueType } from './tokens';
import { fileTimeAt, numberOfValue, parseWhole, textOfUnits } from './valueNumber';
import { NO_VALUES, type Values } from './valuePlaces';

/** What a record says about itself: its span in bytes of the file. What it does not say, or what is damaged, is missing. */
export interface EvtxHead extends RecordBrief {
  /** `EventRecordID`; the id of the record itself where the event has none. */
  readonly recordId: number;
  /** `TimeCreated/@SystemTime`; when the record was written, where the event has no time. */
  readonly timeCreated: EventTime;
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

const NO_FIELDS: HeadPlan = { fields: noFields(), values: NO_VALUES };

/** Reads the head of a record whose event is this template with these values, or has no values. */
export function readHead(chunk: EvtxChunk, at: number, size: number, source: EventSource | undefined): EvtxHead {
  const { view } = chunk;
  const { fields, values } = planOf(chunk, source);
  if (source && hasValues(source)) locateInto(values, view, source);
  const level = numberOf(view, values, fields.level);
  return {
    start: chunk.base + at,
    end: chunk.base + at + size,
    recordId: numberOf(view, values, fields.recordId) ?? idOf(view, at),
    provider: textOf(view, values, fields.provider) ?? '',
    eventId: lowWord(numberOf(view, values, fields.eventId)),
    level: isLevel(level) ? level : undefined,
    timeCreated: timeOf(view, values, fields.timeCreated) ?? {
      milliseconds: fileTimeAt(view, at + 16).milliseconds,
      zone: 'utc',
    },
    computer: textOf(view, values, fields.computer),
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
  let byte = 0;
  for (; byte + 4 <= size; byte += 4) {
    if (view.getInt32(at + byte, true) !== view.getInt32(lastAt + byte, true)) return false;
  }
  return byte + 2 > size || view.getUint16(at + byte, true) === view.getUint16(lastAt + byte, true);
}
