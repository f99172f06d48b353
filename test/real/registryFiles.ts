import { readFileSync } from 'node:fs';
import { type RegDocument, decodeRegistry, readReg } from '../../src/core/registry';

/** Reads a registry file from its bytes, as the editor and the command line do. */
export function readRegFile(path: string): RegDocument {
  const { text, encoding } = decodeRegistry(readFileSync(path));
  return readReg(text, encoding);
}
