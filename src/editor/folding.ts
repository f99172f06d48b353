import * as vscode from 'vscode';
import { type RecordIndex, type Steps, isBareStart } from '../core';
import type { CaseReading } from './caseReading';
import { rangeOfSpan } from './places';
import { inSlices } from './slices';

/** Folds each event that spans several lines to the first line of its text. */
export class EventFoldingProvider implements vscode.FoldingRangeProvider {
  constructor(private readonly reading: Pick<CaseReading, 'documents' | 'output'>) {}

  provideFoldingRanges(document: vscode.TextDocument): Promise<vscode.FoldingRange[] | undefined> {
    return this.reading.output.guard('Finding what can be folded', async () => {
      const reading = await this.reading.documents.readingOf(document);
      if (!reading) return undefined;
      return inSlices(foldingRanges(document, reading.scan.recordIndex));
    });
  }
}

function* foldingRanges(document: vscode.TextDocument, records: RecordIndex): Steps<vscode.FoldingRange[]> {
  const ranges: vscode.FoldingRange[] = [];
  for (let index = 0; index < records.count; index++) {
    const { start, end } = rangeOfSpan(document, records.spanAt(index));
    const last = end.character === 0 ? end.line - 1 : end.line;
    const first = isBareStart(document.lineAt(start.line).text) ? start.line + 1 : start.line;
    if (last > first) ranges.push(new vscode.FoldingRange(first, last, vscode.FoldingRangeKind.Region));
    yield;
  }
  return ranges;
}
