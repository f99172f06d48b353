import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { crash, shapes } from '../../unit/scenario';
import {
  api,
  closeAll,
  documentOf,
  eventually,
  makeFolder,
  openAll,
  positionOf,
  problems,
  underlined,
} from './support/editor';
import { actionsAt, symbolsOf } from './support/features';

/** Where the export stands, which language VS Code opens it in, and whether the events are outlined by us. */
const KINDS = [
  { shape: 'Get-WinEvent | ConvertTo-Json', name: 'events.json', language: 'json', isOutlined: false },
  { shape: 'Winlogbeat', name: 'events.ndjson', language: 'jsonl', isOutlined: true },
  { shape: 'JSON lines of evtx_dump', name: 'events.log', language: 'log', isOutlined: true },
  { shape: 'JSON in a mail', name: 'mail.txt', language: 'plaintext', isOutlined: true },
  { shape: 'CSV in a mail', name: 'list.txt', language: 'wintriage-events-csv', isOutlined: true },
  { shape: 'Get-WinEvent as a table', name: 'table.txt', language: 'wintriage-events-text', isOutlined: true },
  { shape: 'Get-WinEvent | Export-Csv', name: 'events.csv', language: undefined, isOutlined: true },
  { shape: 'Get-WinEvent | Export-Clixml', name: 'events.xml', language: 'xml', isOutlined: true },
] as const;

/** Every sign of the crash has a diagnostic. */
const SIGNS = 5;

function write(shape: string): string {
  return shapes[shape]?.write(crash) ?? assert.fail(shape);
}

async function namesIn(uri: vscode.Uri): Promise<readonly string[]> {
  return (await symbolsOf({ uri })).map(({ name }) => name);
}

describe('Exports of PowerShell and other tools', () => {
  afterEach(closeAll);

  for (const { shape, name, language, isOutlined } of KINDS) {
    it(`show the crash in ${name}: ${shape}`, async () => {
      const folder = await makeFolder({ [name]: write(shape) });
      const [opened] = await openAll(folder, name);
      assert.ok(opened);
      await problems(opened.uri, SIGNS);
      const languageNow = (): string | undefined => documentOf(opened.uri)?.languageId;
      if (language !== undefined) await eventually('the language', () => languageNow() === language);
      const found = await problems(opened.uri, SIGNS);
      const document = documentOf(opened.uri) ?? opened;
      const marked = found.map((each) => underlined(document, each));
      assert.ok(
        ['1000', '512', '258'].every((id) => marked.includes(id)),
        marked.join(),
      );
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        found[0]?.range.start,
      );
      assert.ok(hovers.length > 0, 'a hover');
      const actions = await actionsAt(document, found[0]?.range);
      assert.ok(
        actions.some(({ title }) => title.includes('.reg')),
        'a fix',
      );
      const extension = await api();
      assert.equal(extension.case().incidents.length, 1);
      if (language !== undefined) assert.equal(languageNow(), language);
      if (isOutlined)
        await eventually('the outline', async () => (await namesIn(document.uri)).length === crash.length);
    });
  }

  it('leave other JSON alone', async () => {
    const folder = await makeFolder({
      'other.json': JSON.stringify({ Id: 7031, Source: 'WDSServer', Level: 'Error', items: [{ EventID: 512 }] }),
      'events.json': write('Get-WinEvent | ConvertTo-Json'),
    });
    const [other, events] = await openAll(folder, 'other.json', 'events.json');
    assert.ok(other && events);
    await problems(events.uri, SIGNS);
    await problems(other.uri, 0);
    const extension = await api();
    assert.deepEqual(
      extension.case().sources.map(({ path }) => path),
      [events.uri.fsPath],
    );
    assert.ok(positionOf(other, 'WDSServer'));
  });
});
