import type { EventRecord } from '../records/eventRecord';
import { HEAD_LENGTH, detectFormat } from '../formats/index';
import {
  type ByteSkimmer,
  type EventFormat,
  type Problem,
  type ReadSettings,
  type RecordReader,
  type SkimSink,
  longestRecordOf,
} from '../formats/format';
import { DEFAULT_BIAS_DIRECTION, type LogEntry } from '../records/logEntry';
import { type RecordBrief, briefOf } from '../records/recordBrief';
import { withInsertionStrings } from '../records/insertionStrings';
import { type TemplateIndex, indexTemplates } from '../records/templateIndex';
import { compileInterest } from '../rules/interest';
import { knownKeyTest } from '../regLanguage/index';
import { registryKeysOf } from '../rules/registryKeys';
import type { Catalogue } from '../rules/rule';
import { countTextLines } from '../text/countLines';
import type { CodePage, PassedEncoding } from '../text/encoding';
import { LineCounter } from '../text/lineCounter';
import type { Position, Range, Span, TextWindow } from '../text/span';
import {
  type Finding,
  type LocatedProblem,
  type LocatedValue,
  MOST_REGISTRY_PLACES,
  type RegistryPlace,
  type SourceReport,
} from './finding';
import { FindingList } from './findingList';
import { ProblemList } from './problemList';
import { RecordIndex } from './recordIndex';
import { SourceSummary } from './sourceSummary';
import { type SourceOrder, recordUnderOrder, underOrder } from './timeSpan';

/** UTF-16 units of a block that are read at a time. */
const PIECE = 0x10000;

/** Units of a piece in which a record mostly ends that began in the piece before. */
const SEAM = 0x1000;

/** Text as long as this fits into every skimmer. */
const MOST_HANDED_OVER = PIECE;

/** Stands for what could not be decoded. */
const LOST = '\uFFFD';

/** What is written in no UTF-8. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Shorter windows are waited with, once the format is known. */
const LEAST_WINDOW = PIECE / 2;

export interface ScanSettings extends Pick<ReadSettings, 'dateOrder' | 'biasDirection'> {
  /** Keep where each record stands, for hover and outline of an open document; costs 24 bytes a record. */
  readonly recordIndex?: boolean;
  /** The code page of files that are neither UTF-8 nor UTF-16; Windows-1252 when left out. */
  readonly fallbackEncoding?: CodePage | undefined;
}

/** Where a text ends: UTF-16 units from its start, and the same as line and column. */
export interface SourceEnd {
  readonly offset: number;
  readonly position: Position;
}

/**
 * Reads one source from its first block to its last, whether it is an open document or a file on disk, and gathers what
 * the catalogue knows about its events. Memory does not grow with the source, apart from the findings and the index.
 */
export class SourceScan {
  readonly recordIndex = new RecordIndex();

  private readonly templates: TemplateIndex;
  private readonly readSettings: ReadSettings;
  private readonly summary: SourceSummary;
  private readonly lines = new LineCounter();
  private readonly findings: FindingList;
  private readonly list = new ProblemList();
  private readonly registryValues = new Map<string, LocatedValue>();
  private readonly registryPlaces: RegistryPlace[] = [];

  private format: EventFormat | undefined;
  private reader: RecordReader | undefined;
  /** Of day and month, once all dates were seen. */
  private order: SourceOrder | undefined;
  /** Text that is not read yet: `pending[0]` stands at offset `base`. */
  private pending = '';
  private base = 0;
  /** Offset up to which the text belongs to events or was counted as other text. */
  private coveredTo = 0;
  private skippedLines = 0;
  /** The first character that stands for one that could not be decoded. */
  private firstLost: Range | undefined;
  /** Where the encoding changes for the first time; told when all is read, as how much was read before depends on the blocks. */
  private change: Range | undefined;
  /** Where the text starts to be garbled, of an open document. */
  private garbled: Range | undefined;
  /** A window shorter than this would not complete the record that it starts with. */
  private enough = HEAD_LENGTH;

