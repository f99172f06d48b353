import { REG_DWORD, REG_DWORD_BIG_ENDIAN, REG_MULTI_SZ, REG_QWORD, isStringType } from './regTypes';
import type { HexScanner } from './hexBytes';
import type { Reading } from './reading';
import type { Span } from '../text/span';

const SIZES: Readonly<Record<number, number>> = { [REG_DWORD]: 4, [REG_DWORD_BIG_ENDIAN]: 4, [REG_QWORD]: 8 };

/** Reports bytes that do not make a whole value of their type; the import takes them all the same. */
export function checkBytes(reading: Reading, type: number, scanner: HexScanner, start: number): void {
  const span = { start, end: scanner.end };
  const size = SIZES[type];
  if (size !== undefined && scanner.count !== size) {
    reading.problems.add('byte-count', 'taken', span, { detail: String(scanner.count) });
  }
  if (isStringType(type) && scanner.count > 0) checkString(reading, type === REG_MULTI_SZ, scanner, span);
}

function checkString({ problems, version }: Reading, isMulti: boolean, scanner: HexScanner, span: Span): void {
  const isWide = version === 5;
  if (isWide && scanner.count % 2 === 1) {
    problems.add('byte-count-odd', 'taken', span, { detail: String(scanner.count) });
    return;
  }
  const terminator = isWide ? 0xffff : 0xff;
  if ((scanner.last & terminator) !== 0) problems.add('terminator-missing', 'taken', span);
  else if (isMulti && scanner.count > (isWide ? 2 : 1) && !endsTwice(scanner.last, isWide)) {
    problems.add('terminator-single', 'taken', span);
  }
}

function endsTwice(last: number, isWide: boolean): boolean {
  return isWide ? last === 0 : (last & 0xffff) === 0;
}
