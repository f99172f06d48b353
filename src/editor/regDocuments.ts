import type * as vscode from 'vscode';
import { builtInKnownRegistry } from '../catalogue';
import { KnownKeys, type RegDocument, type RegEncoding, readReg } from '../core';
import { encodingOf } from './documentReading';
import { languages } from './ids';
import { VIEW_SCHEMES } from './openDocuments';
import { startOfFile } from './uriRanges';

/** What was read of one version of an open registry file. */
export interface RegReading {
  readonly version: number;
  readonly reg: RegDocument;
}

/** Reads open registry files, each version once, when it is first asked for. */
export class RegDocuments {
  private readonly readings = new WeakMap<vscode.TextDocument, RegReading>();
  /** Byte order marks as they were on disk, which VS Code does not tell; asked for again after a save. */
  private readonly marks = new WeakMap<vscode.TextDocument, { readonly mark: 'utf-16le' | 'utf-16be' | undefined }>();
  private knownKeys: KnownKeys | undefined;

  /** The keys and values that are known, loaded at the first use. */
  get known(): KnownKeys {
    return (this.knownKeys ??= new KnownKeys(builtInKnownRegistry()));
  }

  /** The document as it stands now. */
  async read(document: vscode.TextDocument): Promise<RegDocument> {
    const encoding = await this.encodingOf(document);
    const latest = this.readings.get(document);
    if (latest?.version === document.version) return latest.reg;
    const reg = readReg(document.getText(), encoding);
    this.readings.set(document, { version: document.version, reg });
    return reg;
  }

  /** Forgets what was read, as the file on disk has changed under the text. */
  forget(document: vscode.TextDocument): void {
    this.marks.delete(document);
    this.readings.delete(document);
  }

  /** Undefined where the file is none on disk, or in an encoding that says nothing of an import. */
  private async encodingOf(document: vscode.TextDocument): Promise<RegEncoding | undefined> {
    if (document.isUntitled) return undefined;
    const encoding = encodingOf(document);
    if (encoding !== 'utf-8' && encoding !== 'utf-16le' && encoding !== 'utf-16be') return undefined;
    const mark = encoding === 'utf-8' ? undefined : await this.markOf(document);
    // The editor may not have read the file again after it was written.
    return mark ? { encoding: mark, hasByteOrderMark: true } : { encoding, hasByteOrderMark: false };
  }

  private async markOf(document: vscode.TextDocument): Promise<'utf-16le' | 'utf-16be' | undefined> {
    const known = this.marks.get(document);
    if (known) return known.mark;
    const [first, second] = await startOfFile(document.uri, 2);
    const isBig = first === 0xfe && second === 0xff;
    const mark = first === 0xff && second === 0xfe ? 'utf-16le' : isBig ? 'utf-16be' : undefined;
    this.marks.set(document, { mark });
    return mark;
  }
}

export function isReg({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === languages.reg && !VIEW_SCHEMES.has(uri.scheme) && !uri.scheme.startsWith('vscode-');
}
