import type { EventTime } from '../records/eventTime';
import type { BiasDirection } from '../records/logEntry';
import type { EventRecord } from '../records/eventRecord';
import type { FormatId, ProblemCode } from '../formats/format';
import type { Coverage } from './coverage';
import type { FoundValue, RegistryEvidence } from '../registry/index';
import type { RecordTally } from './recordCounts';
import type { SourceOrder } from './timeSpan';
import type { Position, Range } from '../text/span';

/** One sign of a rule, seen in one source. */
export interface Finding {
  /** Stable for the same text: path, offset of the record, rule and sign. */
  readonly id: string;
  readonly ruleId: string;
  readonly signId: string;
  /** The source's path or URI, as it was given. */
  readonly path: string;
  /** Where the squiggle goes: `7031` of `<EventID>7031</EventID>`. */
  readonly range: Range;
  /** The whole record. */
  readonly recordRange: Range;
  readonly record: EventRecord;
}

/** A problem with its place as line and column. */
export interface LocatedProblem {
  readonly code: ProblemCode;
  readonly detail?: string;
  /** Where in a file that is not text. */
  readonly byteOffset?: number;
  readonly range: Range;
}

/** An event of level 3 or worse with its time: the same event in two exports shows how far their clocks are apart. */
export interface TimeMark {
  /** Provider in lower case and event id: `service control manager/7031`. */
  readonly key: string;
  readonly time: EventTime;
}

/** All that reading one source gave. */
export interface SourceReport {
  readonly path: string;
  /** Undefined: the content is none of ours. */
  readonly format: FormatId | undefined;
  /** Set as long as the source is being read, and where reading it was given up: nothing is known of what follows. */
  readonly isPartial?: true;
  readonly encoding: string;
  readonly recordCount: number;
  /** The records by provider, event id and level. */
  readonly counts: RecordTally;
  /** Of the records with a time of the same zone as most; undefined when none has one. */
  readonly firstTime?: EventTime;
  readonly lastTime?: EventTime;
  readonly problems: readonly LocatedProblem[];
  /** How many problems there were; `problems` holds the first so many. */
  readonly problemCount: number;
  /** What of it was not read. */
  readonly coverage: Coverage;
  readonly findings: readonly Finding[];
  /** At most {@link MAX_TIME_MARKS}, the first ones. */
  readonly timeMarks: readonly TimeMark[];
  /** Order of day and month: read from the file, or assumed. Undefined when no date leaves it open. */
  readonly dateOrder?: SourceOrder;
  /** How the bias of a CMTrace log was read; undefined for other formats. */
  readonly biasDirection?: BiasDirection | undefined;
  /** Computers named by the records, as written, without repetition, at most so many. */
  readonly computers: readonly string[];
  /** What a registry export shows; undefined for event logs. */
  readonly registry?: SourceRegistry;
}

/** What a registry export shows, and where the values stand. */
export interface SourceRegistry extends RegistryEvidence {
  /** Each value once, where it stands last. */
  readonly values: readonly LocatedValue[];
  /** Keys that there is something to say of; the first ones, at most {@link MOST_REGISTRY_PLACES}. */
  readonly places: readonly RegistryPlace[];
}

/** A key of a registry file: where it starts, and how many keys are before it. */
export interface RegistryPlace {
  readonly start: Position;
  readonly ordinal: number;
}

/** An excerpt shows so many keys. */
export const MOST_REGISTRY_PLACES = 2000;

/** A value of a registry export that a known issue is about, with its place as line and column. */
export interface LocatedValue extends Omit<FoundValue, 'span'> {
  readonly range: Range;
}
