import assert from 'node:assert/strict';
import { type RegTarget, applyEdits, knownFindings, knownFixes } from '../../../../src/core/regLanguage';
import { readReg } from '../../../../src/core/registry';
import { regDiagnostics, regFixTitle } from '../../../../src/core/presentation';
import { marked } from '../../marked';
import { DP, PXE, PXE64, known, regFile } from './knownSketch';

/** Code, message and article of everything that the catalogue says of the lines. */
function checks(lines: readonly string[], target: RegTarget = {}): readonly string[] {
  return regDiagnostics(readReg(regFile(...lines)), known, target).map(
    ({ code, severity, message }) => `${severity} ${code.value}: ${message}`,
  );
}

/** The lines after each fix of the only finding, by its title. */
function repaired(lines: readonly string[], target: RegTarget = {}): Readonly<Record<string, string>> {
  const text = regFile(...lines);
  const document = readReg(text);
  const [finding] = knownFindings(document, known, target);
  assert.ok(finding);
  return Object.fromEntries(
    knownFixes(document, finding).map((fix) => [
      regFixTitle(fix),
      applyEdits(text, fix.edits).slice(regFile().length).trimEnd(),
    ]),
  );
}

const ONE = '"NumberOfThreads"=dword:00000001';

describe('checks of known values', () => {
  it('have nothing to say of the fixes of the articles, nor of their undo', () => {
    for (const key of [PXE, PXE64, DP]) {
      assert.deepEqual(checks([`[${key}]`, ONE]), []);
      assert.deepEqual(checks([`[${key}]`, '"NumberOfThreads"=-']), []);
    }
    assert.deepEqual(checks(['[HKEY_CURRENT_USER\\Software\\Contoso]', '"NumberOfThreads"=dword:00000008']), []);
  });

  it('find NumberOfThreads missing', () => {
    assert.deepEqual(checks([`[${PXE64}]`, '"CacheExpire"=dword:00000e10']), [
      'information reg-known-value-missing: NumberOfThreads is not set here; the workaround of KB 2510665 sets it to 1.',
    ]);
    assert.deepEqual(repaired([`[${DP}]`]), { [`Add ${ONE}`]: `[${DP}]\r\n${ONE}` });
  });

  it('find another number, another type and a number beyond its range', () => {
    assert.deepEqual(checks([`[${DP}]`, '"numberofthreads"=dword:8']), [
      'warning reg-known-value-differs: NumberOfThreads is REG_DWORD 0x00000008 (8); the workaround of KB 3046055 sets it to 1.',
    ]);
    assert.deepEqual(checks([`[${DP}]`, '"NumberOfThreads"="1"']), [
      'warning reg-known-value-type: NumberOfThreads is a value of type REG_DWORD; this is REG_SZ "1".',
    ]);
    assert.deepEqual(
      checks([
        '[HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\WDSServer\\Providers\\WDSTFTP]',
        '"MaximumBlockSize"=dword:00002000',
      ]),
      [
        'warning reg-known-value-range: MaximumBlockSize is REG_DWORD 0x00002000 (8192); documented is 512 to 1456 bytes.',
      ],
    );
  });

  it('set the number, and keep one that is written in another type', () => {
    assert.deepEqual(repaired([`[${PXE}]`, '"NumberOfThreads"=dword:8']), { 'Set it to 1': `[${PXE}]\r\n${ONE}` });
    assert.deepEqual(repaired([`[${PXE}]`, '"NumberOfThreads"="16"']), {
      'Set it to 1': `[${PXE}]\r\n${ONE}`,
      'Make it a REG_DWORD': `[${PXE}]\r\n"NumberOfThreads"=dword:00000010`,
    });
    assert.deepEqual(repaired([`[${PXE}]`, '"NumberOfThreads"=hex:01,00,00,00']), {
      'Set it to 1': `[${PXE}]\r\n${ONE}`,
    });
  });

  it('find the value below the key of the other view, when the file or the settings tell the bitness', () => {
    const lines = [`[${PXE}]`, ONE];
    assert.deepEqual(checks(lines, { bitness: 32 }), []);
    const expected = [
      `warning reg-known-value-key: NumberOfThreads does nothing below ${PXE} on this server: it belongs to ${PXE64} (ConfigMgr 2007, 64-bit Windows).`,
    ];
    assert.deepEqual(checks(lines, { product: 'configmgr2007', bitness: 64 }), expected);
    assert.deepEqual(checks([...lines, `[${PXE64}]`, '"CacheExpire"=dword:00000e10']), expected);
    assert.deepEqual(checks([`[${PXE64}]`, ONE], { bitness: 32, product: 'configmgr2007' }), [
      `warning reg-known-value-key: NumberOfThreads does nothing below ${PXE64} on this server: it belongs to ${PXE} (ConfigMgr 2007, 32-bit Windows).`,
    ]);
  });

  it('find the value below the key of the other product', () => {
    assert.deepEqual(checks([`[${PXE}]`, ONE, '', `[${DP}]`, '"Other"="x"']), [
      `warning reg-known-value-key: NumberOfThreads does nothing below ${PXE} on this server: it belongs to ${DP} (ConfigMgr 2012 and later).`,
    ]);
    assert.deepEqual(checks([`[${PXE}]`, ONE, '', `[${DP}]`, ONE]), [], 'it stands in the right place as well');
    assert.match(checks([`[${DP}]`, ONE], { product: 'configmgr2007' })[0] ?? '', /belongs to .*PXE .*, or to .*PXE /);
  });

  it('find the value below keys that only look like those', () => {
    for (const key of [
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS',
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\DP',
      'HKEY_CURRENT_USER\\SOFTWARE\\Microsoft\\SMS\\PXE',
      'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\WDSServer\\Providers\\WDSPXE',
    ]) {
      const codes = regDiagnostics(readReg(regFile(`[${key}]`, ONE)), known).map(({ code }) => code.value);
      assert.deepEqual(codes, ['reg-known-value-key'], key);
    }
  });

  it('move the value to the right key', () => {
    const target = { product: 'configmgr2007', bitness: 64 } as const;
    const title = `Move it to ${PXE64}`;
    assert.deepEqual(repaired([`[${PXE}]`, ONE], target), { [title]: `[${PXE64}]\r\n${ONE}` });
    assert.deepEqual(repaired([`[${PXE}]`, ONE, '"CacheExpire"=dword:00000e10'], target), {
      [title]: `[${PXE}]\r\n"CacheExpire"=dword:00000e10\r\n\r\n[${PXE64}]\r\n${ONE}`,
    });
    assert.deepEqual(repaired([`[${PXE64}]`, '"CacheExpire"=dword:00000e10', '', `[${PXE}]`, ONE]), {
      [title]: `[${PXE64}]\r\n${ONE}\r\n"CacheExpire"=dword:00000e10\r\n\r\n[${PXE}]`,
    });
  });

  it('place what they say exactly and link the article', () => {
    const { text, spans } = marked(
      regFile(`[${DP}]`, '"NumberOfThreads"=dword:«00000008»', '"RamDiskTFTPBlockSize"=«"4096"»'),
    );
    const found = regDiagnostics(readReg(text), known);
    assert.deepEqual(
      found.map(({ span }) => span),
      spans,
    );
    assert.equal(
      found[0]?.code.target,
      'https://learn.microsoft.com/troubleshoot/mem/configmgr/os-deployment/pxe-boot-causes-wds-crash',
    );
  });
});
