/** `npm run pictures`: photographs the extension at work on the sample case, for the README. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { writeEvtxCase, writeXmlCase } from './largeCases';
import { projectFolder, sampleCase, temporaryFolder } from './paths';
import { pictureLog } from './pictureLog';
import { compareRegistry, writeRegistryCase } from './registryCase';
import { openBrowser } from './server/openBrowser';
import * as driver from './workbench';

/** A picture's name, and what a person does to see what it shows. */
interface Picture {
  readonly name: string;
  readonly theme: driver.Theme;
  /** Fills the folder that is opened. */
  readonly prepare: (folder: string) => void;
  readonly show: (page: Page) => Promise<unknown>;
  /** CSS pixels, where there is little to be seen. */
  readonly height?: number;
}

async function openCrash(page: Page): Promise<void> {
  await driver.quickOpen(page, 'Application.xml');
  await driver.quickOpen(page, 'System.xml');
  await driver.filterProblems(page, 'sign 2 of');
  await driver.problemRow(page, 'WDS crash, KB 2510665 (matches), sign 2 of').dblclick();
  await driver.filterProblems(page, '');
  await driver.waitForSquiggle(page, 'error');
}

/** What a picture of the sample case goes on from. */
function ofSample(name: string, theme: driver.Theme, show: Picture['show']): Picture {
  return {
    name,
    theme,
    prepare: (folder) => {
      cpSync(sampleCase, folder, { recursive: true });
    },
    show: async (page) => {
      await openCrash(page);
      await driver.dismissNotifications(page);
      await show(page);
    },
  };
}

async function openEvtx(page: Page): Promise<void> {
  await driver.waitForViewContainer(page, 'WinTriage');
  await driver.openFromExplorer(page, 'System.evtx');
  await driver.openProblems(page);
  await driver.problemRow(page, 'KB 2510665').waitFor();
  await driver.openViewContainer(page, 'WinTriage');
  await driver.setSideBarWidth(page, 520);
  await driver.expandTreeRow(page, 'KB 2510665');
  await driver.clickTreeRow(page, 'SCM 7031');
  await driver.waitForText(page, 'Windows Deployment Services Server');
}

/** Scans the folder of a server by its context menu. */
async function startScan(page: Page): Promise<void> {
  await driver.waitForViewContainer(page, 'WinTriage');
  await driver.chooseInExplorer(page, 'PXE01', 'Scan Folder for Event Logs');
  await driver.openViewContainer(page, 'WinTriage');
  await driver.setSideBarWidth(page, 520);
}

/** What was found is in sight while the rest of the file is read. */
async function scanOn(page: Page): Promise<void> {
  await driver.openProblems(page);
  await startScan(page);
  await driver.waitForViewMessage(page, / left/);
  await driver.expandTreeRow(page, 'KB 2510665matches');
}

async function openLargeLog(page: Page): Promise<void> {
  await startScan(page);
  await driver.waitForViewMessage(page, /Scanning/, 'hidden');
  await driver.expandTreeRow(page, 'KB 2510665');
  await driver.clickTreeRow(page, 'SCM 7031');
  await driver.waitForText(page, 'Windows Deployment Services Server');
  await driver.openProblems(page);
}

async function showTree(page: Page): Promise<void> {
  await driver.openViewContainer(page, 'WinTriage');
  await driver.expandTreeRow(page, 'KB 2510665matches');
  await driver.setSideBarWidth(page, 500);
  // Goes to the event again, as the editor has become narrower.
  await driver.clickTreeRow(page, '2nd time, restart after 120 s');
}

/** The whole of the tree, with two incidents and the sources open. */
async function showWholeTree(page: Page): Promise<void> {
  await driver.closePanel(page);
  await driver.openViewContainer(page, 'WinTriage');
  await driver.setSideBarWidth(page, 800);
  for (const row of ['Sources', 'KB 2905002', 'KB 2510665matches']) await driver.expandTreeRow(page, row);
  await driver.clickTreeRow(page, '2nd time, restart after 120 s');
}

/** Without the panel below there is room for the whole hover. */
async function showHover(page: Page): Promise<void> {
  await driver.closePanel(page);
  await driver.setSideBarWidth(page, 200);
  await driver.hoverText(page, "'49152'>7031", 'Service Control Manager 7031');
}

async function createFix(page: Page): Promise<void> {
  await driver.openQuickFixes(page, '7031');
  await driver.chooseQuickFix(page, 'Create registry fix: ConfigMgr 2007, 64-bit server (.reg)');
  await driver.waitForText(page, 'Windows Registry Editor');
  await driver.closePanel(page);
  await driver.setSideBarWidth(page, 200);
  await driver.clickText(page, 'NumberOfThreads');
}

