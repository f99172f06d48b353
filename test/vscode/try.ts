import * as w from './workbench';
async function main() {
  for (const theme of ['dark','light','high contrast'] as const) {
  const b = await w.openWorkbench({ folder: '/tmp/wt/folder', extension: process.env['X'] ?? '/tmp/wt/ext', theme });
  const p = b.page; p.setDefaultTimeout(5000);
  const step = async (n: string, f: () => Promise<unknown>) => { try { console.log(n, JSON.stringify(await f())); } catch (e) { console.log('FAIL', n, String(e).slice(0, 2600)); } await p.screenshot({ path: `/tmp/wt/shots/${theme[0]}-${n}.png` }); };
  await step('00open', async () => 0);
  await step('01json', async () => { await w.quickOpen(p, 'bad.json'); await w.waitForSquiggle(p, 'error'); });
  await step('02problems', async () => { await w.openProblems(p); return w.problemRow(p, 'xpected').innerText(); });
  await step('03css', async () => { await w.quickOpen(p, 'style.css'); return w.hoverText(p, 'color'); });
  await step('04log', async () => { await w.quickOpen(p, 'sub/log.txt'); await w.waitForSquiggle(p, 'warning'); return w.visibleText(p); });
  await step('07bulb', async () => { await w.clickLightBulb(p, 'crash'); await p.keyboard.press('Escape'); });
  await step('05fixes', async () => w.openQuickFixes(p, 'crash'));
  await step('06choose', async () => { await w.chooseQuickFix(p, 'Create fix file'); });
  await step('08hover', async () => w.hoverText(p, 'did crash'));
  await step('09goto', async () => { await w.goTo(p, 3, 4); return w.cursorPosition(p); });
  await step('10tree', async () => { await w.openViewContainer(p, 'WT Box'); await w.clickTreeRow(p, 'row two'); return w.treeTexts(p); });
  await step('11cmd', async () => { await w.runCommand(p, 'WT Say Hi'); await p.getByText('hi there').first().waitFor(); });
  await step('12dismiss', async () => { await w.dismissNotifications(p); });
  await step('13md', async () => { await w.quickOpen(p, 'doc.md'); await w.runCommand(p, 'Markdown: Open Preview'); await p.waitForTimeout(3000); });
  await b.close();
  if (process.env['ONE']) break;
  }
}
void main();
