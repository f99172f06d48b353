import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser } from './openBrowser';

const suiteTimeoutSeconds = Number(process.env['WINTRIAGE_SUITE_TIMEOUT'] ?? 3600);

/** How a suite in the extension host went. */
export interface SuiteRun {
  readonly exitCode: number;
  /** What the editor and the extension host wrote to their consoles beside the report. */
  readonly console: readonly string[];
}

/** Opens `address`, which names a suite, and waits for the suite's end; its report is printed as it comes. */
export async function runSuite(address: string): Promise<SuiteRun> {
  const browser = await openBrowser();
  const lines: string[] = [];
  try {
    const page = await browser.newPage();
    const exitCode = await Promise.race([exitCodeOf(page, address, lines), failAfterTimeout()]);
    return { exitCode, console: lines };
  } catch (error) {
    return { exitCode: 1, console: [...lines, String(error)] };
  } finally {
    await browser.close();
  }
}

/** VS Code calls these two functions where a page has them. */
async function exitCodeOf(page: Page, address: string, lines: string[]): Promise<number> {
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
    const line = format(...args);
    if (line.startsWith(reportMark)) console.log(line.slice(reportMark.length));
    else if (line !== lines.at(-1)) lines.push(line);
  });
  return new Promise((resolve, reject) => {
    page.once('crash', () => {
      reject(new Error('The browser page crashed'));
    });
    const opened = page.exposeFunction('codeAutomationExit', resolve).then(() => page.goto(address));
    opened.catch(reject);
  });
}

/** What suite/index.ts writes before each line of its report. The editor's own console is chatty. */
const reportMark = '[suite] ';

function failAfterTimeout(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => {
      reject(new Error(`The suite did not end within ${suiteTimeoutSeconds} s`));
    }, suiteTimeoutSeconds * 1000).unref();
  });
}
