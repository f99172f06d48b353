import * as vscode from 'vscode';
import { CONVERT_ENCODING, type RegDiagnostic, type RegFix, type Span, UNDO_CONVERSION, regFixTitle } from '../core';
import { applyRepair, commands } from './ids';
import type { LogDocuments } from './logDocuments';
import { isLogUri, sourceOf } from './logUris';
import type { Output } from './output';
import { rangeOfSpan } from './places';
import { type RegDiagnostics, toDiagnostic } from './regDiagnostics';
import type { RegEncodings } from './regEncoding';

/** Offers the repairs of what is underlined in a registry file. */
export class RegActionProvider implements vscode.CodeActionProvider, vscode.CodeLensProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];

  constructor(
    private readonly diagnostics: RegDiagnostics,
    private readonly encodings: RegEncodings,
    private readonly logs: LogDocuments,
    private readonly output: Output,
  ) {}

  /** Above what is wrong in a read-only text, where VS Code offers no light bulb: its preferred repair. */
  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const lenses = await this.output.guard('Offering repairs', async () => {
      const found = await this.diagnostics.of(document);
      const actions = found.flatMap((model) => actionsFor(document, model, this.targetOf(document)));
      return actions.filter(({ isPreferred }) => isPreferred).map(lensOf);
    });
    return lenses?.filter((lens) => lens !== undefined) ?? [];
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[] | undefined> {
    return this.output.guard('Offering repairs', async () => {
      const found = await this.diagnostics.of(document);
      const here = found.filter(({ span }) => rangeOfSpan(document, span).intersection(range));
      const repairs = here.flatMap((model) => actionsFor(document, model, this.targetOf(document)));
      return range.start.line === 0 && this.encodings.canUndo(document) ? [...repairs, undoAction(document)] : repairs;
    });
  }

  /** A text made from a large file is read-only: its repairs change the file. */
  private targetOf(document: vscode.TextDocument): Target {
    const rangeOf = (span: Span): vscode.Range => rangeOfSpan(document, span);
    if (!isLogUri(document.uri)) return { uri: document.uri, rangeOf };
    return { uri: sourceOf(document.uri), rangeOf: (span) => this.logs.rangeInLog(document, rangeOf(span)) };
  }
}

/** The file that a repair changes, and where in it a span of the document stands. */
interface Target {
  readonly uri: vscode.Uri;
  readonly rangeOf: (span: Span) => vscode.Range | undefined;
}

function actionsFor(document: vscode.TextDocument, model: RegDiagnostic, target: Target): vscode.CodeAction[] {
  const diagnostic = toDiagnostic(document.uri, model, (span) => rangeOfSpan(document, span));
  if (!diagnostic) return [];
  // A file that is too large for a document is also too large to be written anew in one go.
  if (model.isEncoding) return isLogUri(document.uri) ? [] : [convertAction(document, diagnostic)];
  return model.fixes().flatMap((fix) => fixAction(fix, diagnostic, target) ?? []);
}

/** `quickfix.wintriage.reg.full-root`, so that a keybinding can name one repair. */
function fixAction(
  fix: RegFix,
  diagnostic: vscode.Diagnostic,
  { uri, rangeOf }: Target,
): vscode.CodeAction | undefined {
  const action = new vscode.CodeAction(regFixTitle(fix), kindOf(fix.kind));
  action.edit = new vscode.WorkspaceEdit();
  for (const { span, text } of fix.edits) {
    const range = rangeOf(span);
    if (!range) return undefined;
    action.edit.replace(uri, range, text);
  }
  action.isPreferred = fix.isPreferred;
  action.diagnostics = [diagnostic];
  return action;
}

function convertAction({ uri }: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const action = new vscode.CodeAction(CONVERT_ENCODING, kindOf('convert-encoding'));
  action.command = { title: CONVERT_ENCODING, command: commands.convertEncoding, arguments: [uri] };
  action.isPreferred = true;
  action.diagnostics = [diagnostic];
  return action;
}

function lensOf({ title, edit, diagnostics }: vscode.CodeAction): vscode.CodeLens | undefined {
  const range = diagnostics?.[0]?.range;
  return range && new vscode.CodeLens(range, { title, command: applyRepair, arguments: [edit] });
}

/** Offered at the header, as the conversion is no edit of the text that could be undone with it. */
function undoAction({ uri }: vscode.TextDocument): vscode.CodeAction {
  const action = new vscode.CodeAction(UNDO_CONVERSION, kindOf('undo-conversion'));
  action.command = { title: UNDO_CONVERSION, command: commands.undoConversion, arguments: [uri] };
  return action;
}

function kindOf(name: string): vscode.CodeActionKind {
  return vscode.CodeActionKind.QuickFix.append(`wintriage.reg.${name}`);
}
