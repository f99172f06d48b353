import assert from 'node:assert/strict';
import type { EventFormat } from '../../../../src/core/formats/format';
import { registryFile, registryQuery } from '../../../../src/core/formats/registryText';
import { readAll } from '../../feed';

const HEADER = 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_USERS\\a]\r\n';
const NEXT_KEY = '\r\n[HKEY_USERS\\b]\r\n"x"="y"\r\n\r\n[HKEY_USERS\\c]\r\n';

const inParts: readonly (readonly [string, EventFormat, string])[] = [
  ['a key that is not closed', registryFile, `${HEADER}\r\n[HKEY_USERS\r\n"x"=dword:1\r\n`],
  ['a root that there is not', registryFile, `${HEADER}\r\n[HKEY_USER\\b]\r\n"x"=dword:1\r\n`],
  ['bytes that go on behind a blank line', registryFile, `${HEADER}"x"=hex:00,\\\r\n${NEXT_KEY}`],
  ['bytes that go on behind a comment', registryFile, `${HEADER}"x"=hex:00,\\\r\n; here\r\n${NEXT_KEY}`],
  ['bytes that go on behind a comment on their line', registryFile, `${HEADER}"x"=hex:00,\\ ; one\r\n${NEXT_KEY}`],
  ['a string over several lines', registryFile, `${HEADER}"x"="one\r\n${NEXT_KEY}two"\r\n`],
  ['a string that nothing closes', registryFile, `${HEADER}"x"="one\r\n\r\n[HKEY_USERS\\b]\r\n`],
  ['a root that there is not, queried', registryQuery, `HKEY_USERS\\a\r\n\r\nHKEY_USER>\r\n    n    REG_Q    1\r\n`],
];

describe('registry files in parts', () => {
  for (const [name, format, text] of inParts) {
    it(`reads ${name} the same in blocks of every size`, () => {
      const whole = readAll(format, text);
      for (let blockSize = 1; blockSize <= text.length; blockSize++) {
        assert.deepEqual(readAll(format, text, { blockSize }), whole, `blocks of ${blockSize}`);
      }
    });
  }
});
