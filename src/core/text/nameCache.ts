import { ownCopy } from './ownCopy';

/** Names kept at a time, a power of two; a new one takes the place of the one that shares its slot. */
const SLOTS = 512;
/** Longer ones are no names, and are not kept. */
const LONGEST_NAME = 256;

interface Kept<Value> {
  readonly raw: string;
  readonly value: Value;
}

/**
 * Reads names that come again and again, such as the provider of every event: one that is known costs a comparison. What is
 * given out is in memory of its own, and the same value each time, which makes looking it up cheap.
 */
export class NameCache<Value = string> {
  private readonly kept = new Array<Kept<Value> | undefined>(SLOTS).fill(undefined);

  /** `read` makes the name of what stands in the text: it undoes entities, for one. */
  constructor(private readonly read: (raw: string) => Value) {}

  /** The name that stands at `text.slice(from, to)`. */
  at(text: string, from: number, to: number): Value {
    return this.of(text.slice(from, to));
  }

  /** The name that `raw` stands for. */
  of(raw: string): Value {
    if (raw === '' || raw.length > LONGEST_NAME) return this.read(raw);
    const slot = slotOf(raw);
    const known = this.kept[slot];
    if (known?.raw === raw) return known.value;
    const copy = ownCopy(raw);
    const value = this.read(copy);
    this.kept[slot] = { raw: copy, value };
    return value;
  }
}

/** A few units tell names apart well enough; the name itself is compared. Integers alone, as this runs for every record. */
function slotOf(raw: string): number {
  const { length } = raw;
  const inside = raw.charCodeAt(length >> 2) * 7 + raw.charCodeAt((length * 5) >> 3) * 31;
  return (inside + raw.charCodeAt(length - 1) * 131 + length) & (SLOTS - 1);
}
