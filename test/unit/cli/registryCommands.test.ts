import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertHas, run, useFolder } from './program';

describe('the commands for registry files', () => {
  const folder = useFolder();

  it('writes a fix and its undo, and overwrites neither without --force', async () => {
    const args = ['fix', 'kb-2510665', '--variant', 'configmgr2007-x64', '--out', 'fix.reg', '--undo', 'undo.reg'];
    assert.equal((await run(...args)).status, 0);
    const text = readFileSync(join(folder.path, 'fix.reg')).toString('utf16le');
    assert.ok(text.startsWith('\uFEFFWindows Registry Editor Version 5.00\r\n\r\n'));
    assert.ok(
      text.includes(
        '\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE]\r\n"NumberOfThreads"=dword:00000001\r\n',
      ),
    );
    assert.ok(readFileSync(join(folder.path, 'undo.reg')).toString('utf16le').includes('"NumberOfThreads"=-\r\n'));
    rmSync(join(folder.path, 'fix.reg'));
    const again = await run(...args);
    assert.equal(again.status, 2);
    assert.match(again.stderr, /undo\.reg exists/);
    assert.equal(existsSync(join(folder.path, 'fix.reg')), false, 'a fix is not left without its undo');
    assert.equal((await run(...args, '--force')).status, 0);
  });

  it('says what fix needs', async () => {
    assert.match((await run('fix')).stderr, /one rule/);
    assert.match((await run('fix', 'kb-1')).stderr, /no known issue is called kb-1/);
    const { status, stderr } = await run('fix', 'kb-2510665', '--out', 'x.reg');
    assert.equal(status, 2);
    assert.match(stderr, /--variant configmgr2007-x64\|configmgr2007-x86\|configmgr2012/);
    assert.match((await run('fix', 'kb-2905002', '--variant', 'x', '--out', 'x.reg')).stderr, /no registry change/);
  });

  it('checks registry files, and says of which server they are meant to be', async () => {
    const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\PXE';
    mkdirSync(join(folder.path, 'check/below'), { recursive: true });
    writeFileSync(join(folder.path, 'check/wrong.reg'), `REGEDIT4\n\n[HKLM\\x]\n`);
    writeFileSync(join(folder.path, 'check/below/fix.REG'), `REGEDIT4\n\n[${key}]\n"NumberOfThreads"=dword:00000001\n`);
    writeFileSync(join(folder.path, 'check/notes.txt'), 'none of ours');
    const { status, stdout } = await run('reg', 'check', 'check');
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^check\/wrong\.reg:3:2: error: .* \[reg-key-short-root\]\n2 files: 1 error, 0 warnings, 0 remarks\.\n$/,
    );
    assert.equal((await run('reg', 'check', 'check/below')).status, 0);
    const other = await run('reg', 'check', '--product', 'configmgr2012', '--format', 'json', 'check/below/fix.REG');
    assert.equal(other.status, 1);
    assert.match(other.stdout, /"code": "reg-known-value-key"/);
    assert.equal(
      (await run('reg', 'check', 'check/notes.txt')).status,
      1,
      'a file that is named is checked whatever it is',
    );
    for (const wrong of [['check'], ['check', '--bitness', '16', 'check']]) {
      assert.equal((await run('reg', ...wrong)).status, 2, wrong.join(' '));
    }
  });

  it('compares a registry file with an export and writes the exact undo', async () => {
    const key = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\DP]';
    const file = (...lines: string[]): string =>
      `\uFEFFWindows Registry Editor Version 5.00\r\n\r\n${[key, ...lines, '', ''].join('\r\n')}`;
    writeFileSync(join(folder.path, 'state.reg'), file('"NumberOfThreads"=dword:00000008'), 'utf16le');
    writeFileSync(join(folder.path, 'change.reg'), file('"NumberOfThreads"=dword:00000001'), 'utf16le');
    writeFileSync(join(folder.path, 'notes.txt'), 'Nothing to see here.');
    const diff = (...args: string[]): ReturnType<typeof run> => run('reg', 'diff', ...args);
    const { status, stdout, stderr } = await diff('change.reg', 'state.reg', '--undo', 'exact.reg');
    assert.equal(stderr, '');
    assert.equal(status, 1);
    assert.match(stdout, /^ {2}~ "NumberOfThreads": REG_DWORD 0x00000008 \(8\) -> REG_DWORD 0x00000001 \(1\)$/m);
    assert.match(readFileSync(join(folder.path, 'exact.reg'), 'utf16le'), /"NumberOfThreads"=dword:00000008/);
    assert.match((await diff('change.reg', 'state.reg', '--undo', 'exact.reg')).stderr, /exact\.reg exists/);
    assert.equal((await diff('state.reg', 'state.reg')).status, 0, 'nothing would change');
    assertHas(JSON.parse((await diff('change.reg', 'state.reg', '--format', 'json')).stdout), {
      schemaVersion: 1,
      changes: [{ kind: 'value-changed', value: 'NumberOfThreads', line: 4 }],
      undo: { isExact: true },
    });
    assert.match((await diff('change.reg', 'notes.txt')).stderr, /neither a registry file/);
    assert.match((await diff('change.reg')).stderr, /two files/);
  });
});
