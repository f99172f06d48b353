/** Names from files that try to be icons or to hide, in the places of a real VS Code that a test inside it cannot read. */
import * as assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { packagedExtension, projectFolder, temporaryFolder } from '../paths';
import { heapCorrupted, renderEvents, serviceEnded } from '../suite/support/events';
import { exportOf } from '../suite/support/registryText';
import * as driver from '../workbench';

const HOSTILE = '$(bug) [run](command:workbench.action.quit) \u202eexe';
const EXPORT = 'pxe $(bug).reg';

function writeCase(folder: string): void {
  mkdirSync(folder);
  const utf16 = (name: string, threads: string): void => {
    const key = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\PXE]';
    writeFileSync(join(folder, name), `\uFEFF${exportOf([key, `"NumberOfThreads"=dword:${threads}`])}`, 'utf16le');
  };
  utf16(EXPORT, '00000008');
  utf16('change.reg', '00000001');
  const computer = `PXE01 ${HOSTILE}`;
  writeFileSync(join(folder, 'System.xml'), renderEvents({ ...serviceEnded, computer }));
  writeFileSync(
    join(folder, 'Application.xml'),
    renderEvents({ ...heapCorrupted, computer, provider: 'Application Error' }),
  );
}

/** The rows of the list that is open for a choice. */
function rows(page: Page): Locator {
  return page.locator('.quick-input-list .monaco-list-row');
}

/** VS Code's own list of files draws icons that a file names, and stays in the page when it is closed. */
async function assertNoIcon(place: Locator): Promise<void> {
  await place.waitFor();
  assert.equal(await place.locator('.codicon-bug').count(), 0);
}

describe('names that a file gives', () => {
  const folder = join(temporaryFolder('hostile'), 'case');
  let workbench: driver.Workbench;

  before(async () => {
    writeCase(folder);
    workbench = await driver.openWorkbench({ folder, extension: packagedExtension });
    const { page } = workbench;
    for (const name of ['Application.xml', 'System.xml', EXPORT]) await driver.quickOpen(page, name);
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest.title.replaceAll(/\W+/g, '-');
    await workbench.page.screenshot({ path: join(projectFolder, 'out', 'failures', `${name}.png`) });
  });

  after(() => workbench.close());

  it('are text in the view', async () => {
    const { page } = workbench;
    await driver.openViewContainer(page, 'WinTriage');
    await driver.treeRow(page, 'PXE01 $(bug) [run](command:').waitFor();
    await assertNoIcon(page.locator('.sidebar'));
    const texts = await driver.treeTexts(page);
    assert.ok(texts.some((text) => text.includes('‹U+202E›')));
    assert.ok(!texts.some((text) => text.includes('\u202e')));
  });

  it('are text where the server of an export is picked', async () => {
    const { page } = workbench;
    await driver.runCommand(page, 'WinTriage: Set Server of Registry Export...');
    const server = rows(page).filter({ hasText: 'PXE01 $(bug) [run](command:' });
    await server.waitFor();
    assert.match(await server.innerText(), /‹U\+202E›/);
    await assertNoIcon(page.locator('.quick-input-list'));
    await page.keyboard.press('Escape');
  });

  it('are text where an export is picked to compare with', async () => {
    const { page } = workbench;
    await driver.quickOpen(page, 'change.reg');
    await driver.runCommand(page, 'WinTriage: Compare Registry File with Export...');
    await rows(page).filter({ hasText: EXPORT }).waitFor();
    await assertNoIcon(page.locator('.quick-input-list'));
    await page.keyboard.press('Escape');
  });
});
