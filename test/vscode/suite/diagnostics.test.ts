import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, documentOf, makeFolder, open, openAll, positionOf, problems, underlined } from './support/editor';
import { crashCase, heapCorrupted, renderEvents, serviceEnded, serviceStopped } from './support/events';

function codeOf({ code }: vscode.Diagnostic): { readonly value: string | number; readonly target: vscode.Uri } {
  assert.ok(typeof code === 'object');
  return code;
}

describe('Problems', () => {
  afterEach(closeAll);

  it('underlines the event id of a sign, with a link to the article', async () => {
    const folder = await makeFolder({ 'System.xml': renderEvents(serviceStopped, serviceEnded) });
    const [document] = await openAll(folder, 'System.xml');
    assert.ok(document);
    const [problem] = await problems(document.uri, 1);
    assert.ok(problem);
    assert.equal(underlined(document, problem), '7031');
    assert.equal(codeOf(problem).value, 'kb-2510665');
    assert.match(codeOf(problem).target.toString(), /^https:\/\/support\.microsoft\.com\/kb\/2510665$/);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning, 'one sign is only possible');
    assert.match(problem.message, /WDS crash, KB 2510665 \(possible\)/);
  });

  it('joins the signs of two exports and points from each to the others', async () => {
    const folder = await makeFolder(crashCase);
    const [system, application] = await openAll(folder, 'System.xml', 'Application.xml');
    assert.ok(system && application);
    const inApplication = await problems(application.uri, 4);
    const [problem] = await problems(system.uri, 1);
    assert.ok(problem);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.match(problem.message, /\(matches\)/);
    assert.deepEqual(
      new Set(problem.relatedInformation?.map(({ location }) => location.uri.toString())),
      new Set([application.uri.toString()]),
    );
    const texts = problem.relatedInformation?.map(({ location }) => application.getText(location.range));
    assert.deepEqual(new Set(texts), new Set(['1000', '512', '258', '0xC1030136']));
    assert.ok(inApplication.every(({ relatedInformation }) => relatedInformation?.length === 4));
  });

  it('comes right after an edit and goes right after another', async () => {
    const folder = await makeFolder({ 'System.xml': renderEvents(serviceStopped) });
    const [document] = await openAll(folder, 'System.xml');
    assert.ok(document);
    await problems(document.uri, 0);
    const id = new vscode.Range(positionOf(document, '7036', 0), positionOf(document, '7036', 4));
    const service = new vscode.Range(
      positionOf(document, 'Volume Shadow Copy', 0),
      positionOf(document, 'Volume Shadow Copy', 18),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, id, '7031');
    edit.replace(document.uri, service, 'WDSServer');
    await vscode.workspace.applyEdit(edit);
    const [problem] = await problems(document.uri, 1);
    assert.ok(problem);
    assert.equal(underlined(document, problem), '7031');
    await vscode.commands.executeCommand('undo');
    await problems(document.uri, 0);
  });

  it('counts lines and columns as VS Code does in a file of mixed line ends with wide characters', async () => {
    const text = renderEvents({ ...serviceStopped, data: ['\u{1F5A5} Öffnen', 'läuft'] }, serviceEnded);
    const lines = text.split('\n');
    const mixed = lines.map((line, index) => line + (['\r\n', '\n', '\r'][index % 3] ?? '')).join('');
    const folder = await makeFolder({ 'System.xml': `\ufeff${mixed}` });
    const [document] = await openAll(folder, 'System.xml');
    assert.ok(document);
    const [problem] = await problems(document.uri, 1);
    assert.ok(problem);
    assert.equal(underlined(document, problem), '7031');
  });

  it('goes when the file is closed, and with it what others say of it', async () => {
    const folder = await makeFolder(crashCase);
    const [system, application] = await openAll(folder, 'System.xml', 'Application.xml');
    assert.ok(system && application);
    await problems(application.uri, 4);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await problems(application.uri, 0);
    const [problem] = await problems(system.uri, 1);
    assert.deepEqual(problem?.relatedInformation ?? [], []);
  });

  it('is read from an untitled document', async () => {
    const content = renderEvents(serviceEnded, heapCorrupted);
    const { uri } = await vscode.workspace.openTextDocument({ content, language: 'xml' });
    await open(uri);
    const found = await problems(uri, 2);
    const document = documentOf(uri);
    assert.ok(document);
    assert.deepEqual(new Set(found.map((each) => underlined(document, each))), new Set(['7031', '1000']));
  });

  it('is silent about other XML and other text', async () => {
    const folder = await makeFolder({
      'pom.xml': '<project><modelVersion>4.0.0</modelVersion></project>',
      'notes.txt': 'The service 7031 ended. WDSServer.',
      'table.csv': 'a,b,c\n1,2,3\n',
      'log.log': '2012-03-14 WDSServer 512\n',
    });
    const documents = await openAll(folder, 'pom.xml', 'notes.txt', 'table.csv', 'log.log');
    const event = await makeFolder({ 'System.xml': renderEvents(serviceEnded) });
    const [known] = await openAll(event, 'System.xml');
    assert.ok(known);
    await problems(known.uri, 1);
    for (const { uri } of documents) await problems(uri, 0);
  });

  it('tells what could not be read, at its place', async () => {
    const text = renderEvents(serviceStopped, serviceEnded);
    const folder = await makeFolder({ 'System.xml': text.slice(0, text.lastIndexOf('<EventData>')) });
    const [document] = await openAll(folder, 'System.xml');
    assert.ok(document);
    const found = await problems(document.uri, 1);
    assert.equal(found[0]?.code, 'xml-cut-off');
  });
});
