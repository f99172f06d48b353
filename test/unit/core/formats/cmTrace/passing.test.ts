import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { SourceSummary } from '../../../../../src/core/findings/sourceSummary';
import { cmTrace } from '../../../../../src/core/formats/cmTrace';
import type { RecordBrief } from '../../../../../src/core/records/recordBrief';
import { MIXED, logLine } from './samples';

/** What is known of a log at its end, and how many of its entries were handed over one by one. */
interface Counted {
  readonly known: readonly unknown[];
  readonly handedOver: number;
}

/** Reads a log window by window; each `next` reads one. */
function* reading(text: string, asked: 'counts' | 'each', blockSize = text.length + 1): Generator<undefined, Counted> {
  const reader = cmTrace.openReader({ dateOrder: 'auto', messageTemplates: [] });
  const summary = new SourceSummary({ wants: (provider) => provider === 'Wanted' });
  const given: unknown[] = [];
  let handedOver = 0;
  const sink = {
    head: () => assert.fail('values are asked for without their places'),
    brief: (brief: RecordBrief) => {
      handedOver++;
      return summary.add(brief);
    },
    ...(asked === 'counts' && { counterFor: (brief: RecordBrief) => summary.counterFor(brief) }),
    record: () => undefined,
    entry: (entry: unknown) => given.push(entry),
    problem: (problem: unknown) => given.push(problem),
  };
  let base = 0;
  for (let known = 0; known < text.length;) {
    known = Math.min(known + blockSize, text.length);
    base += reader.read({ text: text.slice(base, known), base, ended: known === text.length }, sink);
    yield;
  }
  const { counts, missing, recordCount } = summary;
  return { known: [given, counts.tally, missing.counts, recordCount, summary.times(undefined, 'auto')], handedOver };
}

function readWhole(text: string, asked: 'counts' | 'each', blockSize?: number): Counted {
  return readTogether([reading(text, asked, blockSize)])[0] ?? assert.fail('nothing was read');
}

/** Reads logs in turns, as open documents are. */
function readTogether(readings: readonly Generator<undefined, Counted>[]): readonly Counted[] {
  const results = new Map<Generator, Counted>();
  while (results.size < readings.length) {
    for (const one of readings.filter((candidate) => !results.has(candidate))) {
      const step = one.next();
      if (step.done) results.set(one, step.value);
    }
  }
  return readings.flatMap((one) => results.get(one) ?? []);
}

function lines(count: number, sketch: (index: number) => Partial<Parameters<typeof logLine>[0]>): string {
  return Array.from({ length: count }, (_, index) => `${logLine({ message: 'x', ...sketch(index) })}\r\n`).join('');
}

const USUAL = logLine({ message: 'x' });

const PIECES = [
  USUAL,
  `${USUAL}\r\n`,
  `${USUAL}\n \t`,
  `${USUAL}\0`,
  `${USUAL}loose text\n`,
  logLine({ message: '\r\n several\r\n lines <tag> [x]' }),
  logLine({ message: 'a\r\n<![LOG[b' }),
  logLine({ message: 'a <![LOG[b ]LOG]!> ]LOG] c' }),
  logLine({ message: 'x', time: '00:00:00.000+300' }),
  logLine({ message: 'x', time: '23:59:59.9999999+300' }),
  logLine({ message: 'x', time: '24:00:00.000+300' }),
  logLine({ message: 'x', time: '23:59:60.000+300' }),
  logLine({ message: 'x', time: '11:45:37.549' }),
  logLine({ message: 'x', time: '11:45:37.549+-60' }),
  logLine({ message: 'x', time: '11:45:37.54+300' }),
  logLine({ message: 'x', date: '02-30-2019' }),
  logLine({ message: 'x', type: '12' }),
  logLine({ message: 'x', type: '' }),
  logLine({ message: 'an error', component: '' }),
  logLine({ message: 'x', component: 'SMSPX' }),
  logLine({ message: 'x', component: 'Wanted', type: '2' }),
  logLine({ message: 'x', component: 'Prüfung' }),
  logLine({ message: 'x', component: 'Pr\ud800fung' }),
  logLine({ message: 'x', component: 'Pr\ufffdfung' }),
  logLine({ message: 'x', component: 'y'.repeat(300) }),
  logLine({ message: 'x', thread: '' }),
  logLine({ message: 'x', thread: 'main' }),
  logLine({ message: 'x', file: '' }),
  logLine({ message: 'x', file: 'a\nb' }),
  logLine({ message: 'x' }).slice(0, -1),
  logLine({ message: 'x' }).slice(0, 60),
  logLine({ message: 'x' }).slice(60),
  ']LOG]!><',
  '"',
  '\r',
  '\ud800',
  'Störung 🙂',
  logLine({ message: 'Störung 🙂 中文' }),
];

