import { ValueType } from './tokens';
import { itemSize, sidSize, textOfValue } from './values';
import { decodeUnits } from './utf16';

/**
 * Texts of the items of an array, at least one: an empty array is one empty item. Undefined where the type has no arrays.
 * Strings end with a zero unit each; other items stand one after another, and what is left of a broken one is dropped.
 */
export function textsOfArray(view: DataView, type: number, at: number, size: number): readonly string[] | undefined {
  const base = type & ~ValueType.Array;
  if (size === 0) return [''];
  if (base === ValueType.String) return stringsOf(decodeUnits(view, at, size >> 1));
  if (base === ValueType.AnsiString) return stringsOf(textOfValue(view, base, at, size) ?? '');
  if (base === ValueType.Sid) return sidsOf(view, at, size);
  const step = itemSize(base);
  if (step === undefined) return undefined;
  const texts: string[] = [];
  for (let item = at; item + step <= at + size; item += step) texts.push(textOfValue(view, base, item, step) ?? '');
  return texts.length > 0 ? texts : [''];
}

function stringsOf(text: string): string[] {
  return (text.endsWith('\0') ? text.slice(0, -1) : text).split('\0');
}

function sidsOf(view: DataView, at: number, size: number): string[] {
  const texts: string[] = [];
  for (let item = at; item + 8 <= at + size; item += sidSize(view, item)) {
    texts.push(textOfValue(view, ValueType.Sid, item, at + size - item) ?? '');
  }
  return texts.length > 0 ? texts : [''];
}
