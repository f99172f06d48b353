import { type RegDocument, renderBytes } from '../registry/index';

/** The number of bytes as `00,00`. */
export function zeroBytes(count: number): string {
  return Array.from({ length: count }, () => '00').join(',');
}

/**
 * The bytes that somebody meant who wrote `0x01 0x02`, `01 02`, `0102` or `01,,02`, over however many lines; undefined when
 * anything else is among them.
 */
export function meantBytes(written: string): Uint8Array | undefined {
  const digits = written.replace(/;[^\r\n]*|\\/g, ' ').replace(/\b0x(?=[0-9a-f]{1,2}\b)/gi, '');
  if (!/^[0-9a-f,\s]*$/i.test(digits)) return undefined;
  const bytes: number[] = [];
  for (const [word] of digits.matchAll(/[0-9a-f]+/gi)) {
    if (word.length > 2 && word.length % 2 === 1) return undefined;
    for (const [pair] of word.matchAll(/../g)) bytes.push(parseInt(pair, 16));
    if (word.length === 1) bytes.push(parseInt(word, 16));
  }
  return Uint8Array.from(bytes);
}

/** Data as regedit writes bytes: `hex(7):4c,00,...`, wrapped for a name of so many characters. */
export function bytesFor({ lineEnd }: RegDocument, name: string, type: number, bytes: Uint8Array): string {
  return renderBytes(name, { type, bytes }, lineEnd).slice(name.length + 1);
}
