import assert from 'node:assert/strict';
import { formats } from '../../../../src/core/formats/index';
import { type Sample, flipped, samplesByShape } from '../../damage';
import { describeSample } from '../../everySample';

const samples = samplesByShape();

/** Texts up to this length, and the shortest of each format, are cut and damaged everywhere; longer ones now and then, and everywhere in test/every. */
const SHORT = 500;
const STEP = 23;

function isShort({ format, text }: Sample): boolean {
  return (
    text.length <= SHORT ||
    [...samples.values()].every((other) => other.format.id !== format.id || other.text.length >= text.length)
  );
}

describe('every format', () => {
  it('has a sample', () => {
    const written = new Set([...samples.values()].map(({ format }) => format.id));
    assert.deepEqual(
      formats.map(({ id }) => id).filter((id) => !written.has(id)),
      [],
    );
  });

  for (const [name, sample] of samples) {
    const step = isShort(sample) ? 1 : STEP;
    describeSample(name, sample, { step, damagesOf: (bytes, at) => [flipped(bytes, at, at % 8)] });
  }
});
