import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codesOf, lineOf, readAll } from './feed';
import { ChunkWriter, type Value, bytes, element, value } from './writeChunk';

const root = element('a', {}, [element('b', {}, [{ index: 0, type: 0x01 }])]);

/** The text that a value becomes. */
function written(each: Value): string {
  return lineOf(root, each).slice('<a><b>'.length, -'</b></a>'.length);
}

function viewValue(type: number, size: number, set: (view: DataView) => void): Value {
  const view = new DataView(new ArrayBuffer(size));
  set(view);
  return bytes(type, [...new Uint8Array(view.buffer)]);
}

const SID = [1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 2, 0, 0];
const GUID = [0x91, 0x72, 0x13, 0x9c, 0x59, 0x40, 0xb8, 0x4c, 0xb6, 0x50, 0x12, 0xb0, 0x7b, 0xbe, 0x1d, 0xa1];

describe('values of .evtx records', () => {
  const cases: readonly (readonly [string, Value, string])[] = [
    ['signed bytes', bytes(0x03, [0xfe]), '-2'],
    ['bytes', bytes(0x04, [0xfe]), '254'],
    ['signed 16 bits', bytes(0x05, [0xfe, 0xff]), '-2'],
    ['16 bits', bytes(0x06, [0xfe, 0xff]), '65534'],
    ['signed 32 bits, such as an HRESULT', bytes(0x07, [0x02, 0x00, 0x07, 0x80]), '-2147024894'],
    ['32 bits', bytes(0x08, [0x02, 0x00, 0x07, 0x80]), '2147942402'],
    ['signed 64 bits', bytes(0x09, [0, 0, 0, 0, 0, 0, 0, 0x80]), '-9223372036854775808'],
    ['64 bits', bytes(0x0a, [255, 255, 255, 255, 255, 255, 255, 255]), '18446744073709551615'],
    ['true', bytes(0x0d, [1, 0, 0, 0]), 'true'],
    ['false', bytes(0x0d, [0, 0, 0, 0]), 'false'],
    ['a truth of one byte', bytes(0x0d, [1]), 'true'],
    ['bytes of a binary value', bytes(0x0e, [0x36, 0x01, 0x03, 0xc1]), '360103C1'],
    ['an empty binary value', bytes(0x0e, []), ''],
    ['GUIDs', bytes(0x0f, GUID), '{9c137291-4059-4cb8-b650-12b07bbe1da1}'],
    ['sizes of 32 bits', bytes(0x10, [0x10, 0x27, 0, 0]), '0x2710'],
    ['sizes of 64 bits', bytes(0x10, [0x10, 0x27, 0, 0, 1, 0, 0, 0]), '0x100002710'],
    ['FILETIME 0', bytes(0x11, [0, 0, 0, 0, 0, 0, 0, 0]), '1601-01-01T00:00:00.0000000Z'],
    ['SYSTEMTIME', bytes(0x12, [0xe8, 7, 5, 0, 1, 0, 6, 0, 7, 0, 8, 0, 9, 0, 51, 0]), '2024-05-06T07:08:09.051Z'],
    ['SIDs', bytes(0x13, SID), 'S-1-5-32-544'],
    ['SIDs with a big authority', bytes(0x13, [1, 0, 1, 0, 0, 0, 0, 2]), 'S-1-0x10000000002'],
    ['hexadecimal 32 bits', bytes(0x14, [0x36, 0x01, 0x03, 0xc1]), '0xc1030136'],
    ['hexadecimal zero', bytes(0x15, [0, 0, 0, 0, 0, 0, 0, 0]), '0x0'],
    ['hexadecimal 64 bits', bytes(0x15, [0, 0, 0, 0, 0, 0, 0x80, 0x80]), '0x8080000000000000'],
    [
      'text of XML, escaped',
      value(0x23, (to) => {
        to.units('<x/>');
      }),
      '&lt;x/&gt;',
    ],
  ];
  for (const [name, each, expected] of cases) {
    it(`writes ${name}`, () => {
      assert.equal(written(each), expected);
    });
  }

  it('writes floating point numbers with the digits that tell them apart', () => {
    const real32 = (number: number): Value =>
      viewValue(0x0b, 4, (view) => {
        view.setFloat32(0, number, true);
      });
    const real64 = (number: number): Value =>
      viewValue(0x0c, 8, (view) => {
        view.setFloat64(0, number, true);
      });
    assert.deepEqual(
      [0.1, 3199.234, 6, -0, NaN, Infinity, -Infinity].map((each) => written(real32(each))),
      ['0.1', '3199.234', '6', '-0', '-1.#IND', '1.#INF', '-1.#INF'],
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        assert.ok(Object.is(Number(written(real64(number))), number));
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it('writes times to 100 nanoseconds', () => {
    const day = fc.bigInt({ min: 0n, max: 2_650_467_743_999_999_999n });
    fc.assert(
      fc.property(day, (units) => {
        const text = written(
          viewValue(0x11, 8, (view) => {
            view.setBigUint64(0, units, true);
          }),
        );
        const milliseconds = units / 10_000n - 11_644_473_600_000n;
        const expected = new Date(Number(milliseconds)).toISOString().slice(0, -1);
        assert.equal(text, `${expected}${String(units % 10_000n).padStart(4, '0')}Z`);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  const arrays: readonly (readonly [number, readonly number[], readonly string[]])[] = [
    [0x83, [1, 0xff], ['1', '-1']],
    [0x84, [1, 0xff], ['1', '255']],
    [0x86, [1, 0, 2, 0, 3], ['1', '2']],
    [0x88, [1, 0, 0, 0], ['1']],
    [0x8d, [1, 0, 0, 0, 0, 0, 0, 0], ['true', 'false']],
    [0x8f, GUID, ['{9c137291-4059-4cb8-b650-12b07bbe1da1}']],
    [0x93, [...SID, ...SID], ['S-1-5-32-544', 'S-1-5-32-544']],
    [0x94, [10, 0, 0, 0, 11, 0, 0, 0], ['0xa', '0xb']],
    [0x82, [0x61, 0, 0x62, 0], ['a', 'b']],
    [0x88, [], ['']],
  ];
  for (const [type, list, expected] of arrays) {
    it(`writes ${list.length} bytes of an array of type 0x${type.toString(16)} as ${expected.length} elements`, () => {
      const elements = expected.map((each) => `<b>${each}</b>`).join('');
      assert.equal(lineOf(root, bytes(type, list)), `<a>${elements}</a>`);
    });
  }

  it('joins the items of an array in an attribute', () => {
    assert.equal(lineOf(element('a', { b: { index: 0, type: 0x84 } }), bytes(0x84, [1, 2])), "<a b='1,2'/>");
  });

  const damaged: readonly (readonly [string, number, readonly number[]])[] = [
    ['a number that is cut off', 0x08, [1, 2]],
    ['a GUID that is cut off', 0x0f, [1, 2, 3]],
    ['a SID that tells more parts than it has', 0x13, [1, 9, 0, 0, 0, 0, 0, 5]],
    ['a time after the year 9999', 0x11, [255, 255, 255, 255, 255, 255, 255, 255]],
    ['a type that nobody knows', 0x3f, [1]],
    ['an array of a type that has none', 0x8e, [1, 2]],
  ];
  for (const [name, type, list] of damaged) {
    it(`leaves out ${name} and reports it`, () => {
      const writer = new ChunkWriter();
      writer.record({ event: { root, values: [bytes(type, list)] } });
      const content = readAll(writer.finish());
      assert.deepEqual([content.lines, codesOf(content)], [['<a><b></b></a>'], ['value-damaged']]);
    });
  }
});
