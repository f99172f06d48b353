import type * as vscode from 'vscode';
import {
  type Catalogue,
  type EventRun,
  type LaidOutEvent,
  type LogEvent,
  type LogExcerpt,
  type LogSource,
  MOST_EVENTS_SHOWN,
  MOST_TEXT_SHOWN,
  type RegDocument,
  type SourceReport,
  type Steps,
  eventAtPlace,
  layOutEvent,
  pageFrom,
  pageHolding,
  readReg,
  renderLogExcerpt,
  runsAround,
  shownEventsText,
} from '../core';
import { LOOKED_AT, looksBinary } from './binaryLook';
import { sizeOf } from './folderFiles';
import { isBinary, openLogSource } from './logSources';
import { logUri, pageOf } from './logUris';
import { pathOf } from './places';
import { fileEncoding } from './regFileEncoding';
import type { Settings } from './settings';
import { inSlices } from './slices';
import { hasDocument } from './textDocuments';
import { startOfFile } from './uriRanges';

/** VS Code shares no text with extensions that has more UTF-16 units; `TextModel._MODEL_SYNC_LIMIT`. */
const LONGEST_DOCUMENT = 50 * 1024 * 1024;

/** A text made from a log, and what it shows of it. */
export interface ShownLog {
  readonly uri: vscode.Uri;
  readonly report: SourceReport;
  readonly excerpt: LogExcerpt;
  /** What is shown of the log, in words. */
  readonly title: string;
  readonly isAroundFindings: boolean;
  /** Whether there are events to be shown for what they are signs of. */
  readonly hasFindings: boolean;
  readonly content: LogSource['content'];
  readonly format: LogSource['format'];
  /** How many events the log has, or keys a registry file. */
  readonly count: number;
  /** Of a registry file: what its text is as such a file. */
  readonly reg?: RegDocument;
  /** Ordinals of the first event shown and of the one after the last. */
  readonly run: EventRun;
}

/** What belongs to one report: when the log is read again, all of it goes with the old report. */
interface ReportExcerpts {
  readonly source: Promise<LogSource>;
  readonly shown: Map<string, Promise<ShownLog>>;
  needsExcerpt?: Promise<boolean>;
}

/** Makes texts from logs, each once. */
export class LogExcerpts {
  private readonly made = new WeakMap<SourceReport, ReportExcerpts>();

  constructor(
    private readonly catalogue: () => Catalogue,
    private readonly settings: () => Settings,
  ) {}

  /** Whether VS Code shows the log only as an excerpt: it is no text, looks like none, or is more than extensions get to see. */
  needsExcerpt(source: vscode.Uri, report: SourceReport): Promise<boolean> {
    // The output of `reg query` is shown as it is: nothing is said of its lines.
    if (report.format === 'reg-query') return Promise.resolve(false);
    return (this.of(source, report).needsExcerpt ??= needsExcerpt(source, report));
  }

  /** The text at the address of a log or of one of its pages. Throws what the file system says. */
  shownAt(uri: vscode.Uri, source: vscode.Uri, report: SourceReport): Promise<ShownLog> {
    const { shown } = this.of(source, report);
    const key = uri.toString();
    const known = shown.get(key);
    if (known) return known;
    const made = this.make(uri, source, report);
    shown.set(key, made);
    // A file that could not be read now may be there the next time.
    made.catch(() => shown.delete(key));
    return made;
  }

  /** The text that shows an event of the log: the one for the log as a whole, else the page that holds it. */
  async shownWith(place: LogEvent['start'], source: vscode.Uri, report: SourceReport): Promise<ShownLog> {
    const whole = await this.shownAt(logUri(source), source, report);
    if (isShown(whole, place)) return whole;
    const log = await this.of(source, report).source;
    const ordinal = await log.ordinalAt(place);
    return ordinal === undefined ? whole : this.pageWith({ ordinal, start: place }, source, report);
  }

  /** The page that shows an event among all others. */
  async pageWith(
    { ordinal, start }: Pick<LogEvent, 'ordinal' | 'start'>,
    source: vscode.Uri,
    report: SourceReport,
  ): Promise<ShownLog> {
    const { from } = pageHolding(ordinal, countOf(report));
    const page = await this.shownAt(logUri(source, from), source, report);
    // Events may be so long that the page ends before it comes to this one.
    return isShown(page, start) ? page : this.shownAt(logUri(source, ordinal), source, report);
  }

