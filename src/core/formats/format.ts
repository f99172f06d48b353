import type { DateOrder } from '../records/eventTime';
import type { EventRecord, RecordHead } from '../records/eventRecord';
import type { BiasDirection, LogEntry } from '../records/logEntry';
import type { RecordBrief } from '../records/recordBrief';
import type { MessageTemplate } from '../records/messageTemplate';
import type { PassedEncoding } from '../text/encoding';
import type { SkippedStretch } from '../text/lineCounter';
import type { Span, TextWindow } from '../text/span';
import type { FoundValue, RegProblemCode, RegistryEvidence } from '../registry/index';
import type { EvtxProblemCode } from './evtx/problem';

/** Formats by name; the words that a person reads for them stand in presentation. */
export type FormatId =
  | 'event-xml'
  | 'event-json'
  | 'clixml'
  | 'powershell-csv'
  | 'event-csv'
  | 'event-txt'
  | 'event-text'
  | 'wevtutil-text'
  | 'powershell-list'
  | 'powershell-table'
  | 'wmic-list'
  | 'wmic-csv'
  | 'splunk-text'
  | 'eventquery-list'
  | 'eventquery-table'
  | 'nt5-list'
  | 'nt5-text'
  | 'vew-text'
  | 'full-event-log-text'
  | 'psloglist'
  | 'psloglist-list'
  | 'details-text'
  | 'cmtrace'
  | 'evtx'
  /** Recognised to say that it is not read. */
  | 'evt'
  | 'reg'
  | 'reg-query';

/** What a reader could not read, and where. The words for each code stand in `presentation/problemText.ts`. */
export interface Problem {
  readonly code: ProblemCode;
  readonly span: Span;
  /** What fills the gaps of the sentence, such as what the XML parser said. Text from the log: escape it when shown. */
  readonly detail?: string;
}

export type ProblemCode =
  | EvtxProblemCode
  | 'evt-not-supported'
  | RegProblemCode
  | 'xml-malformed'
  | 'xml-cut-off'
  | 'xml-declares-entities'
  | 'json-damaged'
  | 'json-lines-broken'
  | 'row-too-short'
  | 'quote-not-closed'
  | 'field-not-readable'
  | 'letters-lost'
  | 'text-cut'
  | 'time-without-year'
  | 'record-cut-off'
  | 'record-start-missing'
  | 'record-too-long'
  | 'text-not-understood'
  | 'entry-start-missing'
  | 'entry-not-closed'
  | 'entry-cut-off'
  | 'entry-damaged'
  | 'bias-not-readable'
  | 'text-between-entries'
  | 'text-between-events'
  | 'value-left-out'
  | 'bytes-not-in-encoding'
  | 'encoding-changes'
  | 'text-garbled';

/** Where a reader puts what it reads, in the order of the source. */
export interface RecordSink {
  /** Counts a record. True asks for the whole record, which the reader then hands to {@link record}. */
  head(head: RecordHead): boolean;
  /** The same for a reader that has the values before their places; it then calls this and not {@link head}. */
  brief?(brief: RecordBrief): boolean;
  /**
   * Asked after {@link brief} did not want a record: who counts those of the source that have the same provider, event id and level, a
   * time in UTC, and lack what this one lacks; undefined where each of them has to be handed over.
   */
  counterFor?(brief: RecordBrief): KindCounter | undefined;
  record(record: EventRecord): void;
  /** What {@link record} is for events, for the entries of a CMTrace log. */
  entry?(entry: LogEntry): void;
  problem(problem: Problem): void;
  /** A value of a registry export that was asked for. */
  registryValue?(value: FoundValue): void;
  /** A key of a registry file with its values and all lines up to the next key. */
  registryKey?(span: Span): void;
  /** Such a key that there is something to say of; so many keys are before it. */
  registryPlace?(span: Span, ordinal: number): void;
}

/** Counts more records of a kind that the sink knows; their times, in milliseconds from 1970 on, are in UTC. */
export interface KindCounter {
  add(count: number, first: number, last: number): void;
}

/** Takes records that are passed over as well as those that are read. */
export type SkimSink = RecordSink & Required<Pick<RecordSink, 'brief' | 'counterFor'>>;

/** What was passed over and what came then. */
export interface Skimmed extends SkippedStretch {
  /** The record that comes next and has to be read. */
  readonly record?: string | undefined;
  /** Without a record: the bytes from here on have to be decoded and searched; otherwise more of them have to be taken. */
  readonly needsText: boolean;
}

