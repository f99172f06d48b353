import { COMMENT, IGNORED, KEY_DELETION, VALUE_DELETION, entryCount, keysOf, kindOf } from './entries';
import { foldName } from './keyPath';
import type { RegDocument } from './regDocument';

/**
 * Whether the text has the form in which regedit and `reg.exe` write what is in a registry, as opposed to a file that
 * somebody wrote to change one: no comments, no deletions, nothing that an import ignores, and one key with all others
 * below it, or whole roots. A file written by hand may have that form as well.
 */
export function looksExported(document: RegDocument): boolean {
  return document.keyEntries.length > 0 && hasExportedForm(document, new KeyOrder());
}

/** The same for one part of a text after the other; `order` remembers the parts before. */
export function hasExportedForm(document: RegDocument, order: KeyOrder): boolean {
  if (document.notation === 'query') return true;
  if (!document.isImported) return false;
  for (let entry = 0; entry < entryCount(document); entry++) {
    if (NEVER_EXPORTED.has(kindOf(document, entry))) return false;
  }
  return order.follows(document);
}

const NEVER_EXPORTED: ReadonlySet<number> = new Set([COMMENT, IGNORED, KEY_DELETION, VALUE_DELETION]);

/** Whether keys come as in an export, told from one part of it after the other. */
export class KeyOrder {
  /** The keys above the last one and itself, in lower case. */
  private open: readonly string[] = [];
  private isFirst = true;

  /** Whether the keys of the document come after those of the documents before. */
  follows(document: RegDocument): boolean {
    for (const { path } of keysOf(document)) {
      if (!this.take(foldName(path))) return false;
    }
    return true;
  }

  private take(path: string): boolean {
    const above = this.open.filter((each) => path.startsWith(`${each}\\`));
    const isTop = above.length === 0;
    const isRepeated = this.open.at(-1) === path;
    const isInPlace = !isTop || this.isFirst || !path.includes('\\');
    this.open = [...above, path];
    this.isFirst = false;
    return isInPlace && !isRepeated;
  }
}