  private of(source: vscode.Uri, report: SourceReport): ReportExcerpts {
    const known = this.made.get(report);
    if (known) return known;
    const opened = new Lazy(() =>
      openLogSource(source, report, {
        ...this.settings().scan,
        messageTemplates: this.catalogue().messageTemplates,
      }),
    );
    const made: ReportExcerpts = {
      get source() {
        return opened.value;
      },
      shown: new Map(),
    };
    this.made.set(report, made);
    return made;
  }

  private async make(uri: vscode.Uri, source: vscode.Uri, report: SourceReport): Promise<ShownLog> {
    const log = await this.of(source, report).source;
    const from = pageOf(uri);
    const count = countOf(report);
    const page = await readRuns(log, [pageFrom(from ?? 0, count)]);
    const isPart = page.length < count && from === undefined;
    const around = isPart ? await readRuns(log, await runsOfFindings(log, report)) : [];
    const isAroundFindings = around.length > 0;
    const events = isAroundFindings ? around : page;
    const input = {
      path: pathOf(source),
      source: log,
      eventCount: count,
      signEventCount: countSigns(report),
      events,
      isAroundFindings,
    };
    const excerpt = renderLogExcerpt(input);
    return {
      uri,
      report,
      excerpt,
      title: shownEventsText(input),
      isAroundFindings,
      hasFindings: input.signEventCount > 0,
      content: log.content,
      format: log.format,
      count,
      ...(log.content === 'reg' && { reg: readReg(excerpt.text, await fileEncoding(source, report.encoding)) }),
      run: { from: events[0]?.ordinal ?? 0, to: (events.at(-1)?.ordinal ?? -1) + 1 },
    };
  }
}

/** A value that is made when it is first asked for. */
class Lazy<T> {
  private made: T | undefined;

  constructor(private readonly make: () => T) {}

  get value(): T {
    return (this.made ??= this.make());
  }
}

function isShown({ excerpt }: ShownLog, place: LogEvent['start']): boolean {
  return eventAtPlace(excerpt, place) !== undefined;
}

async function needsExcerpt(source: vscode.Uri, report: SourceReport): Promise<boolean> {
  if (isBinary(report)) return true;
  if (source.scheme !== 'file' || hasDocument(source)) return false;
  const size = await sizeOf(source);
  const length = report.encoding.startsWith('utf-16') ? size / 2 : size;
  return length > LONGEST_DOCUMENT || looksBinary(await startOfFile(source, LOOKED_AT));
}

/** The events of the runs, as many as an excerpt may hold. */
async function readRuns(log: LogSource, runs: readonly EventRun[]): Promise<readonly LaidOutEvent[]> {
  const events: LaidOutEvent[] = [];
  let room = MOST_TEXT_SHOWN;
  for (const run of runs) {
    const read = await log.readEvents(run, room);
    events.push(...((await inSlices(layOut(read, log))) ?? []));
    room -= read.reduce((total, { text }) => total + text.length, 0);
    if (read.length < run.to - run.from || room <= 0) break;
  }
  return events;
}

function* layOut(events: readonly LogEvent[], { content }: LogSource): Steps<LaidOutEvent[]> {
  const laidOut: LaidOutEvent[] = [];
  for (const event of events) {
    laidOut.push(layOutEvent(event, content));
    yield;
  }
  return laidOut;
}

/** How many events there are that a text could show, or keys. */
function countOf({ recordCount, registry }: SourceReport): number {
  return registry ? registry.keyCount : recordCount;
}

/** How many events show signs, each of which can show several, or keys that there is something to say of. */
function countSigns({ findings, registry }: SourceReport): number {
  if (registry) return registry.places.length;
  return new Set(findings.map(({ recordRange: { start } }) => `${start.line}:${start.column}`)).size;
}

async function runsOfFindings(log: LogSource, report: SourceReport): Promise<readonly EventRun[]> {
  return runsAround(await ordinalsOfFindings(log, report), countOf(report));
}

async function ordinalsOfFindings(log: LogSource, { findings, registry }: SourceReport): Promise<readonly number[]> {
  if (registry) return registry.places.map(({ ordinal }) => ordinal);
  const ordinals: number[] = [];
  for (const { recordRange } of findings.slice(0, MOST_EVENTS_SHOWN)) {
    const ordinal = await log.ordinalAt(recordRange.start);
    if (ordinal !== undefined) ordinals.push(ordinal);
  }
  return ordinals;
}
