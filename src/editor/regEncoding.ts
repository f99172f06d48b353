import * as vscode from 'vscode';
import { encodeRegFile } from '../core';

/** What a file was on disk before it was converted, and what it became. */
interface Conversion {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * Converts registry files on disk to UTF-16 with byte order mark, and back to the bytes that they were. VS Code has no
 * edit for the encoding of a file. Its undo of a file that is replaced would end in its deletion: it reverses the file
 * operations of an edit in the order in which they were made (`FileUndoRedoElement` in its `bulkFileEdits.ts`). So the
 * bytes are kept here until the window closes.
 */
export class RegEncodings implements vscode.Disposable {
  private readonly conversions = new Map<string, Conversion>();
  private readonly converted = new vscode.EventEmitter<vscode.TextDocument>();
  /** A file on disk was written anew; its text stays the same. */
  readonly onDidConvert = this.converted.event;

  /** Writes the text of the document as regedit does. Unsaved changes are saved first. */
  async convert(uri: vscode.Uri): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.isDirty && !(await document.save())) return;
    const before = await vscode.workspace.fs.readFile(uri);
    const after = encodeRegFile(document.getText());
    await this.write(document, after);
    this.conversions.set(uri.toString(), { before, after });
  }

  /** Writes the bytes that were there before the conversion, unless the file has changed since. */
  async undo(uri: vscode.Uri): Promise<void> {
    const conversion = this.conversions.get(uri.toString());
    if (!conversion) return;
    this.conversions.delete(uri.toString());
    const now = await vscode.workspace.fs.readFile(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    if (!document.isDirty && Buffer.compare(now, conversion.after) === 0) await this.write(document, conversion.before);
  }

  /** Whether a conversion of the file can be undone. */
  canUndo(document: vscode.TextDocument): boolean {
    return !document.isDirty && this.conversions.has(document.uri.toString());
  }

  dispose(): void {
    this.conversions.clear();
    this.converted.dispose();
  }

  private async write(document: vscode.TextDocument, bytes: Uint8Array): Promise<void> {
    await vscode.workspace.fs.writeFile(document.uri, bytes);
    this.converted.fire(document);
  }
}
