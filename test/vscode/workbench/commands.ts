import type { Locator, Page } from 'playwright-core';

/** How long the palette may take to come, on a slow machine. Milliseconds. */
const PALETTE_COMES_WITHIN = 5000;
const ATTEMPTS = 10;

/** Runs the command with this title (with its category, as in "Developer: Reload Window") from the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const input = await openPalette(page, 'F1');
  await input.fill(`>${title}`);
  await quickPickRow(page, title).first().click();
}

/** The palette closes by itself when something else takes the focus just then, as an editor that comes late does. */
async function openPalette(page: Page, key: string): Promise<Locator> {
  const input = page.locator('.quick-input-widget input[type="text"]');
  for (let attempt = 1; ; attempt += 1) {
    await page.keyboard.press(key);
    try {
      await input.waitFor({ timeout: PALETTE_COMES_WITHIN });
      return input;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

/** Opens a file by its path in the folder and waits for its editor. */
export async function quickOpen(page: Page, path: string): Promise<void> {
  await chooseFile(page, path);
  await waitForEditor(page);
}

/** The same for a file of which VS Code asks whether it is to be opened although it is large. */
export async function quickOpenAnyway(page: Page, path: string): Promise<void> {
  await chooseFile(page, path);
  await page.getByRole('button', { name: 'Open Anyway' }).click();
  await waitForEditor(page);
}

async function chooseFile(page: Page, path: string): Promise<void> {
  const names = path.split('/');
  const name = names.pop() ?? path;
  const input = await openPalette(page, 'Control+P');
  await input.fill(path);
  // "Application.xml, file results" in the folder itself, "Application.xml second-server" below it.
  const label = new RegExp(`^${escapeRegExp([name, ...names].join(' '))}(,|$)`);
  await page.locator('.quick-input-list').getByRole('option', { name: label }).first().click();
  await editorTab(page, name).waitFor();
}

async function waitForEditor(page: Page): Promise<void> {
  await page.locator('.editor-instance .view-line').first().waitFor();
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Puts the cursor at a line and column, both from 1. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  const input = await openPalette(page, 'Control+G');
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.getByText(`Ln ${line}, Col ${column}`, { exact: true }).waitFor();
}

/** The tab of the open and active editor of this name. */
export function editorTab(page: Page, name: string): ReturnType<Page['locator']> {
  return page.locator(`.tab.active[data-resource-name="${name}"]`);
}

function quickPickRow(page: Page, label: string): ReturnType<Page['locator']> {
  return page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label });
}
