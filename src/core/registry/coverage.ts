import { IGNORED, entryCount, keysOf, kindOf, spanOf, valuesOf } from './entries';
import { foldName } from './keyPath';
import type { RegDocument, RegKey } from './regDocument';
import type { RegistryCoverage } from './registryState';

/** What was typed at a prompt of cmd or PowerShell. */
const PROMPT = /^(?:PS )?[A-Za-z]:\\[^>]{0,260}>/;
/** Options of `reg query` that show only some of the values. */
const PARTIAL: ReadonlySet<string> = new Set(['/v', '/ve', '/f', '/k', '/d', '/t']);

/** Topmost keys that are kept; an export has one, or the few roots. */
const MOST_TOPS = 1000;

/**
 * What an export or the output of `reg query` tells of, taken for complete: the topmost keys that it names. What was
 * exported with less rights than needed is missing from it without a trace.
 */
export function coverageOf(document: RegDocument): readonly RegistryCoverage[] {
  const draft = new CoverageDraft();
  draft.add(document);
  return draft.finish();
}

/** The same for a text that is read in parts. */
export class CoverageDraft {
  private readonly tops = new Map<string, string>();
  private notation: RegDocument['notation'] = 'reg';
  /** Of the first key: how many keys are above it, and whether it has more than one value. */
  private depth = 0;
  private hasValues = false;
  private keyCount = 0;
  /** Whether there is something that `reg query` prints with `/s` only. */
  private isTree = false;
  /** Whether only some of the values were asked for, or something went wrong. */
  private isPart = false;

  add(document: RegDocument): void {
    this.notation = document.notation;
    if (document.notation === 'query') this.lookAtLines(document);
    for (const key of keysOf(document)) {
      if (document.notation === 'query') this.look(document, key);
      if (key.isEffective && key.kind === 'key') this.cover(key.path);
    }
  }

  finish(): readonly RegistryCoverage[] {
    const tops = [...this.tops.entries()].filter(([folded]) => !this.isBelowTop(parentOf(folded)));
    const extent = this.notation === 'reg' ? 'tree' : this.queryExtent(tops.length);
    return tops.map(([, path]) => ({ path, extent }));
  }

  private cover(path: string): void {
    const folded = foldName(path);
    if (this.tops.size < MOST_TOPS && !this.isBelowTop(folded)) this.tops.set(folded, path);
  }

  /** Whether the path or one above it is among the keys. */
  private isBelowTop(folded: string): boolean {
    for (let path = folded; path !== ''; path = parentOf(path)) {
      if (this.tops.has(path)) return true;
    }
    return false;
  }

  private look(document: RegDocument, key: RegKey): void {
    const depth = key.path.split('\\').length;
    const values = valuesOf(document, key);
    const hasValue = values.next().done !== true;
    if (this.keyCount === 0) {
      this.depth = depth;
      this.hasValues = hasValue && values.next().done !== true;
    } else this.isTree ||= hasValue || depth > this.depth + 1;
    this.keyCount++;
  }

  /** Lines that are neither keys nor values. */
  private lookAtLines(document: RegDocument): void {
    const firstKey = document.keyEntries[0] ?? Infinity;
    for (let entry = 0; entry < entryCount(document) && !this.isPart; entry++) {
      if (kindOf(document, entry) !== IGNORED) continue;
      const { start, end } = spanOf(document, entry);
      const isBelowKey = this.keyCount > 0 || entry > firstKey;
      this.isPart = document.text
        .slice(start, end)
        .split(/[\r\n]+/)
        .some((line) => tellsOfPart(line, isBelowKey));
    }
  }

  /**
   * `reg query KEY /s` shows the tree, without `/s` one key, and with `/v NAME` one value of it, which looks the same when
   * the key has one value.
   */
  private queryExtent(tops: number): RegistryCoverage['extent'] {
    if (tops !== 1 || this.isPart) return 'seen';
    if (this.isTree) return 'tree';
    return this.keyCount === 1 && !this.hasValues ? 'seen' : 'key';
  }
}

/** A search ends with the number of its matches, in the language of Windows; a failure is told there as well. */
function tellsOfPart(line: string, isBelowKey: boolean): boolean {
  if (!PROMPT.test(line)) return isBelowKey && /^\S/.test(line);
  const words = line.toLowerCase().split(/\s+/);
  return words.includes('query') && words.some((word) => PARTIAL.has(word));
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('\\')));
}
