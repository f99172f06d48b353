import assert from 'node:assert/strict';
import { looksExported, readReg, readRegQuery, readRegistry, readRegistryBytes } from '../../../../src/core/registry';

const HEADER = 'Windows Registry Editor Version 5.00\r\n\r\n';
const KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso';

describe('looksExported', () => {
  const EXPORTS = [
    `[${KEY}]\r\n"a"="b"\r\n\r\n[${KEY}\\A]\r\n\r\n[${KEY}\\A\\B]\r\n\r\n[${KEY}\\C]\r\n\r\n`,
    '[HKEY_LOCAL_MACHINE]\r\n\r\n[HKEY_LOCAL_MACHINE\\A]\r\n\r\n[HKEY_USERS]\r\n\r\n',
  ];
  for (const text of EXPORTS) {
    it(`takes ${JSON.stringify(text.slice(0, 60))} for an export`, () => {
      assert.equal(looksExported(readReg(HEADER + text)), true);
    });
  }

  const CHANGES = [
    `; comment\r\n[${KEY}]\r\n`,
    `[-${KEY}]\r\n`,
    `[${KEY}]\r\n"a"=-\r\n`,
    `[${KEY}]\r\nnonsense\r\n`,
    `[${KEY}]\r\n[${KEY}]\r\n`,
    `[${KEY}\\A]\r\n[${KEY}\\B]\r\n`,
    '',
  ];
  for (const text of CHANGES) {
    it(`takes ${JSON.stringify(text)} for no export`, () => {
      assert.equal(looksExported(readReg(HEADER + text)), false);
    });
  }

  it('takes what reg query printed for an export, and a file that is not imported for none', () => {
    assert.equal(looksExported(readRegQuery(`${KEY}\r\n    a    REG_SZ    b\r\n`)), true);
    assert.equal(looksExported(readReg(`regedit4\r\n[${KEY}]\r\n`)), false);
  });
});

describe('readRegistry', () => {
  it('tells a registry file from the output of reg query and from anything else', () => {
    assert.equal(readRegistry(`${HEADER}[${KEY}]`)?.notation, 'reg');
    assert.equal(readRegistry(`${KEY}\r\n    a    REG_SZ    b\r\n`)?.notation, 'query');
    assert.equal(readRegistry('hello'), undefined);
  });

  it('knows from the bytes whether an import takes the encoding', () => {
    const text = `${HEADER}[${KEY}]\r\n"a"="b"\r\n`;
    const marked = Buffer.from(`\uFEFF${text}`, 'utf16le');
    assert.deepEqual(
      [marked, marked.subarray(2), Buffer.from(text), Buffer.from(marked).swap16()].map(
        (bytes) => readRegistryBytes(bytes)?.isImported,
      ),
      [true, false, true, false],
    );
  });
});
