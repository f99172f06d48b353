import type { Page } from 'playwright-core';

/** Runs the command with this title (with its category, as in "Developer: Reload Window") from the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type="text"]');
  await input.fill(`>${title}`);
  await quickPickRow(page, title).first().click();
}

/** Opens a file by its path in the folder and waits for its editor. */
export async function quickOpen(page: Page, path: string): Promise<void> {
  const names = path.split('/');
  const name = names.pop() ?? path;
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input[type="text"]').fill(path);
  // "Application.xml, file results" in the folder itself, "Application.xml second-server" below it.
  const label = new RegExp(`^${escapeRegExp([name, ...names].join(' '))}(,|$)`);
  await page.locator('.quick-input-list').getByRole('option', { name: label }).first().click();
  await editorTab(page, name).waitFor();
  await page.locator('.editor-instance .view-line').first().waitFor();
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Puts the cursor at a line and column, both from 1. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input[type="text"]').fill(`:${line}:${column}`);
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
