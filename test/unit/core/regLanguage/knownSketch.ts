import { builtInKnownRegistry } from '../../../../src/catalogue';
import { KnownKeys } from '../../../../src/core/regLanguage';
import { type RegDocument, readReg } from '../../../../src/core/registry';

/** The keys and values that come with WinTriage. */
export const known = new KnownKeys(builtInKnownRegistry());

/** A file of version 5 with these lines below its header, each ended by CR LF. */
export function regFile(...lines: readonly string[]): string {
  return ['Windows Registry Editor Version 5.00', '', ...lines, ''].join('\r\n');
}

export function readLines(...lines: readonly string[]): RegDocument {
  return readReg(regFile(...lines));
}

export const PXE = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\PXE';
export const PXE64 = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE';
export const DP = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\DP';
