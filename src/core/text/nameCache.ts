import { ownCopy } from './ownCopy';

/** Names kept at a time; a new one takes the place of the one that shares its slot. */
const SLOTS = 512;
/** Longer ones are no names, and are not kept. */
const LONGEST_NAME = 256;

interface Kept {
  readonly raw: string;
  readonly value: string;
}

/**
 * Reads names that come again and again, such as the provider of every event: one that is known costs a comparison. What is
 * given out is in memory of its own, and the same string each time, which makes looking it up cheap.
 */
export class NameCache {
  private readonly kept = new Array<Kept | undefined>(SLOTS).fill(undefined);

  /** `read` makes the name of what stands in the text: it undoes entities, for one. */
  constructor(private readonly read: (raw: string) => string) {}

  /** The name that stands at `text.slice(from, to)`. */
  at(text: string, from: number, to: number): string {
    const raw = text.slice(from, to);
    if (from === to || to - from > LONGEST_NAME) return this.read(raw);
    const slot = slotOf(text, from, to);
    const known = this.kept[slot];
    if (known?.raw === raw) return known.value;
    const copy = ownCopy(raw);
    const value = this.read(copy);
    this.kept[slot] = { raw: copy, value };
    return value;
  }
}

/** A few units tell names apart well enough; the name itself is compared. */
function slotOf(text: string, from: number, to: number): number {
  const third = from + Math.floor((to - from) / 3);
  const near = text.charCodeAt(third) * 7 + text.charCodeAt(from + to - third - 1) * 31;
  return (near + text.charCodeAt(to - 1) * 131 + to - from) % SLOTS;
}
