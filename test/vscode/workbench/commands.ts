import type { Page } from 'playwright-core';

/** Runs the command with this title (with its category, as in "Developer: Reload Window") from the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type="text"]');
  await input.fill(`>${title}`);
  await quickPickRow(page, title).first().click();
}

/** Opens a file of the folder by its name (or the end of its path) and waits for its editor. */
export async function quickOpen(page: Page, file: string): Promise<void> {
  const name = file.split('/').at(-1) ?? file;
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input[type="text"]').fill(file);
  await quickPickRow(page, name).first().click();
  await editorTab(page, name).waitFor();
  await page.locator('.editor-instance .view-line').first().waitFor();
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
