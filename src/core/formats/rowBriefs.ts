import type { DateOrder, EventTime } from '../records/eventTime';
import type { RecordBrief } from '../records/recordBrief';
import { NameCache } from '../text/nameCache';
import { onOneLine } from '../text/onOneLine';
import { skipWhiteSpace, trimmedEnd } from '../text/whiteSpace';
import { parseLevel } from './levels';
import { parseEventId } from './listExportLayout';
import { type EventRow, isQuoted, timeText } from './listExportRecord';
import { DOUBLED } from './quotedText';
import { RepeatedTimes } from './repeatedTimes';

/**
 * Reads what every row says about its event. Runs for each row of the file, so that only these few fields are looked at, and
 * what comes again and again costs a comparison.
 */
export class RowBriefs {
  private readonly times: RepeatedTimes;
  private readonly levels = new NameCache(parseLevel);
  private readonly names = new NameCache(nameIn);
  private readonly quotedNames = new NameCache((raw) => nameIn(raw).replaceAll(DOUBLED, '"'));

  constructor(order: DateOrder | 'auto') {
    this.times = new RepeatedTimes(order);
  }

  /** What the dates so far say about the order of day and month. */
  get dateOrder(): DateOrder | undefined {
    return this.times.dateOrder;
  }

  /** The values of a row. */
  read(source: EventRow): RecordBrief {
    const { window, row, layout } = source;
    const { level, eventId, provider, computer } = layout.columns;
    return {
      start: window.base + row.start,
      end: window.base + row.end,
      provider: this.name(source, provider),
      eventId: eventIdOf(source, eventId),
      level: this.level(source, level),
      timeCreated: this.time(source),
      computer: this.name(source, computer) || undefined,
    };
  }

  private level({ window, row }: EventRow, index = -1): RecordBrief['level'] {
    if (index < 0 || index >= row.starts.length) return undefined;
    return this.levels.at(window.text, row.starts[index] ?? 0, row.ends[index] ?? 0);
  }

  /** Empty when the field is missing or blank. */
  private name(source: EventRow, index = -1): string {
    const { window, row } = source;
    if (index < 0 || index >= row.starts.length) return '';
    const names = isQuoted(source, index) ? this.quotedNames : this.names;
    return names.at(window.text, row.starts[index] ?? 0, row.ends[index] ?? 0);
  }

  private time(source: EventRow): EventTime | undefined {
    const { window, row, layout } = source;
    const { timeCreated, timeOfDay } = layout.columns;
    if (timeOfDay !== undefined || layout.isUtc) return this.times.parse(timeText(source));
    return this.times.parse(window.text, row.starts[timeCreated], row.ends[timeCreated]);
  }
}

/** The low word of the number in the field. */
function eventIdOf({ window, row }: EventRow, index: number): number | undefined {
  const id = parseEventId(window.text, row.starts[index], row.ends[index]);
  return id === undefined ? undefined : id & 0xffff;
}

function nameIn(raw: string): string {
  const start = skipWhiteSpace(raw, 0, raw.length);
  return onOneLine(raw.slice(start, trimmedEnd(raw, start, raw.length)));
}
