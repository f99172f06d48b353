import * as vscode from 'vscode';
import { CONVERT_ENCODING, type RegDiagnostic, type RegFix, UNDO_CONVERSION, regFixTitle } from '../core';
import { commands } from './ids';
import type { Output } from './output';
import { rangeOfSpan } from './places';
import { type RegDiagnostics, toDiagnostic } from './regDiagnostics';
import type { RegEncodings } from './regEncoding';

/** Offers the repairs of what is underlined in a registry file. */
export class RegActionProvider implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];

  constructor(
    private readonly diagnostics: RegDiagnostics,
    private readonly encodings: RegEncodings,
    private readonly output: Output,
  ) {}

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[] | undefined> {
    return this.output.guard('Offering repairs', async () => {
      const found = await this.diagnostics.of(document);
      const here = found.filter(({ span }) => rangeOfSpan(document, span).intersection(range));
      const repairs = here.flatMap((model) => actionsFor(document, model));
      return range.start.line === 0 && this.encodings.canUndo(document) ? [...repairs, undoAction(document)] : repairs;
    });
  }
}

function actionsFor(document: vscode.TextDocument, model: RegDiagnostic): vscode.CodeAction[] {
  const diagnostic = toDiagnostic(document, model);
  if (model.isEncoding) return [convertAction(document, diagnostic)];
  return model.fixes().map((fix) => fixAction(document, fix, diagnostic));
}

/** `quickfix.wintriage.reg.full-root`, so that a keybinding can name one repair. */
function fixAction(document: vscode.TextDocument, fix: RegFix, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const action = new vscode.CodeAction(regFixTitle(fix), kindOf(fix.kind));
  action.edit = new vscode.WorkspaceEdit();
  for (const { span, text } of fix.edits) action.edit.replace(document.uri, rangeOfSpan(document, span), text);
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

/** Offered at the header, as the conversion is no edit of the text that could be undone with it. */
function undoAction({ uri }: vscode.TextDocument): vscode.CodeAction {
  const action = new vscode.CodeAction(UNDO_CONVERSION, kindOf('undo-conversion'));
  action.command = { title: UNDO_CONVERSION, command: commands.undoConversion, arguments: [uri] };
  return action;
}

function kindOf(name: string): vscode.CodeActionKind {
  return vscode.CodeActionKind.QuickFix.append(`wintriage.reg.${name}`);
}
