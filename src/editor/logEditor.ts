import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { logExcerptText } from '../core';
import { customEditors } from './ids';
import { logUri } from './logUris';
import type { Output } from './output';

/** VS Code tells of a tab a little after it asks for what the tab shows. Milliseconds. */
const TAB_COMES_WITHIN = 1000;
const TAB_LOOK = 20;

/** What takes the place of an editor that goes. */
type Target = (source: vscode.Uri) => vscode.Uri | Promise<vscode.Uri>;

/**
 * What VS Code opens for a binary log, and for text when somebody chooses so: an editor that opens the text made of the log
 * in its place and goes. VS Code lets an extension open files that are no text in no other way. `toShow` says what to open
 * of a file that may be text.
 */
export function registerLogEditors(toShow: Target, output: Output): vscode.Disposable {
  return vscode.Disposable.from(
    registerLogEditor(customEditors.log, logUri, output),
    registerLogEditor(customEditors.textLog, toShow, output),
  );
}

function registerLogEditor(viewType: string, target: Target, output: Output): vscode.Disposable {
  const opening = new Map<string, Promise<unknown>>();
  return vscode.window.registerCustomEditorProvider(
    viewType,
    {
      openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
      resolveCustomEditor: ({ uri }, panel) => {
        panel.webview.html = page(logExcerptText.noView);
        // A double click opens a file twice, first for a look and then to stay: one comes after the other.
        const key = uri.toString();
        const before = opening.get(key) ?? Promise.resolve();
        const now = before.then(() =>
          output.guard(`Opening ${uri.toString(true)}`, () => openInPlace({ uri, viewType }, target)),
        );
        opening.set(key, now);
      },
    },
    { supportsMultipleEditorsPerDocument: true },
  );
}

/** A file in one of our editors. */
interface OpenedLog {
  readonly uri: vscode.Uri;
  readonly viewType: string;
}

/** In a comparison, or for an older version of the file, there is no tab of its own to take the place of: nothing happens. */
async function openInPlace(opened: OpenedLog, target: Target): Promise<void> {
  for (let tab = await comingTab(opened); tab; tab = tabsOf(opened)[0]) {
    const { group, isPreview, isActive } = tab;
    await vscode.commands.executeCommand('vscode.open', await target(opened.uri), {
      viewColumn: group.viewColumn,
      preview: isPreview,
      preserveFocus: !isActive,
    });
    const left = tabsOf(opened).filter((each) => each.group.viewColumn === group.viewColumn);
    if (left.length > 0) await vscode.window.tabGroups.close(left, true);
  }
}

async function comingTab(opened: OpenedLog): Promise<vscode.Tab | undefined> {
  for (let waited = 0; waited < TAB_COMES_WITHIN; waited += TAB_LOOK) {
    const [tab] = tabsOf(opened);
    if (tab) return tab;
    await wait(TAB_LOOK);
  }
  return undefined;
}

function tabsOf({ uri, viewType }: OpenedLog): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputCustom &&
        input.viewType === viewType &&
        input.uri.toString() === uri.toString(),
    );
}

/** The words are ours and hold nothing of a log. */
function page(words: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head><body>${words}</body></html>`;
}
