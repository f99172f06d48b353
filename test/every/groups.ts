import type { FormatId } from '../../src/core/formats/format';
import { damagedAt, samplesByShape } from '../unit/damage';
import { describeSample } from '../unit/everySample';

/** Formats whose samples are tried by one file of tests, as mocha runs files beside each other. All others are tried by another one. */
const groups = {
  eventXml: ['event-xml'],
  objects: ['event-json', 'clixml'],
  labelled: ['event-text', 'nt5-text', 'wevtutil-text', 'details-text', 'vew-text'],
} as const satisfies Readonly<Record<string, readonly FormatId[]>>;

const grouped: ReadonlySet<FormatId> = new Set(Object.values(groups).flat());

/** Declares the tests of all samples of a group, cut at every unit, in blocks of every size and damaged in many ways at every byte. */
export function describeGroup(group: keyof typeof groups | 'others'): void {
  const ids: ReadonlySet<FormatId> | undefined = group === 'others' ? undefined : new Set(groups[group]);
  for (const [name, sample] of samplesByShape()) {
    const { id } = sample.format;
    if (ids ? ids.has(id) : !grouped.has(id)) describeSample(name, sample, { step: 1, damagesOf: damagedAt });
  }
}
