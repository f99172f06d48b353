import * as vscode from 'vscode';
import { eventually } from './editor';

/** How long VS Code waits after the cursor moved before it looks for actions there by itself. Milliseconds. */
const LIGHT_BULB_DELAY = 250;

/** Where VS Code looked for actions by itself, and when. */
interface Look {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly time: number;
}

let latest: Look | undefined;
let watching: vscode.Disposable | undefined;

/** Once for all tests: VS Code also looks anew in every editor when a provider comes or goes. */
function watchLooks(): void {
  watching ??= vscode.languages.registerCodeActionsProvider('*', {
    provideCodeActions: (document, range, { triggerKind }) => {
      if (triggerKind === vscode.CodeActionTriggerKind.Automatic) latest = { document, range, time: Date.now() };
      return [];
    },
  });
}

/**
 * Puts the cursor somewhere and waits until VS Code has looked for actions there by itself, as it does for its light bulb.
 *
 * A command that chooses an action asks the same question, and VS Code drops its answer when the one for the light bulb
 * comes at about the same moment (`CodeActionModel.takeCodeActions` of VS Code 1.139). Newer versions also look once soon
 * after a document came to the front; the first move lets that pass, and the look that follows the second is the last.
 */
export async function putCursor(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
  watchLooks();
  await moveTo(editor, new vscode.Position(0, 1));
  await moveTo(editor, position);
}

async function moveTo(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
  const earliest = Date.now() + LIGHT_BULB_DELAY;
  editor.selection = new vscode.Selection(position, position);
  await eventually('VS Code to look for actions at the cursor', () => {
    if (latest?.document !== editor.document || latest.time < earliest) return false;
    return latest.range.contains(position);
  });
}
