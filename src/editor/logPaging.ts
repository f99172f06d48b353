import * as vscode from 'vscode';
import { MOST_EVENTS_SHOWN, eventOnLine } from '../core';
import { contextKeys } from './ids';
import type { LogDocuments } from './logDocuments';
import type { ShownLog } from './logExcerpts';
import { isLogUri, logUri, sourceOf } from './logUris';
import type { Output } from './output';

/** What can be shown next of the log in front. */
export type LogWay = 'earlier' | 'later' | 'findings' | 'all';

/** Offers the ways that there are from the text in front, in menus and buttons. */
export function offerWays(logs: LogDocuments, output: Output): vscode.Disposable {
  const offer = (): void => {
    const editor = vscode.window.activeTextEditor;
    const shown = editor && logs.shownIn(editor.document);
    const count = shown?.count ?? 0;
    const keys = {
      [contextKeys.earlierEvents]: shown !== undefined && shown.run.from > 0,
      [contextKeys.laterEvents]: shown !== undefined && shown.run.to < count,
      [contextKeys.isPart]: shown !== undefined && shown.excerpt.events.length < count,
    };
    for (const [key, value] of Object.entries(keys)) {
      output.start(`Setting ${key}`, () => vscode.commands.executeCommand('setContext', key, value));
    }
  };
  return vscode.Disposable.from(logs.onDidChangeShown(offer), vscode.window.onDidChangeActiveTextEditor(offer));
}

/** Shows another part of the log in front, in the place of the part that it shows now. */
export async function showPart(way: LogWay, logs: LogDocuments): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const shown = editor && logs.shownIn(editor.document);
  if (!editor || !shown) return;
  const source = sourceOf(editor.document.uri);
  if (way === 'findings') await replaceTab(logUri(source));
  if (way === 'all') await showPageOf(editor, shown, logs);
  if (way === 'later' && shown.run.to < shown.count) await replaceTab(logUri(source, shown.run.to));
  if (way === 'earlier' && shown.run.from > 0) {
    await replaceTab(logUri(source, Math.max(0, shown.run.from - MOST_EVENTS_SHOWN)));
  }
}

/** All events around the one under the cursor, which stays where it is. */
async function showPageOf(editor: vscode.TextEditor, shown: ShownLog, logs: LogDocuments): Promise<void> {
  const { active } = editor.selection;
  const event = eventOnLine(shown.excerpt, active.line) ?? shown.excerpt.events[0];
  if (!event) return;
  const page = await logs.pageOf(shown, event);
  await replaceTab(page.uri, page.range);
}

/** Opens a text where the one in front stands, and closes that one: paging through a log leaves one tab. */
async function replaceTab(uri: vscode.Uri, selection?: vscode.Range): Promise<void> {
  const { tabGroups } = vscode.window;
  const { activeTab, viewColumn } = tabGroups.activeTabGroup;
  const before = logUriOf(activeTab);
  await vscode.commands.executeCommand('vscode.open', uri, {
    viewColumn,
    preview: activeTab?.isPreview ?? false,
    ...(selection && { selection }),
  });
  if (!before || before === uri.toString()) return;
  const group = tabGroups.all.find((each) => each.viewColumn === viewColumn);
  const left = group?.tabs.filter((tab) => logUriOf(tab) === before) ?? [];
  if (left.length > 0) await tabGroups.close(left, true);
}

function logUriOf(tab: vscode.Tab | undefined): string | undefined {
  const input = tab?.input;
  return input instanceof vscode.TabInputText && isLogUri(input.uri) ? input.uri.toString() : undefined;
}
