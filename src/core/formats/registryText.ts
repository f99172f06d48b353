import {
  EvidenceDraft,
  type RegDocument,
  type RegHeader,
  type RegProblem,
  type RegistryEvidence,
  detectReg,
  detectRegQuery,
  readReg,
  readRegPart,
  readRegQuery,
} from '../registry/index';
import type { TextWindow } from '../text/span';
import type { EventFormat, RecordReader, RecordSink } from './format';

/** Registry files: an export is evidence of how the registry of a server is. */
export const registryFile: EventFormat = {
  id: 'reg',
  detect: detectReg,
  openReader: ({ registryKeys = [] }) => new RegistryReader(registryKeys, new FileParts()),
};

/** What `reg query` printed, which is read as the same evidence. */
export const registryQuery: EventFormat = {
  id: 'reg-query',
  detect: detectRegQuery,
  openReader: ({ registryKeys = [] }) => new RegistryReader(registryKeys, QUERY_PARTS),
};

/** How one of the two notations is read in parts. */
interface Parts {
  /** How the line of a key starts. */
  readonly keyStart: string;
  read(text: string): RegDocument;
}

const QUERY_PARTS: Parts = { keyStart: 'HKEY_', read: readRegQuery };

/** All parts have the header of the first one. */
class FileParts implements Parts {
  readonly keyStart = '[HKEY_';
  private header: RegHeader | undefined;

  read(text: string): RegDocument {
    if (this.header) return readRegPart(text, this.header);
    const document = readReg(text);
    this.header = document.header;
    return document;
  }
}

/**
 * Reads keys with their values in parts that end where a key begins. Values set twice in blocks of one key that are far
 * apart are not found to be; that takes the whole text.
 */
class RegistryReader implements RecordReader {
  private readonly draft: EvidenceDraft;

  constructor(
    keys: readonly string[],
    private readonly parts: Parts,
  ) {
    this.draft = new EvidenceDraft(keys);
  }

  get registry(): RegistryEvidence {
    return this.draft.finish();
  }

  read({ text, base, ended }: TextWindow, sink: RecordSink): number {
    const end = ended ? text.length : lastKeyStart(text, this.parts.keyStart);
    if (end === 0) return 0;
    const document = this.parts.read(text.slice(0, end));
    const moved = ({ start, end: spanEnd }: { start: number; end: number }) => ({
      start: base + start,
      end: base + spanEnd,
    });
    const told = [
      ...this.draft.add(document).map((value) => ({
        at: value.span.start,
        tell: () => sink.registryValue?.({ ...value, span: moved(value.span) }),
      })),
      ...document.problems.filter(isReadingProblem).map(({ code, span, detail }) => ({
        at: span.start,
        tell: () => {
          sink.problem({ code, span: moved(span), ...(detail !== undefined && { detail }) });
        },
      })),
    ];
    for (const { tell } of told.sort((one, other) => one.at - other.at)) tell();
    return end;
  }
}

/** Whether something was not read as it was meant; what is only worth knowing in a file to be imported is none. */
function isReadingProblem({ code, effect }: RegProblem): boolean {
  return effect !== 'taken' && code !== 'query-value-not-set';
}

/** Where the last key of the text starts that has a blank line above it; 0 when there is none. */
function lastKeyStart(text: string, keyStart: string): number {
  for (let at = text.lastIndexOf(keyStart); at > 0; at = text.lastIndexOf(keyStart, at - 1)) {
    if (isBelowBlankLine(text, at)) return at;
  }
  return 0;
}

function isBelowBlankLine(text: string, at: number): boolean {
  return /\r\n\r\n$|\n\n$|\r\r$/.test(text.slice(Math.max(0, at - 4), at));
}
