/** What scans of folders cost the extension host, and how fast they end when cancelled. */
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { eventXmlOf } from '../workload';
import { withFolder, writeLargeXml } from './files';
import { watchHost } from './hostWatch';
import { ms, report, reportHolds } from './report';

const NAMES = ['A.xml', 'B.xml', 'C.xml'];

/** A folder of large files: how long the host is held while the threads read them. */
export async function measureFolder(): Promise<void> {
  await withFolder(async (folder) => {
    for (const name of NAMES) writeLargeXml(join(folder, name), 80);
    const started = performance.now();
    const watched = await watchHost(async () => {
      await vscode.commands.executeCommand('wintriage.scanFolder', vscode.Uri.file(folder));
      return performance.now() - started;
    });
    report(`folder of 3 files of 80 MB, scanned in ${ms(watched.value)}:`);
    reportHolds('scan', [watched]);
    await remove(folder);
  });
}

/** Files that would take minutes to read, though they take no room: the start of a log with a hole after it. */
export async function measureCancel(): Promise<void> {
  await withFolder(async (folder) => {
    for (const name of NAMES) {
      writeFileSync(join(folder, name), eventXmlOf(1));
      truncateSync(join(folder, name), 2 ** 36);
    }
    const scan = vscode.commands.executeCommand('wintriage.scanFolder', vscode.Uri.file(folder));
    await wait(1000);
    const started = performance.now();
    await vscode.commands.executeCommand('wintriage.cancelScan');
    await scan;
    report(`scan of 3 files of 69 GB: cancelled in ${ms(performance.now() - started)}`);
    await remove(folder);
  });
}

async function remove(folder: string): Promise<void> {
  await vscode.commands.executeCommand('wintriage.removeFolder', { kind: 'folder', path: folder });
}
