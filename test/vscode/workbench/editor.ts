import type { Locator, Page } from 'playwright-core';
import { middleOfText, type Point } from './middleOfText';

/** Waits for a squiggle of this severity in the open editor and gives it. */
export async function waitForSquiggle(page: Page, severity: 'error' | 'warning' | 'info'): Promise<Locator> {
  const squiggle = page.locator(`.editor-instance .squiggly-${severity}`).first();
  await squiggle.waitFor();
  return squiggle;
}

/** Waits until the open editor shows a text. */
export async function waitForText(page: Page, text: string): Promise<void> {
  await page.locator('.editor-instance .view-line').filter({ hasText: text }).first().waitFor();
}

/**
 * Rests the mouse on a text in the open editor and gives what the hover says. Several providers add to one hover, each
 * in its time, so a caller names something that is expected in it.
 */
export async function hoverText(page: Page, text: string, expected: string): Promise<string> {
  const { x, y } = await placeOf(page, text);
  await page.mouse.move(0, 0);
  await page.mouse.move(x, y, { steps: 3 });
  const hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').filter({ visible: true });
  await hover.filter({ hasText: expected }).first().waitFor();
  return (await hover.allInnerTexts()).join('\n');
}

/** Puts the cursor into a text in the open editor. */
export async function clickText(page: Page, text: string): Promise<void> {
  const { x, y } = await placeOf(page, text);
  await page.mouse.click(x, y);
}

/** Puts the cursor into a text, opens its quick fixes (Ctrl+.) and gives their titles. */
export async function openQuickFixes(page: Page, text: string): Promise<readonly string[]> {
  await clickText(page, text);
  await page.keyboard.press('Control+.');
  const rows = page.locator('.action-widget .monaco-list-row.action');
  await rows.first().waitFor();
  return (await rows.allInnerTexts()).map((title) => title.trim());
}

/** Waits for the light bulb beside a text and clicks it: the quick fixes as a person with a mouse opens them. */
export async function clickLightBulb(page: Page, text: string): Promise<void> {
  await clickText(page, text);
  await page.locator('.lightBulbWidget, .codicon-gutter-lightbulb').filter({ visible: true }).first().click();
  await page.locator('.action-widget .monaco-list-row.action').first().waitFor();
}

/** Chooses one of the quick fixes that are open. */
export async function chooseQuickFix(page: Page, title: string): Promise<void> {
  const row = page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first();
  // A layer above the menu swallows a click that comes before the mouse has moved.
  await row.hover({ force: true });
  await row.click();
}

/** Where the cursor is, as the status bar says it. */
export async function cursorPosition(page: Page): Promise<{ readonly line: number; readonly column: number }> {
  const label = await page.locator('[id="status.editor.selection"]').innerText();
  const [line, column] = [...label.matchAll(/\d+/g)].map(Number);
  if (line === undefined || column === undefined) throw new Error(`The status bar says "${label}"`);
  return { line, column };
}

/** The text of the line that the cursor is in. */
export async function cursorLine(page: Page): Promise<string> {
  const { line } = await cursorPosition(page);
  const numbers = page.locator('.editor-instance .line-numbers');
  const { y } = await middleOf(numbers.filter({ hasText: new RegExp(`^${line}$`) }));
  const lines = await page.locator('.editor-instance .view-line').all();
  for (const candidate of lines) {
    if (Math.abs((await middleOf(candidate)).y - y) < 2) return plain(await candidate.innerText());
  }
  throw new Error(`Line ${line} is not in view`);
}

async function middleOf(element: Locator): Promise<Point> {
  const box = await element.boundingBox();
  if (!box) throw new Error('The element is not shown');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The editor draws spaces as no-break spaces. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** The text of the open editor that is in view. */
export async function visibleText(page: Page): Promise<string> {
  const lines = page.locator('.editor-instance .view-lines').first();
  return plain(await lines.innerText());
}

/** The middle of the first occurrence of a text that is in view. */
async function placeOf(page: Page, text: string): Promise<Point> {
  const line = page.locator('.editor-instance .view-line').filter({ hasText: text }).first();
  await line.waitFor();
  return line.evaluate(middleOfText, text);
}
