import {
  EvidenceDraft,
  type RegDocument,
  type RegHeader,
  type RegProblem,
  type RegistryEvidence,
  detectReg,
  detectRegQuery,
  hasFullRoot,
  keyBlocks,
  keysWorthALook,
  readReg,
  readRegPart,
  readRegQuery,
} from '../registry/index';
import type { Span, TextWindow } from '../text/span';
import type { EventFormat, ReadSettings, RecordReader, RecordSink } from './format';

/** Data of a value, written as `hex:` in lines, may take over a megabyte, and a key has many values. UTF-16 units. */
const LONGEST_KEY = 16 * 1024 * 1024;

/** Registry files: an export is evidence of how the registry of a server is. */
export const registryFile: EventFormat = {
  id: 'reg',
  longestRecord: LONGEST_KEY,
  detect: detectReg,
  openReader: (settings) => new RegistryReader(settings, FILE_PARTS),
};

/** What `reg query` printed, which is read as the same evidence. */
export const registryQuery: EventFormat = {
  id: 'reg-query',
  longestRecord: LONGEST_KEY,
  detect: detectRegQuery,
  openReader: (settings) => new RegistryReader(settings, QUERY_PARTS),
};

/** Paths of keys are shorter; so is what stands above one, unless it is a long comment. */
const LONGEST_LINE = 0x4000;
/** So many keys may be none before the next block is waited for. */
const MOST_LOOKS = 16;

/** How one of the two notations is read in parts. */
interface Parts {
  /** How the line of a key starts. */
  readonly keyStart: string;
  /** Whether the line, which starts so, is one of a key. */
  isKey(line: string): boolean;
  /** `header` is that of the first part, undefined for this one. */
  read(text: string, header: RegHeader | undefined): RegDocument;
}

const QUERY_PARTS: Parts = { keyStart: 'HKEY_', isKey: hasFullRoot, read: (text) => readRegQuery(text) };

const FILE_PARTS: Parts = {
  keyStart: '[HKEY_',
  isKey: (line) => {
    const closing = line.lastIndexOf(']');
    return closing > 0 && hasFullRoot(line.slice(1, closing));
  },
  read: (text, header) => (header ? readRegPart(text, header) : readReg(text)),
};

/**
 * Reads keys with their values in parts that end where a key begins. Values set twice in blocks of one key that are far
 * apart are not found to be; that takes the whole text.
 */
class RegistryReader implements RecordReader {
  private readonly draft: EvidenceDraft;
  private header: RegHeader | undefined;
  /** Where to look on for the end of a string that the text so far does not close. */
  private closingFrom: number | undefined;
  /** How many keys the parts before this one have. */
  private keysBefore = 0;
  /** Whether a key of the 32-bit view was seen: the first one tells that Windows is a 64-bit one. */
  private has32BitView = false;

  constructor(
    private readonly settings: ReadSettings,
    private readonly parts: Parts,
  ) {
    this.draft = new EvidenceDraft(settings.registryKeys ?? []);
  }

  get registry(): RegistryEvidence {
    return this.draft.finish();
  }

  read(window: TextWindow, sink: RecordSink): number {
    if (this.isStringOpen(window)) return 0;
    const { text, base, ended } = window;
    const end = ended ? text.length : lastKeyStart(text, this.parts);
    if (end === 0) return 0;
    const document = this.parts.read(text.slice(0, end), this.header);
    if (!ended && document.problems.some(({ code }) => code === 'string-not-closed')) {
      this.closingFrom = base + end;
      return 0;
    }
    this.header ??= document.header;
    this.closingFrom = undefined;
    this.tell(document, base, sink);
    return end;
  }

  private isStringOpen({ text, base, ended }: TextWindow): boolean {
    if (ended || this.closingFrom === undefined || text.includes('"', this.closingFrom - base)) return false;
    this.closingFrom = base + text.length;
    return true;
  }

