import type { EventRecord } from '../records/eventRecord';
import { HEAD_LENGTH, detectFormat } from '../formats/index';
import type { EventFormat, Problem, ReadSettings, RecordReader, RecordSink } from '../formats/format';
import { withInsertionStrings } from '../records/insertionStrings';
import { type TemplateIndex, indexTemplates } from '../records/templateIndex';
import { type Interest, compileInterest } from '../rules/interest';
import { matchSigns } from '../rules/matchSigns';
import type { Catalogue } from '../rules/rule';
import { LineCounter } from '../text/lineCounter';
import type { TextWindow } from '../text/span';
import type { Finding, LocatedProblem, SourceReport } from './finding';
import { RecordIndex } from './recordIndex';
import { SourceSummary } from './sourceSummary';
import { underOrder } from './timeSpan';

/** A record longer than this is not waited for: it is reported and skipped. UTF-16 units. */
const LONGEST_RECORD = 16 * 1024 * 1024;

/** Problems kept for each source; the others are counted. */
const MOST_PROBLEMS = 1000;

export interface ScanSettings extends Pick<ReadSettings, 'dateOrder'> {
  /** Keep where each record stands, for hover and outline of an open document; costs 16 bytes a record. */
  readonly recordIndex?: boolean;
}

/**
 * Reads one source from its first block to its last, whether it is an open document or a file on disk, and gathers what
 * the catalogue knows about its events. Memory does not grow with the source, apart from the findings and the index.
 */
export class SourceScan {
  readonly recordIndex = new RecordIndex();

  private readonly interest: Interest;
  private readonly templates: TemplateIndex;
  private readonly readSettings: ReadSettings;
  private readonly summary = new SourceSummary();
  private readonly lines = new LineCounter();
  private readonly findings: Finding[] = [];
  private readonly problems: LocatedProblem[] = [];
  private problemCount = 0;

  private format: EventFormat | undefined;
  private reader: RecordReader | undefined;
  /** Text that is not read yet: `pending[0]` stands at offset `base`. */
  private pending = '';
  private base = 0;
  /** A window shorter than this would not complete the record that it starts with. */
  private enough = HEAD_LENGTH;

  /** `path` is the path or URI by which the findings name the source. */
  constructor(
    private readonly path: string,
    private readonly catalogue: Catalogue,
    private readonly settings: ScanSettings,
  ) {
    this.interest = compileInterest(catalogue);
    this.templates = indexTemplates(catalogue.messageTemplates, catalogue.providerAliases);
    this.readSettings = { dateOrder: settings.dateOrder, messageTemplates: catalogue.messageTemplates };
  }

  /** Whether the content, as far as it is known, is none of ours: nothing more needs to be pushed. */
  get isForeign(): boolean {
    return this.format === undefined && this.pending.length >= HEAD_LENGTH;
  }

  /** Reads the next block of decoded text; any size. */
  push(text: string): void {
    if (this.isForeign) return;
    this.pending += text;
    if (this.pending.length >= this.enough) this.read(false);
  }

  /** Reads what is left and reports. `encoding` is the name by which the source was decoded. */
  finish(encoding: string, hasInvalidBytes = false): SourceReport {
    this.read(true);
    const { order, ...times } = this.summary.times(this.reader?.dateOrder, this.settings.dateOrder);
    if (hasInvalidBytes) this.addProblem({ code: 'bytes-not-in-encoding', range: START_OF_FILE });
    return {
      path: this.path,
      format: this.format?.id,
      encoding,
      recordCount: this.summary.recordCount,
      ...times,
      problems: this.problems,
      problemCount: this.problemCount,
      findings: this.findings.map((finding) => ({ ...finding, record: settleTime(finding.record, order) })),
      timeMarks: this.summary.timeMarks.map((mark) => ({ ...mark, time: underOrder(mark.time, order) })),
      computers: this.summary.computers,
    };
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
    return found && withInsertionStrings(found, this.templates);
  }

  private read(ended: boolean): void {
    if (!this.reader && !this.chooseFormat()) return;
    const window = this.takeWindow(ended);
    const consumed = this.reader?.read(window, this.sinkFor(window)) ?? window.text.length;
    this.settle(window, consumed);
  }

  private chooseFormat(): boolean {
    this.format = detectFormat(this.pending.slice(0, HEAD_LENGTH));
    this.reader = this.format?.openReader(this.readSettings);
    return this.format !== undefined;
  }

  /** A CR at the end of the text so far is held back, as the LF after it would belong to the same line end. */
  private takeWindow(ended: boolean): TextWindow {
    const splitsLineEnd = !ended && this.pending.endsWith('\r');
    return { text: splitsLineEnd ? this.pending.slice(0, -1) : this.pending, base: this.base, ended };
  }

  private settle(window: TextWindow, consumed: number): void {
    let done = consumed;
    if (window.text.length - done > LONGEST_RECORD) {
      const start = window.base + done;
      this.sinkFor(window).problem({ code: 'record-too-long', span: { start, end: start + 1 } });
      done = window.text.length;
    }
    this.lines.advance(window, window.base + done);
    this.pending = this.pending.slice(done);
    this.base += done;
    // Waiting for twice as much keeps the work linear however long a record is.
    this.enough = Math.max(HEAD_LENGTH, this.pending.length * 2);
  }

  private sinkFor(window: TextWindow): RecordSink {
    return {
      head: (head) => {
        this.summary.add(head);
        if (this.settings.recordIndex) this.recordIndex.add(head.span);
        return this.interest.wants(head.provider.value, head.eventId?.value);
      },
      record: (record) => {
        this.match(window, withInsertionStrings(record, this.templates));
      },
      problem: (problem) => {
        this.lines.advance(window, problem.span.start);
        this.addProblem(located(problem, this.lines, window));
      },
    };
  }

  private match(window: TextWindow, record: EventRecord): void {
    for (const rule of this.catalogue.rules) {
      for (const { sign, place } of matchSigns(record, rule, this.catalogue.providerAliases)) {
        this.lines.advance(window, record.span.start);
        this.findings.push({
          id: `${this.path}#${record.span.start}/${rule.id}/${sign.id}`,
          ruleId: rule.id,
          signId: sign.id,
          path: this.path,
          range: this.lines.rangeOf(window, place),
          recordRange: this.lines.rangeOf(window, record.span),
          // Strings cut out of a block would keep the whole block in memory.
          record: structuredClone(record),
        });
      }
    }
  }

  private addProblem(problem: LocatedProblem): void {
    this.problemCount++;
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }
}

const START_OF_FILE = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };

function located(problem: Problem, lines: LineCounter, window: TextWindow): LocatedProblem {
  const { code, detail, span } = problem;
  return { code, range: lines.rangeOf(window, span), ...(detail !== undefined && { detail }) };
}

function settleTime(record: EventRecord, order: Parameters<typeof underOrder>[1]): EventRecord {
  const { timeCreated } = record;
  if (!timeCreated?.value.ambiguous) return record;
  return { ...record, timeCreated: { ...timeCreated, value: underOrder(timeCreated.value, order) } };
}
