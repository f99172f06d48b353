/** The packaged extension in a real VS Code, used with mouse and keyboard. `npm run test:vsix` packages it first. */
import * as assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packagedExtension, projectFolder, sampleCase, temporaryFolder } from '../paths';
import * as driver from '../workbench';

/** The sample case's crash that both logs together make sure of. */
const incident = 'WDS crash, KB 2510665 (matches)';

describe('the packaged extension', () => {
  const folder = join(temporaryFolder('case'), 'contoso-wds');
  let workbench: driver.Workbench;

  before(async () => {
    cpSync(sampleCase, folder, { recursive: true });
    workbench = await driver.openWorkbench({ folder, extension: packagedExtension });
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest.title.replaceAll(/\W+/g, '-');
    await workbench.page.screenshot({ path: join(projectFolder, 'out', 'failures', `${name}.png`) });
  });

  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('lists the crash that two opened logs tell of in Problems', async () => {
    const { page } = workbench;
    await driver.quickOpen(page, 'Application.xml');
    await driver.quickOpen(page, 'System.xml');
    await driver.openProblems(page);
    await driver.problemRow(page, incident).waitFor();
  });

  it('goes from a problem to the squiggle and explains the event on hover', async () => {
    const { page } = workbench;
    await driver.filterProblems(page, 'sign 2 of');
    await driver.problemRow(page, `${incident}, sign 2 of`).dblclick();
    await driver.waitForSquiggle(page, 'error');
    const hover = await driver.hoverText(page, '7031', 'Service Control Manager 7031');
    assert.match(hover, /KB 2510665/);
  });

  it('writes the registry fix from the light bulb and opens it', async () => {
    const { page } = workbench;
    await driver.openQuickFixes(page, '7031');
    await driver.chooseQuickFix(page, 'Create registry fix: ConfigMgr 2007, 64-bit server (.reg)');
    await driver.editorTab(page, 'KB2510665-configmgr2007-x64.reg').waitFor();
    const bytes = readFileSync(join(folder, 'KB2510665-configmgr2007-x64.reg'));
    assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xfe]);
    assert.match(bytes.toString('utf16le'), /"NumberOfThreads"=dword:00000001\r\n/);
  });

  it('shows the incident in its view, from which a click leads to the event', async () => {
    const { page } = workbench;
    await driver.openViewContainer(page, 'WinTriage');
    await driver.expandTreeRow(page, 'KB 2510665matches');
    await driver.clickTreeRow(page, '2nd time, restart after 120 s');
    await driver.editorTab(page, 'System.xml').waitFor();
    assert.match(await driver.cursorLine(page), /<EventID Qualifiers='49152'>7031</);
  });
});