/** Passes over records that need only be counted, in bytes that are not decoded. */
export interface ByteSkimmer {
  /** Takes text of whole characters, at most 64 Ki units, before any bytes. */
  takeText(text: string): void;
  /** Takes bytes that follow those before; returns for how many there was room, at least one after {@link next}. */
  take(bytes: Uint8Array): number;
  /** Whether looking at what was taken is worth it. */
  readonly hasEnough: boolean;
  /** Passes over what only has to be counted; records of computers that it has not met only with `takesAllComputers`. */
  next(takesAllComputers: boolean): Skimmed;
  /** Reads the record at which it has stopped, which is the window, and may count those like it from now on. */
  read(window: TextWindow, sink: SkimSink): void;
  /** Hands over what was counted. Returns the bytes that are left; it must not be used afterwards. */
  close(): Uint8Array;
}

/** What reading depends on besides the text. */
export interface ReadSettings {
  /** How to read a date such as 10/7/2016 when neither its notation nor the rest of the file tells. */
  readonly dateOrder: DateOrder | 'auto';
  readonly messageTemplates: readonly MessageTemplate[];
  /** How the bias of CMTrace logs counts; west of UTC when left out. */
  readonly biasDirection?: BiasDirection;
  /** Full paths of the keys of a registry export that are looked at. */
  readonly registryKeys?: readonly string[];
  /** Whether something is published of the key with this path, or of one that it is taken for. */
  readonly isKnownKey?: (path: string) => boolean;
}

/** Reads one source from its first window to its last. */
export interface RecordReader {
  /**
   * Reads every record that is complete in the window, in order, and returns how many code units of `window.text` it is
   * done with. The next window starts at the first unit that was not consumed and is longer. When `window.ended`, all of
   * it is consumed. Never throws on input; work is linear in the text.
   *
   * After the last window it may be called again with `ended` windows that hold exactly one record each: that is how
   * a single record of an open document is read again when somebody points at it.
   */
  read(window: TextWindow, sink: RecordSink): number;
  /**
   * Lines that the event handed over last is read below, such as the columns of a table and the provider above them: an event
   * that is read without what stands before it needs them. Undefined where there are none.
   */
  readonly above?: string | undefined;
  /**
   * Passes over the bytes that follow the text that was consumed, as far as they are in this encoding and their records need only be
   * counted. Undefined when it can not be done, or not from here on.
   */
  skimmer?(passes: PassedEncoding): ByteSkimmer | undefined;
  /**
   * Tells that the text that was not consumed is not waited for: it is too long for a record. The next window starts behind it,
   * in the middle of whatever it is. Readers that would not mind that do without.
   */
  passOver?(): void;
  /** What the whole file says about the order of day and month; undefined as long as nothing told. */
  readonly dateOrder?: DateOrder | undefined;
  /** What a registry export shows, once it is read to its end; undefined for event logs. */
  readonly registry?: RegistryEvidence;
}

/** A record longer than this is not waited for: it is reported and skipped. UTF-16 units. */
export const LONGEST_RECORD = 4 * 1024 * 1024;

/** The same of one format. */
export function longestRecordOf(format: EventFormat | undefined): number {
  return format?.longestRecord ?? LONGEST_RECORD;
}

/** One shape in which event logs are exported. Adding a format is one file that exports this, and one line in `index.ts`. */
export interface EventFormat {
  readonly id: FormatId;
  /** Set where text between events is passed over without a problem: its lines are counted. */
  readonly hasOtherText?: true;
  /** So many units at the start are about what follows, or the rest of a record: their lines are counted. What stands below them has the format `below`. */
  readonly prose?: { readonly length: number; readonly below: EventFormat };
  /**
   * Where the rest of a record ends with which the text starts, as a log that was cut does; undefined where there is none. Told by what
   * follows it, which must have this shape.
   */
  restEnd?(head: string): number | undefined;
  /** UTF-16 units of its longest record, where that is not {@link LONGEST_RECORD}. */
  readonly longestRecord?: number | undefined;
  /** Whether the text that starts with `head` (at most 64 Ki units, possibly cut anywhere) has this shape. Content only. */
  detect(head: string): boolean;
  openReader(settings: ReadSettings): RecordReader;
}
