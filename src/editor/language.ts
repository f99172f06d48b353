import * as vscode from 'vscode';
import type { FormatId, SourceReport } from '../core';
import { documentHead } from './documentBlocks';
import type { DocumentReading } from './documentReading';
import { languages } from './ids';
import type { OpenDocuments } from './openDocuments';
import type { Output } from './output';
import type { Settings } from './settings';

const LANGUAGES: Readonly<Record<FormatId, string>> = {
  'event-xml': 'xml',
  'event-json': 'json',
  clixml: 'xml',
  'powershell-csv': languages.eventsCsv,
  'event-csv': languages.eventsCsv,
  'event-txt': languages.eventsTxt,
  'event-text': languages.eventsText,
  'wevtutil-text': languages.eventsText,
  'powershell-list': languages.eventsText,
  'powershell-table': languages.eventsText,
  'wmic-list': languages.eventsText,
  'wmic-csv': languages.eventsCsv,
  'splunk-text': languages.eventsText,
  'eventquery-list': languages.eventsText,
  'eventquery-table': languages.eventsText,
  'nt5-list': languages.eventsText,
  'nt5-text': languages.eventsText,
  'vew-text': languages.eventsText,
  'full-event-log-text': languages.eventsText,
  psloglist: languages.eventsText,
  'psloglist-list': languages.eventsText,
  'details-text': languages.eventsText,
  cmtrace: languages.cmTrace,
  evtx: 'xml',
  evt: 'plaintext',
  reg: languages.reg,
  'reg-query': 'plaintext',
};

/** Units of a document that show how it starts. */
const ENOUGH = 1000;
/** How one object starts that holds all events: the answer of Elasticsearch. */
const HOLDS_EVENTS = /^\{\s*"(?:took|_scroll_id|hits)"/;

/** VS Code calls every `.log` file a log; of event logs none has that name. */
function isGeneral(languageId: string, format: FormatId): boolean {
  return languageId === 'plaintext' || (format === 'cmtrace' && languageId === 'log');
}

/**
 * Sets the language of plain text that turned out to be an event log, once for each document: who sets it back by hand
 * is not overruled.
 */
export function detectLanguages(documents: OpenDocuments, settings: () => Settings, output: Output): vscode.Disposable {
  const seen = new WeakSet<vscode.TextDocument>();
  return documents.onDidRead(({ document, report }: DocumentReading) => {
    const { format } = report;
    if (seen.has(document) || !format) return;
    seen.add(document);
    if (!isGeneral(document.languageId, format) || !settings().detectLanguage) return;
    const language = format === 'event-json' ? jsonLanguageOf(document, report) : LANGUAGES[format];
    if (language === undefined) return;
    output.start(`Setting the language of ${document.uri.toString(true)}`, () =>
      vscode.languages.setTextDocumentLanguage(document, language),
    );
  });
}

/** Several objects one behind the other are no JSON but JSON lines, and below the words of a mail they are neither. */
function jsonLanguageOf(document: vscode.TextDocument, { recordCount }: SourceReport): string | undefined {
  const start = documentHead(document, ENOUGH).trimStart();
  if (start.startsWith('[')) return 'json';
  if (!start.startsWith('{')) return undefined;
  return recordCount > 1 && !HOLDS_EVENTS.test(start) ? 'jsonl' : 'json';
}
