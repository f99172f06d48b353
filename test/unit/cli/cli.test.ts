import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { type Ran, assertHas, run, useFolder } from './program';

const root = join(__dirname, '../../..');
const xml = (id: number, provider: string, data: readonly string[], time: string) =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}'/><EventID>${id}</EventID>` +
  `<Level>2</Level><TimeCreated SystemTime='2012-03-14T${time}Z'/><Computer>PXE01</Computer></System><EventData>` +
  `${data.map((each) => `<Data>${each}</Data>`).join('')}</EventData></Event>`;
const stopped = xml(
  7031,
  'Service Control Manager',
  ['Windows Deployment Services Server', '2', '120000', '1', 'Restart'],
  '09:14:08.124',
);
const harmless = xml(7036, 'Service Control Manager', ['Print Spooler', 'running'], '09:00:00.000');

describe('the command line', function () {
  const folder = useFolder();
  let program = '';

  before(() => {
    program = join(folder.path, 'cli.js');
    // Bundled as the product is, so that the test does not depend on a build made before.
    const shared = { bundle: true, platform: 'node', format: 'cjs' } as const;
    buildSync({ ...shared, entryPoints: [join(root, 'src/cli.ts')], outfile: program });
    const worker = join(root, 'src/platform/scanWorker.ts');
    buildSync({ ...shared, entryPoints: [worker], outfile: join(folder.path, 'worker.js') });
    mkdirSync(join(folder.path, 'logs'));
    writeFileSync(join(folder.path, 'logs/System.xml'), `<Events>${harmless}\n${stopped}</Events>`);
    writeFileSync(join(folder.path, 'logs/notes.txt'), 'Nothing to see here.');
    writeFileSync(join(folder.path, 'harmless.xml'), `<Events>${harmless}</Events>`);
  });

  /** The program as a person starts it. */
  function start(...args: string[]): Ran {
    return spawnSync(process.execPath, [program, ...args], { cwd: folder.path, encoding: 'utf8' });
  }

  it('lists a CMTrace log with its entries, times and problems, and reads its bias as told', async () => {
    const entry =
      '<![LOG[x]LOG]!><time="09:14:08.118+300" date="03-14-2012" component="SMSPXE" context="" type="3" thread="1" file="">';
    writeFileSync(join(folder.path, 'smspxe.lo_'), `${entry}\r\nno entry\r\n${entry}\r\n`);
    const { status, stdout } = await run('scan', 'smspxe.lo_');
    assert.equal(status, 0);
    assert.match(
      stdout,
      /smspxe\.lo_: CMTrace log, UTF-8, 2 entries, 2 errors, 0 warnings, 1 problem, 2012-03-14 14:14:08 UTC/,
    );
    assert.match(stdout, /smspxe\.lo_:2:1: .*This text is no log entry/);
    const json: unknown = JSON.parse(
      (await run('scan', '--format', 'json', '--log-bias', 'east', 'smspxe.lo_')).stdout,
    );
    const { sources } = json as { readonly sources: readonly Readonly<Record<string, unknown>>[] };
    const { format, recordCount, firstTime, biasDirection } = sources[0] ?? {};
    assert.deepEqual(
      [format, recordCount, firstTime, biasDirection],
      ['cmtrace', 2, '2012-03-14T04:14:08.118Z', 'east'],
    );
    assert.equal((await run('scan', '--log-bias', 'up', 'smspxe.lo_')).status, 2);
    rmSync(join(folder.path, 'smspxe.lo_'));
  });

  it('ends with 1 and says where when there are incidents', () => {
    const { status, stdout, stderr } = start('scan', 'logs');
    assert.equal(status, 1);
    assert.equal(stderr, '');
    assert.match(stdout, /^PXE01\n {2}✖ WDS crash, KB 2510665, possible {3}2012-03-14 09:14:08 UTC\n/);
    assert.match(stdout, /logs\/System\.xml:2:\d+ {2}09:14:08 {2}Service Control Manager 7031/);
    assert.match(stdout, /1 file, 2 events, .* 1 incident\.\n$/);
    assert.ok(!stdout.includes('\u001b'));
  });

  it('lets no name of a file reach the terminal as a command to it, whatever it prints', async () => {
    const name = '\u001b[31m\u009b2J\u202e=1.xml';
    writeFileSync(join(folder.path, name), `<Events>${stopped}</Events>`);
    const runs = [
      await run('scan', name),
      await run('scan', '--format', 'json', name),
      await run('scan', `${name}.gone`),
      await run(name),
    ];
    runs.push(
      await run('fix', 'kb-2510665', '--variant', 'configmgr2012', '--out', `${name}.reg`),
      await run('reg', 'check', name),
    );
    for (const { stdout, stderr } of runs) {
      assert.ok(`${stdout}${stderr}` !== '');
      assert.doesNotMatch(`${stdout}${stderr}`, /[\u001b\u0080-\u009f\u202e]/);
    }
  });

  it('prints a path whole, however long it is', async () => {
    const path = `${'long-name-'.repeat(20)}.xml`;
    writeFileSync(join(folder.path, path), `<Events>${stopped}</Events>`);
    assert.ok((await run('scan', path)).stdout.includes(`${path}:1:`));
  });

  it('names the files of a folder that are no event logs, a few one by one', async () => {
    mkdirSync(join(folder.path, 'mixed'));
    writeFileSync(join(folder.path, 'mixed/System.xml'), `<Events>${harmless}</Events>`);
    for (let number = 1; number <= 7; number++) writeFileSync(join(folder.path, `mixed/note${number}.txt`), 'a note');
    const { stdout } = await run('scan', 'mixed');
    for (let number = 1; number <= 5; number++)
      assert.match(stdout, new RegExp(`^mixed.note${number}\\.txt: not an event log$`, 'm'));
    assert.match(stdout, /^2 other files: not an event log$/m);
    assert.match(stdout, /^1 file, 1 event, /m);
    const json: unknown = JSON.parse((await run('scan', '--format', 'json', 'mixed')).stdout);
    const { otherFiles } = json as { readonly otherFiles: readonly string[] };
    assert.deepEqual([otherFiles.length, otherFiles[0]], [7, join('mixed', 'note1.txt')]);
  });

  it('ends with 0 when nothing is found', async () => {
    assert.equal((await run('scan', 'harmless.xml')).status, 0);
  });

  it('ends with 2 when nothing is readable, and names each file', async () => {
    const { status, stderr } = start('scan', 'missing.xml');
    assert.equal(status, 2);
    assert.match(stderr, /^wintriage: missing\.xml: there is no such file or folder\n$/);
    const foreign = await run('scan', 'logs/notes.txt');
    assert.equal(foreign.status, 2);
    assert.match(foreign.stdout, /notes\.txt: not an event log\n.*No event log was read\.\n$/);
  });

  it('reads a file once, by however many paths it is named', async () => {
    symlinkSync(join(folder.path, 'logs/System.xml'), join(folder.path, 'link.xml'));
    const { status, stdout } = await run('scan', 'logs/System.xml', 'logs', './logs/../logs/System.xml', 'link.xml');
    assert.equal(status, 1);
    assert.match(stdout, /^1 file, 2 events, .* 1 incident\.$/m);
  });

  it('ends as ever when who reads the output stops early', () => {
    const many = `<Events>${Array.from({ length: 500 }, () => stopped).join('\n')}</Events>`;
    writeFileSync(join(folder.path, 'many.xml'), many);
    const script = `"${process.execPath}" "${program}" scan many.xml; echo $? >&2`;
    const { stderr } = spawnSync('sh', ['-c', `{ ${script}; } | true`], { cwd: folder.path, encoding: 'utf8' });
    assert.equal(stderr, '1\n');
  });

  it('goes on past a file that cannot be read', async () => {
    const { status, stderr, stdout } = await run('scan', 'missing.xml', 'logs');
    assert.equal(status, 1);
    assert.match(stderr, /missing\.xml/);
    assert.match(stdout, /1 incident\./);
  });

  it('reads large files in threads, and prints the same in the order of the files', () => {
    // White space between events costs nothing but the reading of it.
    const large = (event: string): string => `<Events>${event}${'\n'.repeat(20e6)}</Events>`;
    mkdirSync(join(folder.path, 'large'));
    writeFileSync(join(folder.path, 'large/a.xml'), large(harmless));
    writeFileSync(join(folder.path, 'large/b.xml'), `<Events>${stopped}</Events>`);
    writeFileSync(join(folder.path, 'large/c.xml'), large(stopped));
    const { status, stdout, stderr } = start('scan', '--format', 'json', 'large', 'missing.xml', 'harmless.xml');
    assert.match(stderr, /^wintriage: missing\.xml: .*no such file.*\n$/);
    assert.equal(status, 1);
    const { sources } = JSON.parse(stdout) as { sources: { path: string; recordCount: number }[] };
    assert.deepEqual(
      sources.map(({ path, recordCount }) => [path, recordCount]),
      [
        ['large/a.xml', 1],
        ['large/b.xml', 1],
        ['large/c.xml', 1],
        ['harmless.xml', 1],
      ],
    );
    rmSync(join(folder.path, 'large'), { recursive: true });
  });

  it('prints JSON of the documented shape', async () => {
    const { status, stdout } = await run('scan', '--format', 'json', 'logs');
    assert.equal(status, 1);
    const report: unknown = JSON.parse(stdout);
    const column = 1 + stopped.indexOf('7031');
    const id = 'logs/System.xml#' + String(`<Events>${harmless}\n`.length) + '/kb-2510665/wds-terminated';
    assertHas(report, {
      schemaVersion: 1,
      sources: [
        {
          path: 'logs/System.xml',
          format: 'event-xml',
          encoding: 'utf-8',
          recordCount: 2,
          firstTime: '2012-03-14T09:00:00Z',
          lastTime: '2012-03-14T09:14:08.124Z',
          problems: [],
        },
      ],
      incidents: [
        {
          ruleId: 'kb-2510665',
          computer: 'PXE01',
          confidence: 'possible',
          severity: 'error',
          firstTime: '2012-03-14T09:14:08.124Z',
          findings: [id],
        },
      ],
    });
    const [finding] = (report as { findings: { ruleId: string }[] }).findings.filter(
      ({ ruleId }) => ruleId === 'kb-2510665',
    );
    assertHas(finding, {
      id,
      signId: 'wds-terminated',
      path: 'logs/System.xml',
      line: 2,
      column,
      endLine: 2,
      endColumn: column + 4,
      provider: 'Service Control Manager',
      eventId: 7031,
      level: 2,
      timeCreated: '2012-03-14T09:14:08.124Z',
      computer: 'PXE01',
    });
  });

  it('lists the known issues', async () => {
    const { status, stdout } = await run('rules');
    assert.equal(status, 0);
    assert.match(stdout, /^kb-2510665\n/m);
    const listed: unknown = JSON.parse((await run('rules', '--format', 'json')).stdout);
    assert.ok(Array.isArray(listed) && listed.length >= 6);
  });

  it('reads a list in the code page that it is told', async () => {
    const row = 'Fehler,14.03.2012 10:14:08,Service Control Manager,7031,Keine,"Dienst f\x81r \x9abung"';
    writeFileSync(join(folder.path, 'list.csv'), `${row}\r\n`, 'latin1');
    const told = (await run('scan', '--format', 'json', '--encoding', '850', 'list.csv')).stdout;
    assertHas(JSON.parse(told), { sources: [{ format: 'event-csv', encoding: 'ibm850', recordCount: 1 }] });
    const untold = (await run('scan', '--format', 'json', 'list.csv')).stdout;
    assertHas(JSON.parse(untold), { sources: [{ encoding: 'windows-1252' }] });
  });

  it('shows times in the zone that it is told, and says what of a file was not read or assumed', async () => {
    const rows = `Error,04/03/2012 10:14:08,Service Control Manager,7031,None,"The Windows Deployment Services Server service terminated unexpectedly."`;
    writeFileSync(
      join(folder.path, 'open.csv'),
      `Level,Date and Time,Source,Event ID,Task Category\r\n${rows}\r\nshort,row\r\n`,
    );
    const { stdout } = await run('scan', 'open.csv');
    assert.match(
      stdout,
      /open\.csv: Event Viewer CSV, UTF-8, 1 event, 1 problem, 2012-03-04 10:14:08 \(local time of the/,
    );
    assert.match(stdout, /\n {2}no computer in any event\n/);
    assert.match(stdout, /\n {2}dates read with the day first, which nothing in the file tells/);
    const inUtc = (await run('scan', '--time-zone', '+01:00', '--date-order', 'monthFirst', 'open.csv')).stdout;
    assert.match(inUtc, /2012-04-03 09:14:08 UTC/);
    assert.doesNotMatch(inUtc, /nothing in the file tells/);
    assert.match(
      (await run('scan', '--zone', 'America/New_York', 'logs')).stdout,
      /2012-03-14 05:14:08 America\/New_York/,
    );
    assert.match((await run('scan', '--zone', 'log', '--time-zone', '+01:00', 'open.csv')).stdout, / 10:14:08/);
    const json: unknown = JSON.parse((await run('scan', '--format', 'json', 'open.csv')).stdout);
    assertHas(json, {
      sources: [
        {
          dateOrder: { order: 'dayFirst', assumed: true },
          coverage: { missing: { computer: 1 }, problemCounts: { 'row-too-short': 1 }, skippedLines: 0 },
        },
      ],
    });
  });

  it('ends with 2 on wrong usage and explains itself', async () => {
    for (const args of [
      ['scan', '--zone', 'Mars', 'logs'],
      ['scan', '--encoding', '65001', 'logs'],
      ['scan'],
      ['burn'],
      ['reg', 'merge'],
      ['scan', '--format', 'xml', 'logs'],
      ['scan', '--window', 'x', 'logs'],
      ['scan', '--nope', 'logs'],
    ]) {
      const { status, stderr } = await run(...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /^wintriage: /);
    }
    for (const args of [['--help'], ['-h'], ['help'], ['scan', '--help'], ['fix', 'kb-2510665', '-h'], []]) {
      const { status, stdout } = await run(...args);
      assert.equal(status, 0);
      assert.match(stdout, /^wintriage: finds documented issues/);
    }
    // After `--` there are no options: this is the name of a file.
    assert.equal((await run('scan', '--', '--help')).status, 2);
    const { stderr } = await run('fix', 'kb-2510665', '--variant', 'configmgr2012', '--out', 'nowhere/fix.reg');
    assert.equal(stderr, 'wintriage: nowhere/fix.reg: there is no such file or folder\n');
    assert.match((await run('--version')).stdout, /^\d+\.\d+\.\d+\n$/);
  });
});
