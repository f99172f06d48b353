import * as vscode from 'vscode';
import type { Range, Span } from '../core';
import { sourceOf } from './logUris';

/** The only place where a range of the core becomes one of VS Code: both count lines and UTF-16 columns from 0. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.column, end.line, end.column);
}

/** The range of a span of `document.getText()`, which is what the core read. */
export function rangeOfSpan(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The range between two positions of VS Code. */
export function rangeBetween(start: vscode.Position, end: vscode.Position): vscode.Range {
  return new vscode.Range(start, end);
}

/**
 * How the core names a source: the path of a file as a person would write it, the whole URI of anything else. A text that
 * was made from a log has the log as its source.
 */
export function pathOf(uri: vscode.Uri): string {
  const source = sourceOf(uri);
  return source.scheme === 'file' ? source.fsPath : source.toString(true);
}
