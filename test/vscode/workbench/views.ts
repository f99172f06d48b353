import { isDeepStrictEqual } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { runCommand } from './commands';

/** How long the rows of a tree are to stay as they are. Milliseconds. */
const REST = 500;

/** Waits until the window knows the extensions, of which one adds this view container. */
export async function waitForViewContainer(page: Page, name: string): Promise<void> {
  await page.locator(`.activitybar .action-label[aria-label^="${name}"]`).waitFor();
}

/** Shows the view container with this name by its icon in the activity bar. */
export async function openViewContainer(page: Page, name: string): Promise<void> {
  const label = page.locator(`.action-label[aria-label^="${name}"]`);
  // A badge lies on the label and takes the click.
  await page.locator('.activitybar .action-item').filter({ has: label }).click();
  await page
    .locator('.sidebar .composite.title')
    .filter({ hasText: new RegExp(name, 'i') })
    .waitFor();
}

/** The row of a tree in the side bar whose text contains `text`. */
export function treeRow(page: Page, text: string): Locator {
  return page.locator('.sidebar .monaco-list-row[role="treeitem"]').filter({ hasText: text }).first();
}

/** Clicks a row of a tree in the side bar, as soon as it is there and the rows have come to rest. */
export async function clickTreeRow(page: Page, text: string): Promise<void> {
  const row = treeRow(page, text);
  await row.waitFor();
  await waitForRest(page);
  await row.click();
}

/** Until no row comes or goes: a click on a row that moves hits its neighbour. */
async function waitForRest(page: Page): Promise<void> {
  let before: readonly string[] = [];
  for (let now = await treeTexts(page); !isDeepStrictEqual(now, before); now = await treeTexts(page)) {
    before = now;
    await page.waitForTimeout(REST);
  }
}

/** Opens a row of a tree in the side bar when it is closed. */
export async function expandTreeRow(page: Page, text: string): Promise<void> {
  const row = treeRow(page, text);
  await row.waitFor();
  await waitForRest(page);
  if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
}

/** All rows of the trees in the side bar that are in view. */
export async function treeTexts(page: Page): Promise<readonly string[]> {
  const rows = page.locator('.sidebar .monaco-list-row[role="treeitem"]');
  return (await rows.allInnerTexts()).map((text) => text.replaceAll('\n', ' ').trim());
}

/** Shows the Problems panel. */
export async function openProblems(page: Page): Promise<void> {
  const panel = page.locator('.markers-panel');
  // The keys hide the panel when it is shown already.
  if (!(await panel.isVisible())) await page.keyboard.press('Control+Shift+M');
  await panel.waitFor();
}

/**
 * Leaves in the Problems panel only what contains `text`; a comma would make it two texts. Only rows in view exist for a
 * test, and a panel has room for few.
 */
export async function filterProblems(page: Page, text: string): Promise<void> {
  await openProblems(page);
  await page
    .locator('.part.panel')
    .getByPlaceholder(/^Filter/)
    .fill(text);
}

/** The row of the Problems panel whose text contains `text`. */
export function problemRow(page: Page, text: string): Locator {
  return page.locator('.markers-panel .monaco-list-row').filter({ hasText: text }).first();
}

/** Takes the messages at the lower right away, which would cover what a picture is to show. */
export async function dismissNotifications(page: Page): Promise<void> {
  await runCommand(page, 'Notifications: Clear All Notifications');
  await page.locator('.notifications-toasts .notification-toast').first().waitFor({ state: 'hidden' });
}

/** Makes the side bar this wide, by dragging its edge. */
export async function setSideBarWidth(page: Page, width: number): Promise<void> {
  const bar = await page.locator('.part.sidebar').boundingBox();
  if (!bar) throw new Error('The side bar is not shown');
  const y = bar.y + bar.height / 2;
  await page.mouse.move(bar.x + bar.width, y);
  await page.mouse.down();
  await page.mouse.move(bar.x + width, y, { steps: 5 });
  await page.mouse.up();
  // Off the edge, which is highlighted while the mouse is on it.
  await page.mouse.move(0, 0);
}

/** Hides the panel at the bottom when it is shown. */
export async function closePanel(page: Page): Promise<void> {
  const panel = page.locator('.part.panel');
  if (await panel.isVisible()) await runCommand(page, 'View: Hide Panel');
  await panel.waitFor({ state: 'hidden' });
}

/** Opens a file by a double click in the explorer. */
export async function openFromExplorer(page: Page, name: string): Promise<void> {
  await treeRow(page, name).dblclick();
}

/** Chooses from the context menu of a file or folder in the explorer. */
export async function chooseInExplorer(page: Page, name: string, title: string): Promise<void> {
  await treeRow(page, name).click({ button: 'right' });
  const item = page.locator('.monaco-menu .action-item').filter({ hasText: title }).first();
  await item.hover();
  await item.click();
}

/** Waits until the view in the side bar says something above its tree, or says it no more. */
export async function waitForViewMessage(page: Page, text: RegExp, state?: 'hidden'): Promise<void> {
  const message = page.locator('.sidebar .tree-explorer-viewlet-tree-view .message').filter({ hasText: text });
  await message.waitFor({ state: state ?? 'visible', timeout: 120_000 });
}
