import * as vscode from 'vscode';
import type { RecordIndex, Steps } from '../core';
import type { CaseReading } from './caseReading';
import { rangeOfSpan } from './places';
import { inSlices } from './slices';

/** Folds each event that spans several lines to its first line. */
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
    if (last > start.line) ranges.push(new vscode.FoldingRange(start.line, last, vscode.FoldingRangeKind.Region));
    yield;
  }
  return ranges;
}
