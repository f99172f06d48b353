import * as vscode from 'vscode';
import { type LogEntry, type Steps, linesOf } from '../core';
import type { CaseReading } from './caseReading';
import { type DocumentReading, isCurrent, isEntryLog, readEntryAgain } from './documentReading';
import { semanticTokens } from './ids';
import { rangeOfSpan } from './places';
import { inSlices } from './slices';

export const entryTokenLegend = new vscode.SemanticTokensLegend([semanticTokens.error, semanticTokens.warning]);

/** Entries are read again for their colour, some seven in a millisecond; of a log with more errors the others stay plain. */
const MOST_ENTRIES = 10_000;

/**
 * Colours the messages whose type the grammar cannot see: a grammar looks at one line at a time, and the type stands behind
 * the last line of a message, or is not stated at all. For the document as a whole, as VS Code asks for the part in sight
 * only when somebody scrolls, and not when the language of a document changes.
 */
export class EntryTokenProvider implements vscode.DocumentSemanticTokensProvider {
  constructor(private readonly reading: Pick<CaseReading, 'documents' | 'output'>) {}

  provideDocumentSemanticTokens(document: vscode.TextDocument): Promise<vscode.SemanticTokens | undefined> {
    return this.reading.output.guard('Colouring a log', async () => {
      const reading = await this.reading.documents.readingOf(document);
      if (!reading || !isEntryLog(reading)) return undefined;
      return inSlices(tokensOf(reading), () => isCurrent(reading));
    });
  }
}

function* tokensOf(reading: DocumentReading): Steps<vscode.SemanticTokens> {
  const { document, scan } = reading;
  const { recordIndex } = scan;
  const builder = new vscode.SemanticTokensBuilder(entryTokenLegend);
  let left = MOST_ENTRIES;
  for (let index = 0; index < recordIndex.count && left > 0; index++) {
    if (!recordIndex.isAsBadAs(index, 3)) continue;
    const entry = readEntryAgain(reading, index);
    if (entry && !isSeenByGrammar(entry)) addTokens(builder, entry, document);
    left--;
    yield;
  }
  return builder.build();
}

function isSeenByGrammar({ form, message, levelInferred }: LogEntry): boolean {
  return form === 'log' && !levelInferred && !/[\r\n]/.test(message.value);
}

/** A token is on one line. */
function addTokens(builder: vscode.SemanticTokensBuilder, entry: LogEntry, document: vscode.TextDocument): void {
  const type = entry.level?.value === 2 ? semanticTokens.error : semanticTokens.warning;
  for (const span of linesOf(entry.message)) builder.push(rangeOfSpan(document, span), type);
}