/** Of one, two, three and four bytes in UTF-8, by themselves and in a run longer than what is looked at at a time. */
const WORDS = ['done', 'Störung', '中文', '🙂', 'ÄÖÜ'.repeat(9), '中'.repeat(40), '🙂'.repeat(40), '\udc00\ud800'];

describe('CMTrace logs of which entries are passed over', () => {
  it('hand over only the first entry of each kind', () => {
    const text = lines(1000, (index) => ({ type: `${(index % 3) + 1}`, file: `f.cpp:${index}`, thread: `${index}` }));
    const { known, handedOver } = readWhole(text, 'counts', 5000);
    assert.equal(handedOver, 3);
    assert.deepEqual(known, readWhole(text, 'each').known);
  });

  it('hand over only the first entry of each kind whatever the messages are written in', () => {
    const text = lines(1000, (index) => ({
      message: WORDS[index % WORDS.length] ?? '',
      ...(index % 300 === 299 && { component: 'Wanted' }),
    }));
    const { known, handedOver } = readWhole(text, 'counts', 5000);
    assert.equal(handedOver, 4);
    assert.deepEqual(known, readWhole(text, 'each').known);
  });

  it('go on with passing over behind a character beyond ASCII, and behind kinds that are not counted', () => {
    const unclosed = `${USUAL}\n<![LOG[🙂\n${USUAL}`;
    assert.equal(readWhole(unclosed, 'counts').handedOver, 2);
    const text = lines(1000, (index) => (index % 10 === 9 ? { component: 'Prüfung' } : {}));
    assert.equal(readWhole(text, 'counts').handedOver, 101);
  });

  it('hand over each entry that is wanted', () => {
    const text = lines(30, (index) => (index % 3 === 0 ? { component: 'Wanted' } : {}));
    assert.equal(readWhole(text, 'counts').handedOver, 11);
    assert.deepEqual(readWhole(text, 'counts').known, readWhole(text, 'each').known);
  });

  it('give the same for any mixture and block size', () => {
    const piece = fc.constantFrom(...PIECES, MIXED);
    const pieces = fc.array(fc.oneof(fc.constantFrom(USUAL, `${USUAL}\r\n`), piece), { maxLength: 30 });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 2000 }), (parts, blockSize) => {
        const text = parts.join('');
        assert.deepEqual(readWhole(text, 'counts').known, readWhole(text, 'each').known);
        assert.deepEqual(readWhole(text, 'counts', blockSize).known, readWhole(text, 'each', blockSize).known);
      }),
      { seed: 2510665, numRuns: 1500 },
    );
  });

  it('give the same for each unit that is another', () => {
    const text = USUAL.repeat(3);
    for (let at = USUAL.length; at < 2 * USUAL.length; at++) {
      for (const unit of '0"\n<>]x') {
        const changed = text.slice(0, at) + unit + text.slice(at + 1);
        assert.deepEqual(readWhole(changed, 'counts').known, readWhole(changed, 'each').known, `${unit} at ${at}`);
      }
    }
  });

  it('give the same when there are more kinds than are counted at a time', () => {
    const text = lines(4000, (index) => ({ component: `Component${index % 700}` }));
    assert.deepEqual(readWhole(text, 'counts', 20_000).known, readWhole(text, 'each').known);
  });

  it('give the same when several are read in turns', () => {
    const texts = [
      lines(500, (index) => ({ component: `A${index % 7}` })),
      lines(700, (index) => ({ component: `A${index % 5}`, message: index === 300 ? 'Störung' : 'x' })),
      `${lines(300, () => ({}))}<![LOG[cut off`,
    ];
    const together = readTogether(texts.map((text) => reading(text, 'counts', 3000)));
    assert.deepEqual(
      together.map(({ known }) => known),
      texts.map((text) => readWhole(text, 'each').known),
    );
  });
});
