import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBuiltInCatalogue } from '../../../src/catalogue';
import type { Caveat } from '../../../src/core/cases/incident';
import { jsonReport, renderJson } from '../../../src/core';
import { formats } from '../../../src/core/formats';
import { crashCase } from '../builders';
import { exported, incidentWith, SMS } from '../core/registryCase';

const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');

/** Every kind there is: a new one does not compile until it is listed, and then the README must have it. */
const CAVEATS: Readonly<Record<Caveat['kind'], true>> = {
  'computer-assumed': true,
  'date-order-assumed': true,
  'event-id-inferred': true,
  'findings-left-out': true,
  'log-not-supplied': true,
  'not-read-to-end': true,
  'offset-applied': true,
  'other-crash': true,
  'time-came-twice': true,
  'times-missing': true,
  'times-missing-elsewhere': true,
  'times-not-comparable': true,
};

/** The names in the first column of the first table after a text. */
function documented(after: string): string[] {
  const at = readme.indexOf(after);
  assert.notEqual(at, -1, after);
  const table = /(?:^\|.*\n)+/m.exec(readme.slice(at))?.[0] ?? '';
  const cells = table.split('\n').map((row) => row.split('|', 2)[1] ?? '');
  return cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)).sort();
}

function keysOf(value: unknown): string[] {
  assert.ok(typeof value === 'object' && value !== null);
  return Object.keys(value).sort();
}

describe('the README', () => {
  const state = exported([`[${SMS}\\DP]`, '"NumberOfThreads"=dword:00000008']);
  const incident = incidentWith({ 'case/sms.reg': state });
  const { sources } = crashCase();
  // As a program sees it.
  const report = JSON.parse(renderJson(jsonReport({ sources, incidents: [incident] }))) as ReturnType<
    typeof jsonReport
  >;

  it('documents every field of the JSON report and no other', () => {
    assert.deepEqual(documented('### JSON'), keysOf(report));
    assert.deepEqual(documented('Each of `sources`:'), keysOf(report.sources[0]));
    assert.deepEqual(documented('Each of `findings`:'), keysOf(report.findings[0]));
    assert.deepEqual(documented('Each of `incidents`:'), keysOf(report.incidents[0]));
    const settings = report.incidents[0]?.registryState?.settings;
    assert.deepEqual(documented('A `registryState` holds'), keysOf(settings?.[0]));
  });

  it('names every kind of caveat', () => {
    for (const kind of Object.keys(CAVEATS)) assert.ok(readme.includes(`\`${kind}\``), kind);
  });

  it('names every format', () => {
    for (const id of [...formats.map((format) => format.id), 'evtx', 'evt'])
      assert.ok(readme.includes(`\`${id}\``), id);
  });

  it('lists every known issue', () => {
    for (const { id } of loadBuiltInCatalogue().rules) assert.ok(readme.includes(`| \`${id}\``), id);
  });
});