  /** Keys that somebody asks for. */
  private keysToTell(document: RegDocument, sink: RecordSink): readonly Told[] {
    if (!sink.registryKey && !sink.registryPlace) return [];
    const blocks = keyBlocks(document);
    const all = sink.registryKey ? blocks.map((span) => ({ span, tell: (at: Span) => sink.registryKey?.(at) })) : [];
    if (!sink.registryPlace) return all;
    const before = this.keysBefore;
    const worth = keysWorthALook(document, (path) => this.isKnown(path)).map((index) => ({
      span: blocks[index] ?? NOWHERE,
      tell: (at: Span) => sink.registryPlace?.(at, before + index),
    }));
    return [...all, ...worth];
  }

  private isKnown(path: string): boolean {
    const isFirst32Bit = !this.has32BitView && /\\wow6432node(?:\\|$)/i.test(path);
    this.has32BitView ||= isFirst32Bit;
    return isFirst32Bit || this.settings.isKnownKey?.(path) === true;
  }

  private tell(document: RegDocument, base: number, sink: RecordSink): void {
    const { values, leftOut } = this.draft.add(document);
    const moved = ({ start, end }: Span): Span => ({ start: base + start, end: base + end });
    const told = [
      ...this.keysToTell(document, sink).map(({ span, tell }) => ({
        at: span.start,
        tell: () => {
          tell(moved(span));
        },
      })),
      ...values.map((value) => ({
        at: value.span.start,
        tell: () => sink.registryValue?.({ ...value, span: moved(value.span) }),
      })),
      ...leftOut.map((span) => ({
        at: span.start,
        tell: () => {
          sink.problem({ code: 'value-left-out', span: moved(span) });
        },
      })),
      ...document.problems.filter(isReadingProblem).map(({ code, span, detail }) => ({
        at: span.start,
        tell: () => {
          sink.problem({ code, span: moved(span), ...(detail !== undefined && { detail }) });
        },
      })),
    ];
    for (const { tell } of told.sort((one, other) => one.at - other.at)) tell();
    this.keysBefore += document.keyEntries.length;
  }
}

const NOWHERE: Span = { start: 0, end: 0 };

/** Calls back with each span as it is in the source. */
interface Told {
  readonly span: Span;
  readonly tell: (span: Span) => void;
}

/** Whether something was not read as it was meant; what is only worth knowing in a file to be imported is none. */
function isReadingProblem({ code, effect }: RegProblem): boolean {
  return effect !== 'taken' && code !== 'query-value-not-set';
}

/** Where the last key of the text starts that nothing above can be part of; 0 when there is none. */
function lastKeyStart(text: string, parts: Parts): number {
  let looks = MOST_LOOKS;
  for (let at = text.lastIndexOf(parts.keyStart); at > 0; at = text.lastIndexOf(parts.keyStart, at - 1)) {
    if (!isBelowBlankLine(text, at)) continue;
    if (!isContinued(text, at) && parts.isKey(wholeLine(text, at))) return at;
    if (--looks === 0) break;
  }
  return 0;
}

/** The line without its line break; empty when the text may end inside it. */
function wholeLine(text: string, start: number): string {
  const length = text.slice(start, start + LONGEST_LINE).search(/[\r\n]/);
  return text.slice(start, start + Math.max(0, length));
}

function isBelowBlankLine(text: string, at: number): boolean {
  return /\r\n\r\n$|\n\n$|\r\r$/.test(text.slice(Math.max(0, at - 4), at));
}

/** Whether the data of a value may go on here: a continuation passes over blank lines and comments, one behind its mark too. */
function isContinued(text: string, at: number): boolean {
  const above = text.slice(Math.max(0, at - LONGEST_LINE), at).split(/[\r\n]/);
  const last = above.reverse().find((line) => /^[ \t]*[^ \t;]/.test(line));
  return last === undefined ? at > LONGEST_LINE : /\\[ \t]*(?:;|$)/.test(last);
}
