/** A number in a text that may be a code: `0xc0000374` of `exception code 0xc0000374, fault offset`. */
export interface FoundCode {
  /** Unsigned 32-bit value. */
  readonly value: number;
  /** Place in the text that was searched, in UTF-16 units, half open; `%%` and `-` belong to it. */
  readonly start: number;
  readonly end: number;
  /** Spelled as a code (`0x…`, `%%…`) or with the topmost bit set, as errors have it: no version, count or date. */
  readonly certain: boolean;
}

const LARGEST = 0xffffffff;
/** The topmost bit, which NTSTATUS and HRESULT errors have set. */
export const ERROR_BIT = 0x80000000;
const HEX_DIGITS = /^[0-9a-f]+$/i;
const DECIMAL_DIGITS = /^[0-9]+$/;
/** Below four digits a bare number in running text is a count or a part of a date sooner than a code. */
const SHORTEST_BARE = 4;

/**
 * Reads an insertion string as a code, as an unsigned 32-bit number; undefined when it is none.
 *
 * | spelling           | read as     | seen in |
 * |--------------------|-------------|---------|
 * | `0xC1030104`       | hexadecimal | WDS error information |
 * | `%%3238199556`     | decimal     | Service Control Manager, always decimal |
 * | `-1056767740`      | decimal     | service-specific errors, signed |
 * | `c0000374`         | hexadecimal | Application Error, eight digits without `0x` |
 * | `80000003`         | hexadecimal | the same without a letter |
 * | `3238199556`, `5`  | decimal     | any other number of bare digits |
 * | `36B1`             | hexadecimal | bare digits with a letter among them |
 * | `16389 (0x4005)`   | its head    | Service Control Manager 7024 up to 2008 R2 |
 *
 * Eight bare digits are the one ambiguous case. Decimal they would be 10,000,000 to 99,999,999, where neither Win32 codes
 * (up to five digits) nor NTSTATUS and HRESULT errors (ten digits) lie, so the hexadecimal reading loses nothing.
 */
export function parseCode(text: string): number | undefined {
  const word = withoutParenthesis(text.trim());
  if (word.startsWith('%%')) return parseDecimal(word.slice(2));
  if (/^0x/i.test(word)) return parseHex(word.slice(2));
  if (word.length === 8 && HEX_DIGITS.test(word)) return parseHex(word);
  return parseDecimal(word) ?? (/[0-9]/.test(word) ? parseHex(word) : undefined);
}

/**
 * The numbers in running text that may be codes, in order, in time linear in the text. Only what stands alone counts: not
 * parts of versions (`6.1.7600.16385`), times, dates, GUIDs or names. Of bare digits, eight are hexadecimal as above and
 * fewer than four are left out.
 */
export function findCodes(text: string): readonly FoundCode[] {
  const found: FoundCode[] = [];
  for (const match of text.matchAll(/[0-9A-Za-z_]+/g)) {
    const code = codeAt(text, match.index, match[0]);
    if (code !== undefined) found.push(code);
  }
  return found;
}

/** `0x4005`: how this project writes a code in its rules and as a key of its tables. */
export function isCodeText(text: string): boolean {
  return /^0x[0-9A-F]{1,8}$/.test(text);
}

function codeAt(text: string, start: number, word: string): FoundCode | undefined {
  const end = start + word.length;
  if (/^0x/i.test(word)) return found(parseHex(word.slice(2)), { start, end, certain: true });
  if (text.startsWith('%%', start - 2)) return found(parseDecimal(word), { start: start - 2, end, certain: true });
  if (isJoined(text, end, 1)) return undefined;
  const negative = text[start - 1] === '-' && !isWordUnit(text[start - 2]);
  if (negative) return found(parseDecimal(`-${word}`), { start: start - 1, end, certain: false });
  if (isJoined(text, start - 1, -1)) return undefined;
  if (word.length === 8 && HEX_DIGITS.test(word)) return found(parseHex(word), { start, end, certain: false });
  return word.length < SHORTEST_BARE ? undefined : found(parseDecimal(word), { start, end, certain: false });
}

function found(value: number | undefined, place: Omit<FoundCode, 'value'>): FoundCode | undefined {
  return value === undefined ? undefined : { ...place, value, certain: place.certain || value >= ERROR_BIT };
}

/** Whether the unit at `index` joins the number to a further word, as the full stop of `7600.16385` and the `-` of a GUID do. */
function isJoined(text: string, index: number, step: 1 | -1): boolean {
  const joint = text[index];
  return joint !== undefined && '.,:/-'.includes(joint) && isWordUnit(text[index + step]);
}

function isWordUnit(unit: string | undefined): boolean {
  return unit !== undefined && /[0-9A-Za-z_]/.test(unit);
}

function withoutParenthesis(text: string): string {
  const open = text.indexOf('(');
  return open > 0 && text.endsWith(')') ? text.slice(0, open).trimEnd() : text;
}

function parseHex(digits: string): number | undefined {
  if (!HEX_DIGITS.test(digits)) return undefined;
  const value = Number(`0x${digits}`);
  return value <= LARGEST ? value : undefined;
}

/** From -2^31, whose two's complement is meant, to 2^32 - 1. */
function parseDecimal(text: string): number | undefined {
  if (!DECIMAL_DIGITS.test(text.startsWith('-') ? text.slice(1) : text)) return undefined;
  const value = Number(text);
  return value >= -ERROR_BIT && value <= LARGEST ? value >>> 0 : undefined;
}
