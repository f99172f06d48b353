import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, makeFolder, openAll, positionOf, problems } from './support/editor';
import { hoverText } from './support/hovers';
import { crashCase, renderEvents, serviceStopped } from './support/events';

describe('Hover', () => {
  afterEach(closeAll);

  it('explains the incident of a sign, from anywhere in the event', async () => {
    const folder = await makeFolder(crashCase);
    const [system, application] = await openAll(folder, 'System.xml', 'Application.xml');
    assert.ok(system && application);
    await problems(application.uri, 4);
    const text = await hoverText(system, '<Data>120000');
    assert.match(text, /Service Control Manager 7031/);
    assert.match(text, /2012-03-14 09:14:08 UTC/);
    assert.match(text, /KB 2510665 · matches/);
    assert.match(text, /0xC0000374/);
    assert.match(text, /not seen:.*error 16389/);
    assert.match(text, /Cause/);
    assert.match(text, /Wow6432Node/);
    assert.match(text, /\(https:\/\/support\.microsoft\.com\/kb\/2510665\)/);
  });

  it('explains an event that is no sign of anything', async () => {
    const folder = await makeFolder({ 'System.xml': renderEvents(serviceStopped) });
    const [document] = await openAll(folder, 'System.xml');
    assert.ok(document);
    const text = await hoverText(document, 'Volume Shadow Copy');
    assert.match(text, /Service Control Manager 7036/);
    assert.match(text, /Volume Shadow Copy/);
    assert.doesNotMatch(text, /KB/);
  });

  it('says nothing outside events and in other documents', async () => {
    const folder = await makeFolder({ 'System.xml': renderEvents(serviceStopped), 'pom.xml': '<project>x</project>' });
    const [events, other] = await openAll(folder, 'System.xml', 'pom.xml');
    assert.ok(events && other);
    assert.equal(await hoverText(events, '<?xml'), '');
    assert.equal(await hoverText(other, 'project'), '');
  });

  it('follows an edit', async () => {
    const folder = await makeFolder({ 'System.xml': renderEvents(serviceStopped) });
    const [document] = await openAll(folder, 'System.xml');
    assert.ok(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, positionOf(document, '<Events>', 0), '<!-- moved -->\n\n');
    await vscode.workspace.applyEdit(edit);
    assert.match(await hoverText(document, '7036'), /Service Control Manager 7036/);
  });
});
