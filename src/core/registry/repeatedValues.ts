import type { Span } from '../text/span';
import { END, KIND_MASK, NAME_END, START, TAG, VALUE, VALUE_DELETION, isKey } from './entries';
import type { EntryTable } from './entryTable';
import { foldName } from './keyPath';
import { writtenName } from './quoted';

/** Entries by the names of the values that they set. */
type Names = Map<string, number>;

/**
 * Finds values that a file sets twice. A deletion of any key forgets what was set before it, as what is set again after
 * that is meant. Names are kept for the key at hand only, and for a key that comes a second time.
 */
export class RepeatedValues {
  /** The one block of a key so far, or the names set in all its blocks. */
  private readonly keys = new Map<string, number | Names>();
  private names: Names = new Map();
  private isKept = false;

  constructor(
    private readonly text: string,
    private readonly table: EntryTable,
  ) {}

  /** The values to come belong to this key, whose line is the entry. */
  openKey(path: string, entry: number): void {
    const folded = foldName(path);
    const known = this.keys.get(folded);
    if (known === undefined) {
      if (this.isKept) this.names = new Map();
      else this.names.clear();
      this.isKept = false;
      this.keys.set(folded, entry);
      return;
    }
    this.names = typeof known === 'number' ? this.namesBelow(known) : known;
    this.isKept = true;
    this.keys.set(folded, this.names);
  }

  forget(): void {
    this.keys.clear();
    this.names = new Map();
    this.isKept = false;
  }

  /** Where the value was set before, if it was; from now on it is set by the entry. */
  set(name: string, entry: number): Span | undefined {
    const folded = foldName(name);
    const first = this.names.get(folded);
    this.names.set(folded, entry);
    return first === undefined
      ? undefined
      : { start: this.table.field(first, START), end: this.table.field(first, END) };
  }

  delete(name: string): void {
    this.names.delete(foldName(name));
  }

  private namesBelow(key: number): Names {
    const names: Names = new Map();
    for (let entry = key + 1; entry < this.table.count; entry++) {
      const kind = this.table.field(entry, TAG) & KIND_MASK;
      if (isKey(kind)) break;
      if (kind === VALUE) names.set(this.foldedName(entry), entry);
      else if (kind === VALUE_DELETION) names.delete(this.foldedName(entry));
    }
    return names;
  }

  private foldedName(entry: number): string {
    return foldName(writtenName(this.text, this.table.field(entry, START), this.table.field(entry, NAME_END)));
  }
}
