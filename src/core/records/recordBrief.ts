import type { Level, RecordHead } from './eventRecord';
import type { EventTime } from './eventTime';

/** The values of a {@link RecordHead} without their places: all that counting needs, and cheap enough for each record. */
export interface RecordBrief {
  /** Span of the record. */
  readonly start: number;
  readonly end: number;
  /** Empty where the record names none. */
  readonly provider: string;
  readonly eventId: number | undefined;
  readonly level: Level | undefined;
  readonly timeCreated: EventTime | undefined;
  readonly computer: string | undefined;
}

/** The values of a head. */
export function briefOf(head: RecordHead): RecordBrief {
  const { span, provider, eventId, level, timeCreated, computer } = head;
  return {
    start: span.start,
    end: span.end,
    provider: provider.value,
    eventId: eventId?.value,
    level: level?.value,
    timeCreated: timeCreated?.value,
    computer: computer?.value,
  };
}
