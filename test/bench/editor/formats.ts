/** What opening large documents of other formats costs the extension host, and what their outline and folds do. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { cmTraceOf } from '../cmTraceWorkload';
import { regExportOf } from '../registryWorkload';
import { csvParts, wevtutilTextParts } from '../scanWorkload';
import { withFolder } from './files';
import { watchHost } from './hostWatch';
import { report, reportHolds } from './report';

const MEGABYTES = 40;
/** Long enough for everything that follows the opening of a document. Milliseconds. */
const SETTLED = 6000;

const QUESTIONS = ['vscode.executeDocumentSymbolProvider', 'vscode.executeFoldingRangeProvider'];

const FORMATS: readonly { readonly name: string; readonly text: () => string }[] = [
  { name: 'CMTrace.log', text: () => cmTraceOf(MEGABYTES) },
  { name: 'EventViewer.csv', text: () => [...csvParts(MEGABYTES)].join('') },
  { name: 'wevtutil.txt', text: () => [...wevtutilTextParts(MEGABYTES)].join('') },
  { name: 'export.reg', text: () => regExportOf(MEGABYTES) },
];

/** Each of them as it is, and as a text that is none of ours: what VS Code itself does with that. */
export async function measureFormats(): Promise<void> {
  for (const { name, text } of FORMATS) {
    const content = text();
    report(`${name}, ${(content.length / 1e6).toFixed(1)} MB, in an editor:`);
    await open('none of ours.txt', `none of ours\r\n${content.replaceAll(/[[\]<,:]/g, '.')}`);
    await open(name, content);
  }
}

async function open(name: string, content: string): Promise<void> {
  await withFolder(async (folder) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    const uri = vscode.Uri.file(path);
    const opening = await watchHost(async () => {
      await vscode.window.showTextDocument(uri, { preview: false });
      await wait(SETTLED);
    });
    reportHolds(`opening ${name}`, [opening]);
    for (const question of QUESTIONS) {
      const asking = await watchHost(async () => vscode.commands.executeCommand(question, uri));
      reportHolds(question.replace('vscode.execute', ''), [asking]);
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
}