  /**
   * `path` is the path or URI by which the findings name the source; `known` is its format where that is known, as of the
   * excerpt of a log, which may be too small a part to tell.
   */
  constructor(
    private readonly path: string,
    catalogue: Catalogue,
    private readonly settings: ScanSettings,
    private readonly known?: EventFormat,
  ) {
    this.findings = new FindingList(path, catalogue);
    this.summary = new SourceSummary(compileInterest(catalogue));
    this.templates = indexTemplates(catalogue.messageTemplates, catalogue.providerAliases);
    const { dateOrder, biasDirection = DEFAULT_BIAS_DIRECTION } = settings;
    this.readSettings = {
      dateOrder,
      biasDirection,
      messageTemplates: catalogue.messageTemplates,
      registryKeys: registryKeysOf(catalogue),
      ...(catalogue.knownRegistry && { isKnownKey: knownKeyTest(catalogue.knownRegistry) }),
    };
  }

  /** Whether the content, as far as it is known, is none of ours: nothing more needs to be pushed. */
  get isForeign(): boolean {
    return this.format === undefined && !this.known && this.pending.length >= HEAD_LENGTH;
  }

  /** Reads the next block of decoded text; any size. */
  push(text: string): void {
    // Windows of a large block are put together in the part of the memory where strings come and go at no cost.
    for (let at = 0; at < text.length && !this.isForeign; at += PIECE) {
      this.take(text.length <= PIECE ? text : text.slice(at, at + PIECE));
    }
  }

  /** The text that is pushed next is in another encoding than that before it. */
  noteChange(): void {
    this.change ??= this.placeAhead('', 0);
  }

  /** The text is garbled from here on, as it is in another encoding than the editor took it for. */
  noteGarbled(range: Range): void {
    this.garbled = range;
  }

  /**
   * What passes over the bytes that follow, and has taken the text that was not read yet; undefined when all of them have to be read as
   * text for now.
   */
  startSkim(passes: PassedEncoding): ByteSkimmer | undefined {
    const { pending } = this;
    if (this.settings.recordIndex || pending.length > MOST_HANDED_OVER || LONE_SURROGATE.test(pending))
      return undefined;
    const skimmer = this.reader?.skimmer?.(passes);
    if (!skimmer) return undefined;
    skimmer.takeText(pending);
    this.pending = '';
    this.enough = LEAST_WINDOW;
    return skimmer;
  }

  /** Goes on with the bytes that it has taken. False when what it has left has to be read as text. */
  skim(skimmer: ByteSkimmer): boolean {
    for (;;) {
      const skimmed = skimmer.next(this.summary.hasAllComputers);
      this.base += skimmed.units;
      this.lines.skip(skimmed);
      if (skimmed.record === undefined) return !skimmed.needsText;
      const window = { text: skimmed.record, base: this.base, ended: true };
      skimmer.read(window, this.sinkFor(window));
      this.settle(window, window.text.length);
    }
  }

  /** Where the unit at that offset of text stands that is pushed next. */
  private placeAhead(text: string, at: number): Range {
    const window = { text: `${this.pending}${text.slice(0, at)}`, base: this.base, ended: false };
    const place = this.lines.positionAt(window, this.base + window.text.length);
    return { start: place, end: place };
  }

  private take(piece: string): void {
    const lost = this.firstLost ? -1 : piece.indexOf(LOST);
    if (lost >= 0) this.firstLost = this.placeAhead(piece, lost);
    this.pending = piece.length > SEAM && this.reader ? this.readSeam(piece) : this.pending + piece;
    if (this.pending.length >= this.enough) this.read(false);
  }

