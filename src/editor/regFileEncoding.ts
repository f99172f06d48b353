import type * as vscode from 'vscode';
import type { RegEncoding } from '../core';
import { startOfFile } from './uriRanges';

/**
 * How a registry file on disk is encoded, of which it is known what its text was decoded by; undefined where that says
 * nothing of an import. Byte order marks are looked up in the file, as VS Code does not tell them.
 */
export async function fileEncoding(file: vscode.Uri, decodedBy: string): Promise<RegEncoding | undefined> {
  switch (decodedBy) {
    case 'utf-8':
      return { encoding: decodedBy, hasByteOrderMark: false };
    case 'utf-16le':
    case 'utf-16be': {
      const mark = await markOf(file);
      // The editor may not have read the file again after it was written.
      return mark ? { encoding: mark, hasByteOrderMark: true } : { encoding: decodedBy, hasByteOrderMark: false };
    }
    default:
      return undefined;
  }
}

async function markOf(file: vscode.Uri): Promise<'utf-16le' | 'utf-16be' | undefined> {
  const [first, second] = await startOfFile(file, 2);
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
