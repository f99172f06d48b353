import type * as vscode from 'vscode';
import { builtInKnownRegistry } from '../catalogue';
import { KnownKeys, type RegDocument, type RegEncoding, readRegInSteps } from '../core';
import { documentBlocks } from './documentBlocks';
import { encodingOf } from './documentReading';
import { languages } from './ids';
import type { LogDocuments } from './logDocuments';
import { VIEW_SCHEMES } from './openDocuments';
import { fileEncoding } from './regFileEncoding';
import { inSlices } from './slices';

/** What was read of one version of an open registry file. */
export interface RegReading {
  readonly version: number;
  readonly reg: Promise<RegDocument>;
}

/** Reads open registry files, each version once, when it is first asked for. */
export class RegDocuments {
  private readonly readings = new WeakMap<vscode.TextDocument, RegReading>();
  /** Encodings as they were on disk; asked for again after a save. */
  private readonly encodings = new WeakMap<vscode.TextDocument, { readonly encoding: RegEncoding | undefined }>();

  constructor(private readonly logs: LogDocuments) {}

  /** The keys and values that are known, loaded at the first use. */
  get known(): KnownKeys {
    return knownKeys();
  }

  /** The document as it stands when all of it was read: an edit meanwhile has it read again. */
  async read(document: vscode.TextDocument): Promise<RegDocument> {
    const shown = this.logs.shownIn(document)?.reg;
    if (shown) return shown;
    const encoding = await this.encodingOf(document);
    const latest = this.readings.get(document);
    if (latest?.version === document.version) return latest.reg;
    const { version } = document;
    const reg = this.readNow(document, encoding);
    this.readings.set(document, { version, reg });
    return reg;
  }

  private async readNow(document: vscode.TextDocument, encoding: RegEncoding | undefined): Promise<RegDocument> {
    const { version } = document;
    const isWanted = (): boolean => document.version === version;
    const blocks: string[] = [];
    for await (const block of documentBlocks(document)) blocks.push(block);
    const reg = isWanted() ? await inSlices(readRegInSteps(blocks.join(''), encoding), isWanted) : undefined;
    return reg ?? this.read(document);
  }

  /** Forgets what was read, as the file on disk has changed under the text. */
  forget(document: vscode.TextDocument): void {
    this.encodings.delete(document);
    this.readings.delete(document);
  }

  /** Undefined where the text is none of a file, or its encoding says nothing of an import. */
  private async encodingOf(document: vscode.TextDocument): Promise<RegEncoding | undefined> {
    if (document.isUntitled) return undefined;
    const known = this.encodings.get(document);
    if (known) return known.encoding;
    const encoding = await fileEncoding(document.uri, encodingOf(document));
    this.encodings.set(document, { encoding });
    return encoding;
  }
}

let known: KnownKeys | undefined;

/** The keys and values that are known, loaded at the first use. */
export function knownKeys(): KnownKeys {
  return (known ??= new KnownKeys(builtInKnownRegistry()));
}

export function isReg({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === languages.reg && !VIEW_SCHEMES.has(uri.scheme) && !uri.scheme.startsWith('vscode-');
}
