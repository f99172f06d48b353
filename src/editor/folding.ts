import * as vscode from 'vscode';
import type { OpenDocuments } from './openDocuments';

/** VS Code keeps no more folding ranges than its own setting allows; making more would be work for nothing. */
const MOST_RANGES = 50_000;

/** Folds each event that spans several lines to its first line. */
export class FoldingRangeProvider implements vscode.FoldingRangeProvider {
  constructor(private readonly documents: OpenDocuments) {}

  async provideFoldingRanges(document: vscode.TextDocument): Promise<vscode.FoldingRange[] | undefined> {
    const reading = await this.documents.readingOf(document);
    if (!reading) return undefined;
    const { recordIndex } = reading.scan;
    const ranges: vscode.FoldingRange[] = [];
    for (let index = 0; index < Math.min(recordIndex.count, MOST_RANGES); index++) {
      const { start, end } = recordIndex.spanAt(index);
      const first = document.positionAt(start).line;
      const last = document.positionAt(end).line;
      if (last > first) ranges.push(new vscode.FoldingRange(first, last, vscode.FoldingRangeKind.Region));
    }
    return ranges;
  }
}
