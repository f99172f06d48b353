import type { KindCounter } from '../formats/format';
import type { DateOrder, EventTime } from '../records/eventTime';
import type { RecordBrief } from '../records/recordBrief';
import type { Interest } from '../rules/interest';
import { ownCopy } from '../text/ownCopy';
import type { SourceReport, TimeMark } from './finding';
import { MissingFields } from './coverage';
import { RecordCounts } from './recordCounts';
import { TimeSpan } from './timeSpan';

/** Events kept to compare the clocks of two exports; the first ones of a file. */
export const MOST_TIME_MARKS = 2000;
/** Computers kept of a source. */
export const MOST_COMPUTERS = 16;
/** Errors and warnings are rare enough to tell events apart by their time. */
const WORST_LEVELS: readonly (number | undefined)[] = [1, 2, 3];

type Times = Pick<SourceReport, 'firstTime' | 'lastTime' | 'dateOrder'>;

/** What is known about a source as a whole, gathered from the heads of its records. */
export class SourceSummary {
  recordCount = 0;
  readonly timeMarks: TimeMark[] = [];
  readonly computers: string[] = [];

  readonly counts: RecordCounts;
  readonly missing = new MissingFields();

  private lastComputer: string | undefined;
  private readonly timeSpan = new TimeSpan();
  private readonly providerKeys = new Map<string, string>();
  /** The order in which the first ambiguous date was read. */
  private ambiguousOrder: DateOrder | undefined;

  constructor(interest: Interest) {
    this.counts = new RecordCounts(interest);
  }

  /** Returns whether the record is worth reading in full. */
  add(brief: RecordBrief): boolean {
    this.recordCount++;
    const isWanted = this.counts.add(brief);
    this.missing.add(brief);
    const { computer, timeCreated: time } = brief;
    if (computer !== this.lastComputer) this.addComputer(computer);
    if (time) this.addTime(brief, time);
    return isWanted;
  }

  /** Who counts more records of this kind, which was added before; undefined as long as more is kept of each than that it was there. */
  counterFor(brief: RecordBrief): KindCounter | undefined {
    if (this.timeMarks.length < MOST_TIME_MARKS && isMarked(brief)) return undefined;
    const kind = this.counts.unwanted(brief);
    if (!kind) return undefined;
    return {
      add: (count, first, last) => {
        kind.count += count;
        this.recordCount += count;
        this.missing.add(brief, count);
        this.timeSpan.addMany(count, first, last);
      },
    };
  }

  /** Whether as many computers are known as are kept. */
  get hasAllComputers(): boolean {
    return this.computers.length === MOST_COMPUTERS;
  }

  private addTime(brief: RecordBrief, time: EventTime): void {
    this.timeSpan.add(time);
    this.ambiguousOrder ??= time.ambiguous?.order;
    if (this.timeMarks.length < MOST_TIME_MARKS) this.addTimeMark(brief, time);
  }

  private addTimeMark(brief: RecordBrief, time: EventTime): void {
    if (isMarked(brief)) this.timeMarks.push({ key: `${this.providerKey(brief.provider)}/${brief.eventId}`, time });
  }

  private addComputer(computer: string | undefined): void {
    this.lastComputer = computer;
    if (!computer || this.computers.length === MOST_COMPUTERS || this.computers.includes(computer)) return;
    this.computers.push(ownCopy(computer));
  }

  /** First and last time, read in the order that the file showed, else in the one that a setting states or that is usual. */
  times(evidence: DateOrder | undefined, setting: DateOrder | 'auto'): Times {
    const stated = evidence ?? (setting === 'auto' ? undefined : setting);
    const order = stated ?? this.ambiguousOrder;
    return {
      ...this.timeSpan.get(order ?? 'monthFirst'),
      ...(this.ambiguousOrder && order && { dateOrder: { order, assumed: stated === undefined } }),
    };
  }

  private providerKey(provider: string): string {
    const known = this.providerKeys.get(provider);
    if (known !== undefined) return known;
    const copy = ownCopy(provider);
    const key = copy.toLowerCase();
    this.providerKeys.set(copy, key);
    return key;
  }
}

function isMarked({ eventId, level }: RecordBrief): boolean {
  return eventId !== undefined && WORST_LEVELS.includes(level);
}
