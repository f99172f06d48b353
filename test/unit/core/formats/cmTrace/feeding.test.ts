import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { cmTrace } from '../../../../../src/core/formats/cmTrace';
import { type RecordBrief, briefOf } from '../../../../../src/core/records/recordBrief';
import type { Span } from '../../../../../src/core/text/span';
import { type ReadResult, assertSame, readAll, spansIn } from '../../../feed';
import { MIXED, logLine } from './samples';

const SAMPLES = ['\n', '\r\n', '\r'].map((lineEnd) => MIXED.replaceAll('\n', lineEnd));

function assertInside({ heads, entries, problems }: ReadResult, length: number): void {
  for (const { start, end } of spansIn([heads, entries, problems])) {
    assert.ok(0 <= start && start <= end && end <= length, `${start} to ${end} of ${length}`);
  }
  let last = 0;
  for (const { span } of entries) {
    assert.ok(span.start >= last, 'entries are in order and apart');
    last = span.end;
  }
}

/** What a reader hands over: all values with their places, or those that are counted without, as in the pipeline. */
function givenTo(asked: 'head' | 'brief', text: string): readonly unknown[] {
  const given: unknown[] = [];
  const brief = (value: RecordBrief): boolean => given.push(value) > 0;
  const reader = cmTrace.openReader({ dateOrder: 'auto', messageTemplates: [] });
  reader.read(
    { text, base: 0, ended: true },
    {
      head: (head) => brief(briefOf(head)),
      ...(asked === 'brief' && { brief }),
      record: () => undefined,
      entry: (entry) => given.push(entry),
      problem: (problem) => given.push(problem),
    },
  );
  return given;
}

const DAMAGED_PIECES = [
  '<![LOG[',
  ']LOG]!><time="',
  ']LOG]!>',
  '<![LO',
  '"',
  '>',
  '\n',
  '\r',
  '\r\n',
  ' ',
  'text',
  logLine({ message: 'x' }),
  `\n${logLine({ message: 'x' })}`,
  logLine({ message: 'x' }).slice(0, 60),
  logLine({ message: 'x' }).slice(60),
  '$$<A><03-15-2026 08:00:00.000+000><thread=1 (0x1)>',
  '\n[66C][Thu 09/04/2014 11:30:28]:',
  '\tSMSPXE\t25/03/2024 15:24:02\t4736 (0x1280)\n',
];

const TIMES = [
  '24:00:00.000+300',
  '23:59:60.000+1',
  '23:59:59.999-60',
  '8:00:00.0+0',
  '11:45:37.549+9999',
  '11:45:37.549',
  '11:16:37.3093207',
  '11:16:37.3093207+-480',
  '',
];

describe('CMTrace logs of which only some values are asked for', () => {
  it('give the same as those of which everything is', () => {
    const unusual = [
      ...TIMES.map((time) => logLine({ message: 'x', time })),
      logLine({ message: 'x', date: '02-30-2019' }),
      logLine({ message: 'an error', type: '' }),
      logLine({ message: 'x', type: '17', component: '' }),
      logLine({ message: 'a\n<![LOG[b' }),
      logLine({ message: 'a ]LOG]!> <![LOG[ b ]LOG]!><x' }),
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...DAMAGED_PIECES, ...unusual), { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        assert.deepEqual(givenTo('brief', text), givenTo('head', text));
      }),
      { seed: 2510665, numRuns: 1500 },
    );
  });
});

describe('CMTrace logs in blocks', () => {
  it('give the same for every block size and line end', () => {
    for (const text of SAMPLES) {
      const whole = readAll(cmTrace, text);
      assert.deepEqual([whole.entries.length, whole.problems.length], [8, 1]);
      for (let blockSize = 1; blockSize <= text.length; blockSize++) {
        assertSame(readAll(cmTrace, text, { blockSize }), whole, `blocks of ${blockSize}`);
      }
    }
  });

  it('give the intact entries unchanged when cut anywhere', () => {
    for (const text of SAMPLES) {
      const whole = readAll(cmTrace, text).entries;
      for (let cut = 0; cut <= text.length; cut++) {
        const result = readAll(cmTrace, text.slice(0, cut));
        // The lines of smsdpprov.log go on up to the next mark, so one is intact when that is there.
        const intact = whole.filter(({ span, form }, index) => {
          return (form === 'provider' ? (whole[index + 1]?.span.end ?? Infinity) : span.end) <= cut;
        });
        assert.deepEqual(result.entries.slice(0, intact.length), intact, `cut at ${cut}`);
        assert.ok(result.entries.length <= intact.length + 2);
        assertInside(result, cut);
      }
    }
  });

  it('give the entries around a flipped unit unchanged', () => {
    const text = MIXED;
    const whole = readAll(cmTrace, text).entries;
    for (let at = 0; at < text.length; at++) {
      const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
      const result = readAll(cmTrace, flipped);
      assertInside(result, text.length);
      const before = whole.filter(({ span, form }) => span.end < at - (form === 'provider' ? 80 : 0));
      // An entry further away than its neighbour is never touched.
      const untouched = before.slice(0, -1);
      assert.deepEqual(result.entries.slice(0, untouched.length), untouched, `flipped at ${at}`);
    }
  });

  it('give the same for every block size however damaged they are', () => {
    const piece = fc.constantFrom(...DAMAGED_PIECES);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), fc.integer({ min: 1, max: 40 }), (pieces, blockSize) => {
        const text = pieces.join('');
        const whole = readAll(cmTrace, text);
        assertInside(whole, text.length);
        assert.deepEqual(readAll(cmTrace, text, { blockSize }), whole);
      }),
      { seed: 2510665, numRuns: 1500 },
    );
  });

  it('take any text without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(MIXED.length), (noise, at) => {
        const text = MIXED.slice(0, at) + noise + MIXED.slice(at);
        cmTrace.detect(text);
        assertInside(readAll(cmTrace, text), text.length);
      }),
      { seed: 2510665, numRuns: 120 },
    );
  });

  it('are not waited with when nothing but loose text follows', () => {
    const text = `${logLine({ message: 'x' })}\n${'no entry at all\n'.repeat(40_000)}`;
    const problems: Span[] = [];
    const reader = cmTrace.openReader({ dateOrder: 'auto', messageTemplates: [] });
    const consumed = reader.read(
      { text, base: 0, ended: false },
      { head: () => false, record: () => undefined, problem: ({ span }) => void problems.push(span) },
    );
    assert.ok(text.length - consumed <= 0x40000, `${text.length - consumed} units are kept`);
    assert.ok(problems.length >= 2);
  });
});
