/** `npm run pictures`: photographs the extension at work on the sample case, for the README. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectFolder, sampleCase, temporaryFolder } from './paths';
import { openBrowser } from './server/openBrowser';
import * as driver from './workbench';

/** A picture's name, and what a person does to see what it shows. */
interface Picture {
  readonly name: string;
  readonly theme: driver.Theme;
  readonly show: (page: Page) => Promise<unknown>;
}

async function openCrash(page: Page): Promise<void> {
  await driver.quickOpen(page, 'Application.xml');
  await driver.quickOpen(page, 'System.xml');
  await driver.filterProblems(page, 'sign 2 of');
  await driver.problemRow(page, 'WDS crash, KB 2510665 (matches), sign 2 of').dblclick();
  await driver.filterProblems(page, '');
  await driver.waitForSquiggle(page, 'error');
}

async function showTree(page: Page): Promise<void> {
  await driver.openViewContainer(page, 'WinTriage');
  await driver.expandTreeRow(page, 'KB 2510665matches');
  await driver.setSideBarWidth(page, 460);
  // Goes to the event again, as the editor has become narrower.
  await driver.clickTreeRow(page, '2nd time, restart after 120 s');
}

/** Without the panel below there is room for the whole hover. */
async function showHover(page: Page): Promise<void> {
  await driver.closePanel(page);
  await driver.hoverText(page, "'49152'>7031", 'Service Control Manager 7031');
}

async function createFix(page: Page): Promise<void> {
  await driver.openQuickFixes(page, '7031');
  await driver.chooseQuickFix(page, 'Create registry fix: ConfigMgr 2007, 64-bit server (.reg)');
  await driver.waitForText(page, 'Windows Registry Editor');
}

/** Each picture goes on from the opened crash, in a workbench of its own. */
const pictures: readonly Picture[] = [
  { name: 'overview', theme: 'dark', show: showTree },
  { name: 'overview-light', theme: 'light', show: showTree },
  { name: 'overview-high-contrast', theme: 'high contrast', show: showTree },
  { name: 'hover', theme: 'dark', show: showHover },
  { name: 'lightbulb', theme: 'dark', show: (page) => driver.openQuickFixes(page, '7031') },
  { name: 'regfile', theme: 'dark', show: createFix },
  { name: 'tree', theme: 'dark', show: showTree },
];

const pictureFolder = join(projectFolder, 'media', 'pictures');

/** The pixels are the same on every machine as long as Chromium and its fonts come from npm. */
async function take({ name, theme, show }: Picture): Promise<void> {
  const folder = join(temporaryFolder('pictures'), 'contoso-wds');
  cpSync(sampleCase, folder, { recursive: true });
  const workbench = await driver.openWorkbench({
    folder,
    extension: projectFolder,
    theme,
    size: { width: 1200, height: 720 },
  });
  try {
    await openCrash(workbench.page);
    await driver.dismissNotifications(workbench.page);
    await show(workbench.page);
    await workbench.page.screenshot({ path: join(pictureFolder, `${name}.png`) });
  } finally {
    await workbench.close();
  }
  console.log(`${name}.png`);
}

/** What the command line prints for the sample case, as a terminal of 130 columns shows it. */
async function takeTerminal(): Promise<void> {
  const program = join(projectFolder, 'dist', 'cli.js');
  const { stdout } = spawnSync(process.execPath, [program, 'scan', 'Application.xml', 'System.xml'], {
    cwd: sampleCase,
    encoding: 'utf8',
  });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 100 } });
    const text = `$ wintriage scan Application.xml System.xml\n${stdout}`;
    const style = 'margin:16px;background:#1f1f1f;color:#ccc;font:13px/1.35 DejaVu Sans Mono;white-space:pre';
    await page.setContent(`<body style="${style}">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</body>`);
    await page.screenshot({ path: join(pictureFolder, 'terminal.png'), fullPage: true });
  } finally {
    await browser.close();
  }
  console.log('terminal.png');
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  mkdirSync(pictureFolder, { recursive: true });
  for (const picture of pictures) {
    if (wanted.length === 0 || wanted.includes(picture.name)) await take(picture);
  }
  if (wanted.length === 0 || wanted.includes('terminal')) await takeTerminal();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
