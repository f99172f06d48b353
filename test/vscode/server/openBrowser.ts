import { type Browser, chromium } from 'playwright-core';
import { provideBrowser } from '../provision/browser';

/** A browser without a window, with what VS Code needs in it. */
export function openBrowser(): Promise<Browser> {
  const installed = provideBrowser();
  return chromium.launch({
    executablePath: installed.executable,
    headless: true,
    env: { ...definedVariables(), ...installed.environment },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
}

function definedVariables(): Record<string, string> {
  const defined = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(defined);
}
