import { ByteDecoder } from '../text/byteDecoder';
import { detectReg, detectRegQuery } from './detectReg';
import { readReg } from './readReg';
import { readRegQuery } from './readRegQuery';
import type { RegDocument, RegEncoding } from './regDocument';

/** A registry file or what `reg query` printed, told by its content; undefined when the text is neither. */
export function readRegistry(text: string, encoding?: RegEncoding): RegDocument | undefined {
  if (detectReg(text)) return readReg(text, encoding);
  return detectRegQuery(text) ? readRegQuery(text) : undefined;
}

/** The same from the bytes of a file. */
export function readRegistryBytes(bytes: Uint8Array): RegDocument | undefined {
  const { text, encoding } = decodeRegistry(bytes);
  return readRegistry(text, encoding);
}

/** The text of a registry file, and what an import makes of its encoding. */
export function decodeRegistry(bytes: Uint8Array): { readonly text: string; readonly encoding: RegEncoding } {
  const decoder = new ByteDecoder();
  const text = decoder.push(bytes) + decoder.finish();
  const { encoding } = decoder;
  return { text, encoding: { encoding, hasByteOrderMark: encoding === 'utf-8-bom' || isMarkedUtf16(bytes) } };
}

function isMarkedUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