  /**
   * Reads the record that goes on from what is pending into the piece, so that not all of the piece has to be copied behind
   * it. Returns what is pending then.
   */
  private readSeam(piece: string): string {
    if (this.pending.length === 0) return piece;
    if (this.pending.length > SEAM) return this.pending + piece;
    this.pending += piece.slice(0, SEAM);
    this.read(false);
    const left = this.pending.length;
    return left <= SEAM ? piece.slice(SEAM - left) : this.pending + piece.slice(SEAM);
  }

  /** Reads what is left and reports. `encoding` is the name by which the source was decoded. */
  finish(encoding: string, hasInvalidBytes = false): SourceReport {
    this.read(true);
    // A file that is none of ours need not be text.
    if (this.format) this.addEncodingProblems(hasInvalidBytes);
    const all = this.report(encoding, this.findings.findings);
    const report: SourceReport = this.garbled ? { ...all, isPartial: true } : all;
    this.order = report.dateOrder;
    const registry = this.reader?.registry;
    if (!registry) return report;
    const values = [...this.registryValues.values()];
    return {
      ...report,
      recordCount: registry.valueCount,
      registry: { ...registry, values, places: this.registryPlaces },
    };
  }

  private addEncodingProblems(hasInvalidBytes: boolean): void {
    if (this.change) this.list.add({ code: 'encoding-changes', range: this.change });
    if (this.garbled) this.list.add({ code: 'text-garbled', range: this.garbled });
    if (hasInvalidBytes) this.list.add({ code: 'bytes-not-in-encoding', range: this.firstLost ?? START_OF_FILE });
  }

  get findingCount(): number {
    return this.findings.findings.length;
  }

  /** What is known before the source is read to its end; see `ScanSoFar`. */
  soFar(firstFinding: number, encoding: string): SourceReport {
    return { ...this.report(encoding, this.findings.findings.slice(firstFinding)), isPartial: true };
  }

  private report(encoding: string, findings: readonly Finding[]): SourceReport {
    const times = this.summary.times(this.reader?.dateOrder, this.settings.dateOrder);
    const order = times.dateOrder;
    return {
      path: this.path,
      format: this.format?.id,
      encoding,
      recordCount: this.summary.recordCount,
      counts: this.summary.counts.tally,
      ...times,
      problems: this.list.problems,
      problemCount: this.list.problemCount,
      coverage: {
        missing: this.summary.missing.counts,
        problemCounts: this.list.counts,
        skippedLines: this.skippedLines,
        findingsLeftOut: this.findings.leftOut,
      },
      findings: findings.map((finding) => ({ ...finding, record: recordUnderOrder(finding.record, order) })),
      timeMarks: this.summary.timeMarks.map((mark) => ({ ...mark, time: underOrder(mark.time, order) })),
      computers: this.summary.computers,
      ...(this.format?.id === 'cmtrace' && { biasDirection: this.readSettings.biasDirection }),
    };
  }

  /** Where the text that was read ends, once {@link finish} was called. */
  get end(): SourceEnd {
    const nothing = { text: '', base: this.base, ended: true };
    return { offset: this.base, position: this.lines.positionAt(nothing, this.base) };
  }

  /**
   * Reads again the one record whose text this is, as {@link recordIndex} told after {@link finish}; undefined when the
   * text holds none.
   */
  readRecord(text: string, base: number): EventRecord | undefined {
    let found: EventRecord | undefined;
    this.reader?.read(
      { text, base, ended: true },
      {
        head: () => true,
        record: (record) => (found ??= record),
        problem: () => undefined,
      },
    );
    return found && recordUnderOrder(withInsertionStrings(found, this.templates), this.order);
  }

  /** The same for an entry of a CMTrace log. */
  readEntry(text: string, base: number): LogEntry | undefined {
    let found: LogEntry | undefined;
    this.reader?.read(
      { text, base, ended: true },
      {
        head: () => true,
        record: () => undefined,
        entry: (entry) => (found ??= entry),
        problem: () => undefined,
      },
    );
    return found;
  }

