/** A registry file of more than VS Code shares with extensions is the first file that somebody opens in a window. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packagedExtension, temporaryFolder } from '../paths';
import { writeLargeExport } from '../suite/support/largeExport';
import * as driver from '../workbench';

describe('a large registry file that is opened first', () => {
  const folder = temporaryFolder('large-registry');

  before(() => {
    mkdirSync(folder, { recursive: true });
    writeLargeExport(join(folder, 'Large.reg'));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Problems of the file, as a window that has just come up shows them. */
  async function openFirst(
    settings: driver.Settings,
    open: (page: driver.Workbench['page']) => Promise<void>,
  ): Promise<void> {
    const workbench = await driver.openWorkbench({ folder, extension: packagedExtension, settings });
    try {
      const { page } = workbench;
      await open(page);
      await driver.openProblems(page);
      await driver.problemRow(page, 'NumberOfThreads').waitFor();
    } finally {
      await workbench.close();
    }
  }

  it('has its problems in Problems where VS Code opens it, as on a desktop', async () => {
    await openFirst({ 'workbench.editorLargeFileConfirmation': 1024 }, (page) => driver.quickOpen(page, 'Large.reg'));
  });

  it('has them as well where VS Code asks before it opens so large a file, as in a remote window', async () => {
    await openFirst({}, async (page) => {
      await driver.quickOpenAnyway(page, 'Large.reg');
    });
  });
});