/** A fix as somebody may have written it by hand. */
async function checkReg(page: Page): Promise<void> {
  await driver.waitForViewContainer(page, 'WinTriage');
  await driver.quickOpen(page, 'by-hand.reg');
  await driver.waitForSquiggle(page, 'error');
  await driver.openProblems(page);
  await driver.setSideBarWidth(page, 200);
  await driver.openQuickFixes(page, 'HKLM');
}

const BY_HAND = [
  'Windows Registry Editor Version 5.00',
  '',
  '; one PXE thread',
  '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE]',
  '"NumberOfThreads"="1"',
  '"CacheExpire"=dword:0x258',
  '',
  '[HKLM\\SYSTEM\\CurrentControlSet\\Services\\WDSServer\\Providers\\WDSPXE]',
  '"UseDhcpPorts"=dword:00000000',
  '',
].join('\r\n');

function writeByHand(folder: string): void {
  writeFileSync(join(folder, 'by-hand.reg'), BY_HAND);
}

async function openLog(page: Page): Promise<void> {
  await driver.quickOpen(page, 'smspxe.log');
  await driver.waitForText(page, 'PXE Provider loaded');
  await driver.dismissNotifications(page);
  await driver.setSideBarWidth(page, 200);
  await driver.hoverText(page, 'Failed to open the image file', 'E_ACCESSDENIED');
}

function writeLogCase(folder: string): void {
  writeFileSync(join(folder, 'smspxe.log'), pictureLog);
}

const evtx = { theme: 'dark', prepare: writeEvtxCase } as const;
const gigabyte = {
  theme: 'dark',
  prepare: (folder: string) => {
    writeXmlCase(folder, 1000);
  },
} as const;

const endless = {
  theme: 'dark',
  prepare: (folder: string) => {
    gigabyte.prepare(folder);
    // A gigabyte alone is scanned before the rate is known; what follows it takes no room on the disk.
    truncateSync(join(folder, 'PXE01', 'System.xml'), 64e9);
  },
} as const;

/** Each picture is taken in a workbench of its own. */
const pictures: readonly Picture[] = [
  ofSample('overview', 'dark', showTree),
  ofSample('overview-light', 'light', showTree),
  ofSample('overview-high-contrast', 'high contrast', showTree),
  ofSample('hover', 'dark', showHover),
  ofSample('lightbulb', 'dark', (page) => driver.openQuickFixes(page, '7031')),
  { ...ofSample('regfile', 'dark', createFix), height: 400 },
  { ...ofSample('tree', 'dark', showWholeTree), height: 600 },
  { name: 'registry', theme: 'dark', prepare: writeRegistryCase, show: compareRegistry },
  { name: 'evtx', ...evtx, show: openEvtx },
  { name: 'progress', ...endless, show: scanOn },
  { name: 'excerpt', ...gigabyte, show: openLargeLog },
  { name: 'regcheck', theme: 'dark', prepare: writeByHand, show: checkReg, height: 600 },
  { name: 'cmtrace', theme: 'dark', prepare: writeLogCase, show: openLog, height: 460 },
];

const pictureFolder = join(projectFolder, 'media', 'pictures');

/** Milliseconds; no animation of VS Code takes longer. */
const ANIMATIONS_END = 600;

/** The pixels are the same on every machine as long as Chromium and its fonts come from npm. */
async function take({ name, theme, prepare, show, height = 720 }: Picture): Promise<void> {
  const folder = join(temporaryFolder('pictures'), 'contoso-wds');
  mkdirSync(folder);
  prepare(folder);
  const workbench = await driver.openWorkbench({
    folder,
    extension: projectFolder,
    theme,
    size: { width: 1200, height },
  });
  try {
    await show(workbench.page);
    await atRest(workbench.page);
    await workbench.page.screenshot({ path: join(pictureFolder, `${name}.png`), animations: 'disabled' });
  } catch (error) {
    // What was to be seen did not come; what came instead tells why.
    await workbench.page.screenshot({ path: join(projectFolder, 'out', `${name}.png`) });
    throw error;
  } finally {
    await workbench.close();
  }
  console.log(`${name}.png`);
}

/** What fades in or slides has done so. */
async function atRest(page: Page): Promise<void> {
  await page.waitForTimeout(ANIMATIONS_END);
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
    const style =
      'width:max-content;margin:16px;padding-right:16px;background:#1f1f1f;color:#ccc;font:13px/1.35 DejaVu Sans Mono;white-space:pre';
    await page.setContent(`<body style="${style}">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</body>`);
    await page.screenshot({ path: join(pictureFolder, 'terminal.png'), fullPage: true });
  } finally {
    await browser.close();
  }
  console.log('terminal.png');
}

async function main(): Promise<void> {
  // That of the server in the sample case, on every machine.
  process.env['TZ'] = 'Europe/Berlin';
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
