import type { EventDataItem } from '../../records/eventRecord';
import type { Located } from '../../text/span';
import { hexOf } from '../binaryHex';

/** Values in braces, none of which is left out: PowerShell writes four of them and `...`. */
const BYTES = /^\{\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\}$/;

/** The bytes of `{87, 0, 68, 0}`, or of `{87;0}` in a CSV file, as hex digits; undefined when they are none or not all. */
export function bytesIn(list: Located<string> | undefined): Located<string> | undefined {
  if (!list || !BYTES.test(list.value)) return undefined;
  const bytes = list.value.slice(1, -1).split(/[,;]/).map(Number);
  return bytes.every((byte) => byte <= 0xff) ? { value: hexOf(bytes), span: list.span } : undefined;
}

/** The strings of `{"WDS","1"}`, as wmic writes them: quotes inside are not doubled. Undefined for a list without quotes. */
export function stringsIn(list: Located<string> | undefined): readonly EventDataItem[] | undefined {
  if (!list?.value.startsWith('{"') || !list.value.endsWith('"}')) return undefined;
  let start = list.span.start + '{"'.length;
  return list.value
    .slice('{"'.length, -'"}'.length)
    .split('","')
    .map((value) => {
      const span = { start, end: start + value.length };
      start = span.end + '","'.length;
      return { value, span };
    });
}
