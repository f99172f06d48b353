import { foldName } from './keyPath';

/** UTF-16 units of text whose values are kept of one source; what is looked for on a server takes a few thousand. */
const MOST_TEXT = 0x400000;
/** A shorter value counts for so many units: it takes as much in memory. Another one as short has room in its place. */
const LEAST = 256;

/** A value by its key and name, as they were written first. */
export interface KeptName {
  readonly path: string;
  readonly name: string;
}

interface Kept extends KeptName {
  /** Units that it counts for. */
  readonly cost: number;
}

/** Which values of a source are kept, so that memory is bounded whatever a file holds. */
export class KeptValues {
  private readonly kept = new Map<string, Kept>();
  private costs = 0;

  /** Keeps a value, written in so many units, in place of one of the same name; undefined when there is no room for it. */
  add(path: string, name: string, length: number): KeptName | undefined {
    const folded = `${foldName(path)}\n${foldName(name)}`;
    const before = this.kept.get(folded);
    const cost = Math.max(LEAST, length);
    const more = cost - (before?.cost ?? 0);
    if (this.costs + more > MOST_TEXT) return undefined;
    this.costs += more;
    if (before && more === 0) return before;
    // Strings cut out of a block would keep the whole block in memory.
    const kept = { ...(before ?? structuredClone({ path, name })), cost };
    this.kept.set(folded, kept);
    return kept;
  }
}
