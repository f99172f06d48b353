import type { Span } from '../text/span';
import { IGNORED } from './entries';
import { EntryTable } from './entryTable';
import { LineEnds } from './lineEnds';
import { RepeatedValues } from './repeatedValues';
import { MAX_REG_PROBLEMS, type RegEffect, type RegProblem, type RegProblemCode } from './regProblem';
import type { RegVersion } from './regDocument';

/** What the parts of the reader share while they read one text. */
export interface Reading {
  readonly text: string;
  readonly version: RegVersion;
  readonly lines: LineEnds;
  readonly table: EntryTable;
  readonly problems: ProblemList;
  readonly repeated: RepeatedValues;
  /** Whether values go to a key. */
  hasKey: boolean;
}

/** Where the parts of a value stand whose name and `=` have been read. */
export interface ValuePlace {
  readonly start: number;
  readonly nameEnd: number;
  readonly dataStart: number;
  readonly lineEnd: number;
}

/** Roughly what an entry of an export takes: the first guess at how many there are. */
const UNITS_PER_ENTRY = 100;
/** Longest detail: it is shown in one sentence. */
const MAX_DETAIL = 80;

export function startReading(text: string, version: RegVersion, problems: ProblemList): Reading {
  const table = new EntryTable(Math.ceil(text.length / UNITS_PER_ENTRY));
  return {
    text,
    version,
    lines: new LineEnds(text),
    table,
    problems,
    repeated: new RepeatedValues(text, table),
    hasKey: false,
  };
}

/** Problems up to the limit, and how many there were. */
export class ProblemList {
  readonly found: RegProblem[] = [];
  count = 0;

  add(code: RegProblemCode, effect: RegEffect, span: Span, more: Pick<RegProblem, 'detail' | 'related'> = {}): void {
    this.count++;
    if (this.found.length >= MAX_REG_PROBLEMS) return;
    const detail = more.detail === undefined ? {} : { detail: more.detail.slice(0, MAX_DETAIL) };
    this.found.push({ code, span, effect, ...more, ...detail });
  }
}

/** Why a line is ignored, and where in it. */
export interface Fault {
  readonly code: RegProblemCode;
  readonly span: Span;
  readonly detail?: string;
  readonly related?: Span;
}

/** Keeps lines that an import ignores, and says why. Of those behind the last problem that is kept nobody asks for a single one. */
export function ignoreLines(reading: Reading, start: number, end: number, { code, span, ...more }: Fault): void {
  reading.table.addLines(IGNORED, start, end, reading.problems.count > MAX_REG_PROBLEMS);
  reading.problems.add(code, 'ignored', span, more);
}

/** A fault without anything to say but its place. */
export function fault(code: RegProblemCode, start: number, end: number): Fault {
  return { code, span: { start, end } };
}

/** A fault that names the text it is about. */
export function faultAbout(text: string, code: RegProblemCode, start: number, end: number): Fault {
  return { code, span: { start, end }, detail: text.slice(start, Math.min(end, start + MAX_DETAIL)) };
}
