import * as vscode from 'vscode';
import { type RegCompletion, completionsAt, regCompletionText, renderReg } from '../core';
import type { Output } from './output';
import { rangeOfSpan } from './places';
import type { RegDocuments } from './regDocuments';

const KINDS: Readonly<Record<RegCompletion['kind'], vscode.CompletionItemKind>> = {
  header: vscode.CompletionItemKind.Keyword,
  root: vscode.CompletionItemKind.Module,
  key: vscode.CompletionItemKind.Folder,
  path: vscode.CompletionItemKind.Folder,
  value: vscode.CompletionItemKind.Property,
  type: vscode.CompletionItemKind.Keyword,
  data: vscode.CompletionItemKind.Value,
};

/** Offers roots, keys, values, types and known numbers while somebody writes. */
export class RegCompletionProvider implements vscode.CompletionItemProvider {
  static readonly triggers = ['[', '\\', '"', '=', ':'];

  constructor(
    private readonly documents: RegDocuments,
    private readonly output: Output,
  ) {}

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[] | undefined> {
    return this.output.guard('Completing', async () => {
      const reg = await this.documents.read(document);
      const offset = document.offsetAt(position);
      return completionsAt(reg, offset, this.documents.known).map((each, index) => toItem(document, each, index));
    });
  }
}

function toItem(document: vscode.TextDocument, completion: RegCompletion, index: number): vscode.CompletionItem {
  const { label, kind, snippet, span } = completion;
  const { detail, markdown } = regCompletionText(completion);
  const item = new vscode.CompletionItem(label, KINDS[kind]);
  item.detail = detail;
  item.documentation = new vscode.MarkdownString(markdown);
  item.insertText = new vscode.SnippetString(snippet);
  item.range = rangeOfSpan(document, span);
  // What is typed so far is part of what is replaced, quotation mark included.
  item.filterText = document.getText(item.range).startsWith('"') ? `"${label}"` : label;
  item.sortText = String(index).padStart(5, '0');
  // After a root or "=" the next choice follows.
  if (kind === 'root' || snippet.endsWith('=$0')) {
    item.command = { title: '', command: 'editor.action.triggerSuggest' };
  }
  return item;
}

/** Writes a registry file as regedit would; what an import does stays the same. */
export class RegFormatter implements vscode.DocumentFormattingEditProvider {
  constructor(
    private readonly documents: RegDocuments,
    private readonly output: Output,
  ) {}

  provideDocumentFormattingEdits(document: vscode.TextDocument): Promise<vscode.TextEdit[] | undefined> {
    return this.output.guard('Formatting', async () => {
      const reg = await this.documents.read(document);
      const written = renderReg(reg);
      if (written === reg.text) return [];
      return [vscode.TextEdit.replace(rangeOfSpan(document, { start: 0, end: reg.text.length }), written)];
    });
  }
}
