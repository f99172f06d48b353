import * as vscode from 'vscode';
import {
  type RegFold,
  type RegOutlineKey,
  type RegOutlineValue,
  type Steps,
  foldsOf,
  outlineInSteps,
  regDataText,
  regValueName,
  renderUnlistedKeys,
} from '../core';
import type { Output } from './output';
import { rangeBetween, rangeOfSpan } from './places';
import type { RegDocuments } from './regDocuments';
import { inSlices } from './slices';

/** VS Code itself becomes slow with more. */
const MOST_SYMBOLS = 10_000;
const MOST_FOLDS = 50_000;

/** Lists the keys and values of a registry file, so that Outline, breadcrumbs and "Go to Symbol" know them. */
export class RegSymbolProvider implements vscode.DocumentSymbolProvider {
  constructor(
    private readonly documents: RegDocuments,
    private readonly output: Output,
  ) {}

  provideDocumentSymbols(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentSymbol[] | undefined> {
    return this.output.guard('Listing keys', async () => {
      const reg = await this.documents.read(document);
      const { version } = document;
      const isWanted = (): boolean => !token.isCancellationRequested && document.version === version;
      const outline = await inSlices(outlineInSteps(reg, MOST_SYMBOLS), isWanted);
      const symbols = outline && (await inSlices(keySymbols(document, outline.keys), isWanted));
      if (!symbols) return [];
      const { leftOut } = outline;
      return leftOut > 0 ? [...symbols, restSymbol(document, leftOut)] : symbols;
    });
  }
}

function* keySymbols(document: vscode.TextDocument, keys: readonly RegOutlineKey[]): Steps<vscode.DocumentSymbol[]> {
  const symbols: vscode.DocumentSymbol[] = [];
  for (const key of keys) {
    const symbol = keySymbol(document, key);
    for (const value of key.values) {
      symbol.children.push(valueSymbol(document, value));
      yield;
    }
    for (const child of yield* keySymbols(document, key.keys)) symbol.children.push(child);
    symbols.push(symbol);
    yield;
  }
  return symbols;
}

/** Without what stands below the key. */
function keySymbol(document: vscode.TextDocument, { key, name, span }: RegOutlineKey): vscode.DocumentSymbol {
  const detail = key.kind === 'key-deletion' ? '-' : '';
  const whole = rangeOfSpan(document, span);
  const selection = rangeOfSpan(document, key.pathSpan);
  return new vscode.DocumentSymbol(name || '\\', detail, vscode.SymbolKind.Namespace, whole, selection);
}

function valueSymbol(document: vscode.TextDocument, { value, data }: RegOutlineValue): vscode.DocumentSymbol {
  const name = value.name === '' ? '@' : regValueName(value.name).slice(1, -1) || '""';
  const detail = data ? regDataText(data) : '-';
  const whole = rangeOfSpan(document, value.span);
  return new vscode.DocumentSymbol(name, detail, kindOf(value), whole, rangeOfSpan(document, value.nameSpan));
}

function kindOf({ notation }: RegOutlineValue['value']): vscode.SymbolKind {
  if (notation === 'dword') return vscode.SymbolKind.Number;
  return notation === 'hex' ? vscode.SymbolKind.Array : vscode.SymbolKind.String;
}

function restSymbol(document: vscode.TextDocument, leftOut: number): vscode.DocumentSymbol {
  const { end } = document.lineAt(document.lineCount - 1).range;
  const place = rangeBetween(end, end);
  return new vscode.DocumentSymbol(renderUnlistedKeys(leftOut), '', vscode.SymbolKind.Namespace, place, place);
}

/** Folds each key to its line, and whatever else spans several. */
export class RegFoldingProvider implements vscode.FoldingRangeProvider {
  constructor(
    private readonly documents: RegDocuments,
    private readonly output: Output,
  ) {}

  provideFoldingRanges(document: vscode.TextDocument): Promise<vscode.FoldingRange[] | undefined> {
    return this.output.guard('Finding what can be folded', async () => {
      const folds = foldsOf(await this.documents.read(document));
      return inSlices(foldingRanges(document, folds));
    });
  }
}

const FOLD_KINDS: Readonly<Record<RegFold['kind'], vscode.FoldingRangeKind | undefined>> = {
  key: undefined,
  value: undefined,
  comment: vscode.FoldingRangeKind.Comment,
  region: vscode.FoldingRangeKind.Region,
};

function* foldingRanges(document: vscode.TextDocument, folds: Iterable<RegFold>): Steps<vscode.FoldingRange[]> {
  const ranges: vscode.FoldingRange[] = [];
  for (const { kind, span } of folds) {
    const { start, end } = rangeOfSpan(document, span);
    if (end.line > start.line) ranges.push(new vscode.FoldingRange(start.line, end.line, FOLD_KINDS[kind]));
    if (ranges.length === MOST_FOLDS) break;
    yield;
  }
  return ranges;
}
