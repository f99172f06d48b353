import { readFileSync } from 'node:fs';
import { ByteDecoder } from '../../src/core';
import { type RegDocument, readReg } from '../../src/core/registry';

/** Reads a registry file from its bytes, as the editor and the command line do. */
export function readRegFile(path: string): RegDocument {
  const bytes = readFileSync(path);
  const decoder = new ByteDecoder();
  const text = decoder.push(bytes) + decoder.finish();
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const hasByteOrderMark = isMarked || decoder.encoding === 'utf-8-bom';
  return readReg(text, { encoding: decoder.encoding, hasByteOrderMark });
}