  private read(ended: boolean): void {
    if (!this.reader && !this.chooseFormat()) return;
    const window = this.takeWindow(ended);
    const consumed = this.reader?.read(window, this.sinkFor(window)) ?? window.text.length;
    this.settle(window, consumed);
  }

  private chooseFormat(): boolean {
    this.format = this.known ?? detectFormat(this.pending.slice(0, HEAD_LENGTH));
    this.reader = this.format?.openReader(this.readSettings);
    this.skippedLines += countTextLines(this.pending, 0, this.format?.prose?.length ?? 0);
    return this.format !== undefined;
  }

  /** A CR at the end of the text so far is held back, as the LF after it would belong to the same line end. */
  private takeWindow(ended: boolean): TextWindow {
    const splitsLineEnd = !ended && this.pending.endsWith('\r');
    return { text: splitsLineEnd ? this.pending.slice(0, -1) : this.pending, base: this.base, ended };
  }

  private settle(window: TextWindow, consumed: number): void {
    const longest = longestRecordOf(this.format);
    let done = consumed;
    if (window.text.length - done > longest) {
      const start = window.base + done;
      this.sinkFor(window).problem({ code: 'record-too-long', span: { start, end: start + 1 } });
      this.reader?.passOver?.();
      done = window.text.length;
    }
    if (this.format?.hasOtherText) this.coverTo(window, window.base + done, window.base + done);
    this.lines.advance(window, window.base + done);
    this.pending = this.pending.slice(done);
    this.base += done;
    // Waiting for twice as much keeps the work linear however long a record is. One that has to wait is given up behind the longest.
    const twice = this.pending.length * 2;
    this.enough = Math.max(LEAST_WINDOW, done === 0 ? Math.min(twice, longest + 1) : twice);
  }

  private sinkFor(window: TextWindow): SkimSink {
    return {
      head: (head) => this.count(window, briefOf(head)),
      brief: (brief) => this.count(window, brief),
      counterFor: (brief) => (this.needsPlaces ? undefined : this.summary.counterFor(brief)),
      record: (record) => {
        this.match(window, withInsertionStrings(record, this.templates));
      },
      registryValue: ({ span, ...value }) => {
        this.lines.advance(window, span.start);
        this.registryValues.set(`${value.path}\n${value.name}`, { ...value, range: this.lines.rangeOf(window, span) });
      },
      registryPlace: ({ start }, ordinal) => {
        if (this.registryPlaces.length >= MOST_REGISTRY_PLACES) return;
        this.lines.advance(window, start);
        this.registryPlaces.push({ start: this.lines.positionAt(window, start), ordinal });
      },
      problem: (problem) => {
        this.lines.advance(window, problem.span.start);
        this.list.add(located(problem, this.lines, window));
      },
    };
  }

  /** Whether more has to be known of each record than of what kind it is. */
  private get needsPlaces(): boolean {
    return this.settings.recordIndex === true || this.format?.hasOtherText === true;
  }

  private count(window: TextWindow, brief: RecordBrief): boolean {
    if (this.format?.hasOtherText) this.coverTo(window, brief.start, brief.end);
    if (this.settings.recordIndex) this.recordIndex.add(brief);
    return this.summary.add(brief);
  }

  private coverTo(window: TextWindow, start: number, end: number): void {
    this.skippedLines += countTextLines(window.text, this.coveredTo - window.base, start - window.base);
    this.coveredTo = Math.max(this.coveredTo, end);
  }

  private match(window: TextWindow, record: EventRecord): void {
    this.lines.advance(window, record.span.start);
    const rangeOf = (span: Span): Range => this.lines.rangeOf(window, span);
    this.findings.addFrom(record, rangeOf);
  }
}

const START_OF_FILE = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };

function located(problem: Problem, lines: LineCounter, window: TextWindow): LocatedProblem {
  const { code, detail, span } = problem;
  return { code, range: lines.rangeOf(window, span), ...(detail !== undefined && { detail }) };
}
