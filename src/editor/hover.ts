import * as vscode from 'vscode';
import {
  DEFAULT_BIAS_DIRECTION,
  type EventRecord,
  type Finding,
  type HoverInput,
  type Incident,
  eventOnLine,
  recordUnderOrder,
  renderEntryHover,
  renderHover,
} from '../core';
import type { CaseReading } from './caseReading';
import { type DocumentReading, isEntryLog, readEntryAgain, recordAt } from './documentReading';
import { pathOf, rangeOfSpan } from './places';

/** Explains the event under the mouse, whether it is a sign of anything or not. */
export class HoverProvider implements vscode.HoverProvider {
  constructor(private readonly reading: CaseReading) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    return this.reading.output.guard('Making a hover', () => this.hoverAt(document, position));
  }

  private async hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const reading = await this.reading.documents.readingOf(document);
    if (reading && isEntryLog(reading)) return this.entryHoverAt(reading, position);
    const record = reading && recordAt(reading, position);
    if (!record) return undefined;
    await this.reading.store.settled();
    const path = pathOf(document.uri);
    const findings = this.findingsAt(position, reading, record);
    const text = renderHover({
      // The case knows an event by its place in the source, which is another one in a text made from a log.
      record: findings[0]?.record ?? this.dated(record, document),
      path,
      findings,
      incident: this.incidentOf(findings),
      catalogue: this.reading.catalogue(),
      times: this.reading.settings().times,
    });
    return new vscode.Hover(asMarkdown(text), rangeOfSpan(document, record.span));
  }

  /** A text made from a log shows a part of it; all of the log tells the order of day and month. */
  private dated(record: EventRecord, document: vscode.TextDocument): EventRecord {
    return recordUnderOrder(record, this.reading.store.reportOf(pathOf(document.uri))?.dateOrder);
  }

  private entryHoverAt(reading: DocumentReading, position: vscode.Position): vscode.Hover | undefined {
    const index = reading.scan.recordIndex.find(reading.document.offsetAt(position));
    const entry = index === undefined ? undefined : readEntryAgain(reading, index);
    if (!entry) return undefined;
    const { times, scan } = this.reading.settings();
    const { biasDirection = DEFAULT_BIAS_DIRECTION } = scan;
    const text = renderEntryHover({ entry, biasDirection, codes: this.reading.catalogue().codes, times });
    return new vscode.Hover(asMarkdown(text), rangeOfSpan(reading.document, entry.span));
  }

  private findingsAt(position: vscode.Position, reading: DocumentReading, record: EventRecord): readonly Finding[] {
    const shown = this.reading.logs.shownIn(reading.document);
    if (!shown) return reading.report.findings.filter((finding) => finding.record.span.start === record.span.start);
    const event = eventOnLine(shown.excerpt, position.line);
    return shown.report.findings.filter(
      ({ recordRange: { start } }) => start.line === event?.start.line && start.column === event.start.column,
    );
  }

  private incidentOf(findings: NonNullable<HoverInput['findings']>): Incident | undefined {
    const ids = new Set(findings.map(({ id }) => id));
    return this.reading.store.case.incidents.find(({ seen }) =>
      seen.some((sign) => sign.findings.some(({ id }) => ids.has(id))),
    );
  }
}

/** Markdown that holds text of a log: no command links, no HTML, no icons. */
function asMarkdown(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text, false);
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  return markdown;
}
