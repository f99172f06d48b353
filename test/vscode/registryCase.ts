import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { sampleCase } from './paths';
import { exportOf } from './suite/support/registryText';
import * as driver from './workbench';

const PXE = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE';
const DP = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\DP';

/** Fills a folder with the sample case, an export of its server and a file that would change what it shows. */
export function writeRegistryCase(folder: string): void {
  cpSync(sampleCase, folder, { recursive: true });
  const write = (name: string, ...keys: readonly (readonly string[])[]): void => {
    writeFileSync(join(folder, name), `\uFEFF${exportOf(...keys)}`, 'utf16le');
  };
  const values = (threads: string, expire: string): readonly string[] => [
    `[${PXE}]`,
    `"NumberOfThreads"=dword:${threads}`,
    `"CacheExpire"=dword:${expire}`,
  ];
  write('pxe.reg', values('00000008', '00000e10'), [`[${PXE}\\Old]`, '"Trace"="on"']);
  const distributionPoint = [`[${DP}]`, '"RamDiskTFTPBlockSize"=dword:00001000'];
  write('change.reg', [...values('00000001', '00000258'), `[-${PXE}\\Old]`, ...distributionPoint]);
}

/** Opens the crash with the registry line in the tree, and the comparison of the two files. */
export async function compareRegistry(page: Page): Promise<void> {
  for (const name of ['Application.xml', 'System.xml', 'pxe.reg']) await driver.quickOpen(page, name);
  await driver.openViewContainer(page, 'WinTriage');
  await driver.expandTreeRow(page, 'KB 2510665matches');
  await driver.setSideBarWidth(page, 470);
  await driver.treeRow(page, 'NumberOfThreads is 8').waitFor();
  await driver.quickOpen(page, 'change.reg');
  await driver.runCommand(page, 'WinTriage: Compare Registry File with Export...');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'pxe.reg' }).click();
  await page.getByText('Create Undo (.reg)').waitFor();
  await driver.waitForText(page, 'RamDiskTFTPBlockSize');
}
