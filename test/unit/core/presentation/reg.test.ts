import assert from 'node:assert/strict';
import {
  encodeRegFile,
  regFileNames,
  renderRegCommand,
  renderRegFile,
  renderUndoCommand,
  renderUndoFile,
  type RegistryFix,
} from '../../../../src/core/presentation/reg';
import { X64 } from '../../builders';

const fix = X64.registry ?? assert.fail('the builder has a registry remediation');
const KEY = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE]';

describe('renderRegFile', () => {
  it('is what regedit wants: header, blank line, comments, key, value, CR LF', () => {
    assert.equal(
      renderRegFile(fix, { computer: 'PXE01', workaround: 2 }),
      [
        'Windows Registry Editor Version 5.00',
        '',
        '; KB 2510665, workaround 2: ConfigMgr 2007 PXE service point on a 64-bit server, for PXE01',
        '; One PXE request at a time.',
        '; Restart the Windows Deployment Services Server service afterwards.',
        '; Undo: KB2510665-configmgr2007-x64-undo.reg. If the value exists already, write down its data first and restore that instead.',
        KEY,
        '"NumberOfThreads"=dword:00000001',
        '',
        '',
      ].join('\r\n'),
    );
  });

  it('names the undo file by the name it really has', () => {
    const text = renderRegFile(fix, { fileNames: { fix: 'fix.reg', undo: 'undo.reg' } });
    assert.match(text, /; Undo: undo\.reg\. /);
  });

  it('names no undo file where none is made', () => {
    const text = renderRegFile(fix, { fileNames: { fix: 'fix.reg' } });
    assert.match(text, /; Undo: delete NumberOfThreads\. If the value exists already, /);
  });

  it('keeps a hostile computer name inside its comment', () => {
    const text = renderRegFile(fix, { computer: 'A\r\n[HKEY_LOCAL_MACHINE\\Evil]\r\n"x"="y"' });
    assert.deepEqual(
      text.split('\r\n').filter((line) => line.startsWith('[')),
      [KEY],
    );
  });

  it('shares a block between changes of one key and escapes value names', () => {
    const change = { keyPath: 'HKEY_LOCAL_MACHINE\\A', valueType: 'REG_DWORD' } as const;
    const changes: RegistryFix['changes'] = [
      { ...change, valueName: 'a"b\\c', data: 255 },
      { ...change, valueName: 'd', data: 0xffffffff },
      { ...change, keyPath: 'HKEY_LOCAL_MACHINE\\B', valueName: 'e', data: 0 },
    ];
    const text = renderRegFile({ ...fix, changes });
    assert.deepEqual(text.split('\r\n').slice(6, -2), [
      '[HKEY_LOCAL_MACHINE\\A]',
      '"a\\"b\\\\c"=dword:000000ff',
      '"d"=dword:ffffffff',
      '',
      '[HKEY_LOCAL_MACHINE\\B]',
      '"e"=dword:00000000',
    ]);
  });
});

describe('renderUndoFile', () => {
  it('removes the value, says so, and asks for the same restart', () => {
    assert.equal(
      renderUndoFile(fix),
      [
        'Windows Registry Editor Version 5.00',
        '',
        '; Undo of KB2510665-configmgr2007-x64.reg. KB 2510665: ConfigMgr 2007 PXE service point on a 64-bit server',
        '; Removes the value. If it was there before the fix, with other data, restore that data instead.',
        '; Restart the Windows Deployment Services Server service afterwards.',
        KEY,
        '"NumberOfThreads"=-',
        '',
        '',
      ].join('\r\n'),
    );
  });
});

describe('encodeRegFile', () => {
  it('is UTF-16 with the low byte first, after a byte order mark', () => {
    assert.deepEqual([...encodeRegFile('Aé😀')], [0xff, 0xfe, 0x41, 0, 0xe9, 0, 0x3d, 0xd8, 0x00, 0xde]);
  });
});

describe('renderRegCommand and renderUndoCommand', () => {
  const key = '"HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE"';

  it('make the change', () => {
    assert.equal(renderRegCommand(fix), `reg.exe add ${key} /v "NumberOfThreads" /t REG_DWORD /d 1 /f`);
  });

  it('name the view where a 32-bit prompt would be led to another key, and the server may be a 64-bit one', () => {
    const keyPath = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\DP';
    const changes: RegistryFix['changes'] = [{ keyPath, valueName: 'a', valueType: 'REG_DWORD', data: 1 }];
    const of = (variant: RegistryFix['variant']): RegistryFix => ({ ...fix, changes, variant });
    const any = of({ product: 'configmgr2012' });
    assert.equal(renderRegCommand(any), `reg.exe add "${keyPath}" /v "a" /t REG_DWORD /d 1 /f /reg:64`);
    assert.equal(renderUndoCommand(any), `reg.exe delete "${keyPath}" /v "a" /f /reg:64`);
    assert.doesNotMatch(renderRegCommand(of({ product: 'configmgr2007', bitness: 32 })), /reg:64/);
  });

  it('reverse it', () => {
    assert.equal(renderUndoCommand(fix), `reg.exe delete ${key} /v "NumberOfThreads" /f`);
  });
});

describe('regFileNames', () => {
  it('names the fix and its undo after the remediation', () => {
    assert.deepEqual(regFileNames(fix), {
      fix: 'KB2510665-configmgr2007-x64.reg',
      undo: 'KB2510665-configmgr2007-x64-undo.reg',
    });
  });
});
