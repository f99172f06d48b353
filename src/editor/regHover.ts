import * as vscode from 'vscode';
import { regHover } from '../core';
import type { Output } from './output';
import { rangeOfSpan } from './places';
import type { RegDocuments } from './regDocuments';

/** Explains the key or the value under the mouse. */
export class RegHoverProvider implements vscode.HoverProvider {
  constructor(
    private readonly documents: RegDocuments,
    private readonly output: Output,
  ) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    return this.output.guard('Making a hover', async () => {
      const reg = await this.documents.read(document);
      const hover = regHover(reg, document.offsetAt(position), this.documents.known);
      return hover && new vscode.Hover(new vscode.MarkdownString(hover.markdown), rangeOfSpan(document, hover.span));
    });
  }
}
