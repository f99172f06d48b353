import type { DoubleBytePage } from './encoding';
import { textOfUnits } from './textOfUnits';

const REPLACEMENT = 0xfffd;
const EURO_SIGN = 0x20ac;
const REGISTERED_SIGN = 0xae;
const HANGUL = { first: 0xac00, last: 0xd7a3 };
/** Trail bytes of the syllables that code page 949 adds to EUC-KR: rows up to 0xA0 have all of them, those behind the first 84. */
const ADDED_TRAILS = [...range(0x41, 0x5a), ...range(0x61, 0x7a), ...range(0x81, 0xfe)];
const SHORT_ROW = 84;

/** The characters of a double-byte code page; 0 stands for none. */
export interface DoubleByteTable {
  /** By byte: of those that are characters by themselves. */
  readonly singles: Uint16Array;
  /** By lead byte and trail byte, as a number of 16 bits. */
  readonly pairs: Uint16Array;
}

const tables = new Map<DoubleBytePage, DoubleByteTable>();

/** The table of a page, made when it is first asked for out of what the host's `TextDecoder` says of each pair of bytes. */
export function doubleByteTable(page: DoubleBytePage): DoubleByteTable {
  const known = tables.get(page);
  if (known) return known;
  const decoder = new TextDecoder(page);
  const unitOf = (...bytes: number[]): number => {
    const text = decoder.decode(Uint8Array.from(bytes));
    const unit = text.length === 1 ? text.charCodeAt(0) : 0;
    // A lead byte by itself is a control character for some hosts.
    return unit < 0xa0 || unit === REPLACEMENT ? 0 : unit;
  };
  const singles = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? byte : unitOf(byte)));
  const pairs = new Uint16Array(0x10000);
  for (const lead of range(0x81, 0xfe)) {
    if (singles[lead]) continue;
    for (const trail of range(0x40, 0xfe)) pairs[lead * 0x100 + trail] = unitOf(lead, trail);
  }
  if (page === 'euc-kr') addHangul(pairs);
  const table = { singles, pairs };
  tables.set(page, table);
  return table;
}

/**
 * Some hosts know EUC-KR without the signs and syllables that code page 949 adds to it. The syllables are all that EUC-KR lacks, in the order of
 * Unicode. Source: the table of code page 949 at unicode.org, which this was compared with.
 */
function addHangul(pairs: Uint16Array): void {
  const known = new Set(
    [...range(0xb0, 0xc8)].flatMap((lead) => [...pairs.subarray(lead * 0x100 + 0xa1, lead * 0x100 + 0xff)]),
  );
  const added = [...range(HANGUL.first, HANGUL.last)].filter((unit) => !known.has(unit));
  for (const lead of range(0x81, 0xc6)) {
    const trails = lead <= 0xa0 ? ADDED_TRAILS : ADDED_TRAILS.slice(0, SHORT_ROW);
    for (const trail of trails) pairs[lead * 0x100 + trail] = added.shift() ?? 0;
  }
  pairs.set([EURO_SIGN, REGISTERED_SIGN], 0xa2e6);
}

/** Bytes of the character that starts at `at`: 1 or 2. A line end or quote behind half a character is not taken with it. */
export function characterLength({ singles, pairs }: DoubleByteTable, bytes: Uint8Array, at: number): 1 | 2 {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80 || singles[lead] !== 0) return 1;
  const trail = bytes[at + 1] ?? 0;
  return trail < 0x80 && pairs[lead * 0x100 + trail] === 0 ? 1 : 2;
}

/**
 * Decodes bytes of which some take the next one with them. `taken` is less than all of them when the last one waits for its
 * other half; `ended` tells that none comes.
 */
export function doubleByteDecoder(
  page: DoubleBytePage,
): (bytes: Uint8Array, ended: boolean) => { readonly text: string; readonly taken: number } {
  const table = doubleByteTable(page);
  return (bytes, ended) => {
    const units = new Uint16Array(bytes.length);
    let count = 0;
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0;
      const isSingle = byte < 0x80 || table.singles[byte] !== 0;
      if (!isSingle && at + 1 === bytes.length && !ended) break;
      const unit = isSingle ? table.singles[byte] : table.pairs[byte * 0x100 + (bytes[at + 1] ?? 0)];
      units[count++] = unit === 0 && byte !== 0 ? REPLACEMENT : (unit ?? 0);
      at += characterLength(table, bytes, at);
    }
    return { text: textOfUnits(units.subarray(0, count)), taken: Math.min(at, bytes.length) };
  };
}

function* range(first: number, last: number): Generator<number> {
  for (let number = first; number <= last; number++) yield number;
}
