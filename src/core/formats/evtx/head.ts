import type { EventTime } from '../../records/eventTime';
import type { Level } from '../../records/eventRecord';
import { parseSystemTime } from '../systemTime';
import type { EvtxChunk } from './chunk';
import { type HeadPlan, type PlannedField, noFields, planHead } from './headPlan';
import { type EventSource, hasValues } from './source';
import type { TemplateInstance } from './template';
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

const NO_FIELDS: HeadPlan = { fields: noFields(), count: 0, places: new Int32Array(0) };

/** Reads the head of a record whose event is this template with these values, or has no values. */
export function readHead(record: RawRecord, source: EventSource | undefined): EvtxHead {
  const { chunk, at, size } = record;
  const { view } = chunk;
  const plan = planOf(chunk, source);
  const { fields } = plan;
  if (source && hasValues(source)) locate(view, source, plan);
  const level = numberOf(view, plan, fields.level);
  return {
    offset: chunk.base + at,
    size,
    recordId: numberOf(view, plan, fields.recordId) ?? idOf(view, at),
    provider: textOf(view, plan, fields.provider) ?? '',
    eventId: lowWord(numberOf(view, plan, fields.eventId)),
    qualifiers: numberOf(view, plan, fields.qualifiers),
    level: isLevel(level) ? level : undefined,
    timeCreated: timeOf(view, plan) ?? { milliseconds: fileTimeAt(view, at + 16).milliseconds, zone: 'utc' },
    computer: textOf(view, plan, fields.computer),
    channel: textOf(view, plan, fields.channel),
  };
}

function planOf(chunk: EvtxChunk, source: EventSource | undefined): HeadPlan {
  if (!source) return NO_FIELDS;
  return planHead(chunk, hasValues(source) ? source.template : source);
}

/** Notes where the values stand that the plan asks for. A value that would leave the record has no bytes. */
function locate(view: DataView, { valuesAt, to }: TemplateInstance, { count, places }: HeadPlan): void {
  const stated = valuesAt + 4 <= to ? view.getUint32(valuesAt, true) : 0;
  const descriptors = valuesAt + 4;
  let at = descriptors + stated * 4;
  for (let index = 0; index < count; index++) {
    const descriptor = descriptors + index * 4;
    const isThere = index < stated && at <= to;
    const size = isThere ? view.getUint16(descriptor, true) : 0;
    const isWhole = isThere && at + size <= to;
    places[index * 3] = at;
    places[index * 3 + 1] = isWhole ? size : 0;
    places[index * 3 + 2] = isWhole ? view.getUint8(descriptor + 2) : ValueType.Null;
    at += size;
  }
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

function numberOf(view: DataView, { places }: HeadPlan, field: PlannedField | undefined): number | undefined {
  if (!field) return undefined;
  if (field.index < 0) return parseWhole(field.text);
  const place = field.index * 3;
  return numberOfValue(view, {
    at: places[place] ?? 0,
    size: places[place + 1] ?? 0,
    type: places[place + 2] ?? ValueType.Null,
  });
}

function timeOf(view: DataView, { places, fields }: HeadPlan): EventTime | undefined {
  const field = fields.timeCreated;
  if (!field) return undefined;
  if (field.index < 0) return parseSystemTime(field.text);
  const place = field.index * 3;
  if (places[place + 2] !== ValueType.FileTime || places[place + 1] !== 8) return undefined;
  return { milliseconds: fileTimeAt(view, places[place] ?? 0).milliseconds, zone: 'utc' };
}

function textOf(view: DataView, { places }: HeadPlan, field: PlannedField | undefined): string | undefined {
  if (!field || field.index < 0) return field?.text;
  const place = field.index * 3;
  if (places[place + 2] !== ValueType.String) return undefined;
  const at = places[place] ?? 0;
  const size = places[place + 1] ?? 0;
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
