import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { temporaryFolder } from '../paths';
import { provideServer } from '../provision/server';
import { addressOf } from '../server/address';
import { installPackage, linkExtension } from '../server/installExtension';
import { openBrowser } from '../server/openBrowser';
import { type RunningServer, startServer } from '../server/startServer';
import { wantedVersion } from '../versions';
import { type Settings, type Theme, writeSettings } from './settings';

/** What a workbench shows and how. */
export interface WorkbenchOptions {
  /** Opened as it is: a test that writes opens a copy. */
  readonly folder: string;
  /** The extension's folder, or a package of it (`.vsix`), which is then installed. */
  readonly extension: string;
  readonly theme?: Theme;
  readonly size?: { readonly width: number; readonly height: number };
  readonly settings?: Settings;
}

/** A VS Code in a browser; the functions beside this file do with its `page` what a person does. */
export interface Workbench {
  readonly page: Page;
  readonly address: string;
  close(): Promise<void>;
}

/** Only so that a hang ends, on the slowest machine. Milliseconds. */
const patience = 120_000;

/** Starts VS Code's server with the extension and fresh user data. */
export async function startExtensionServer(options: WorkbenchOptions): Promise<RunningServer> {
  const home = temporaryFolder('workbench');
  const folders = { serverData: home, userData: join(home, 'user'), extensions: join(home, 'extensions') };
  writeSettings(folders.userData, options.theme ?? 'dark', options.settings ?? {});
  const installed = provideServer(wantedVersion());
  if (options.extension.endsWith('.vsix')) installPackage(installed, options.extension, folders);
  else linkExtension(options.extension, folders);
  return startServer(installed, folders);
}

/** Opens a VS Code on a folder and waits until it can be used. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const server = await startExtensionServer(options);
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await server.stop();
  };
  try {
    browser = await openBrowser();
    const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 800 } });
    page.setDefaultTimeout(patience);
    const address = addressOf(server, { folder: options.folder });
    await page.goto(address);
    await untilUsable(page);
    return { page, address, close };
  } catch (error) {
    await close();
    throw new Error(`${String(error)}\nThe last lines of VS Code's server:\n${server.log()}`, { cause: error });
  }
}

/** The status bar is the last part to come, the explorer's rows need the server to answer. */
async function untilUsable(page: Page): Promise<void> {
  await page.locator('.monaco-workbench').waitFor();
  await page.locator('.statusbar-item').first().waitFor();
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
}
