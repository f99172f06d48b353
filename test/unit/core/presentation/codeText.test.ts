import assert from 'node:assert/strict';
import { explainCode, renderCode, type CodeKind } from '../../../../src/core/presentation/codeText';
import { CODES } from '../../builders';

describe('explainCode', () => {
  const cases: readonly (readonly [kind: CodeKind, value: number, text: string])[] = [
    [
      'exception',
      0xc0000374,
      'Exception code 0xC0000374 STATUS_HEAP_CORRUPTION: The bad write can have happened earlier than the crash.',
    ],
    ['exception', 0xc0000005, 'Exception code 0xC0000005 STATUS_ACCESS_VIOLATION.'],
    ['system', 5, 'Error code 5 (0x5) ERROR_ACCESS_DENIED.'],
    ['system', 0x8007000e, 'Error code 0x8007000E ERROR_OUTOFMEMORY.'],
    ['system', 0x80004005, 'Error code 0x80004005 E_FAIL.'],
    ['service', 0x4005, 'Service-specific error 16389 (0x4005): The low word of E_FAIL.'],
    ['service', 5, 'Service-specific error 5 (0x5): no public meaning known.'],
    ['any', 0xc1060999, 'Code 0xC1060999: an error of a WDS component (facility 0x106); no public meaning known.'],
    [
      'any',
      0xc1210201,
      'Code 0xC1210201: an error of a WDS component (multicast server, facility 0x121); no public meaning known.',
    ],
    ['any', 0xc9990001, 'Code 0xC9990001: no public meaning known.'],
  ];
  for (const [kind, value, text] of cases) {
    it(`says: ${text}`, () => {
      assert.equal(explainCode({ kind, value }, CODES), text);
    });
  }
});

describe('renderCode', () => {
  it('names a code that has a name', () => {
    assert.equal(renderCode({ kind: 'exception', value: 0xc0000374 }, CODES), '0xC0000374 STATUS_HEAP_CORRUPTION');
  });

  it('gives an unknown code as it is', () => {
    assert.equal(renderCode({ kind: 'any', value: 0xc1030136 }, CODES), '0xC1030136');
  });
});
