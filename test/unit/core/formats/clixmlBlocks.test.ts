import assert from 'node:assert/strict';
import { clixml } from '../../../../src/core/formats/clixml';
import { readAll } from '../../feed';

describe('clixml in blocks', () => {
  it('does not take an object inside a damaged one for the next, wherever its tag is cut', () => {
    const text = '<Objs><Obj RefId="0"><MS><I32 N="Index">2000</I32. <Obj N="EntryType"><I32>1</I32></MS></Obj></Objs>';
    const whole = readAll(clixml, text);
    assert.deepEqual(
      whole.problems.map(({ code }) => code),
      ['record-cut-off'],
    );
    for (let blockSize = 1; blockSize <= text.length; blockSize++) {
      assert.deepEqual(readAll(clixml, text, { blockSize }), whole, `blocks of ${blockSize}`);
    }
  });
});
