import assert from 'node:assert/strict';
import type { Finding, ScanSoFar, SourceReport } from '../../../src/core';
import { FoundSoFar, MOST_AT_ONCE } from '../../../src/platform/foundSoFar';
import type { ToldSoFar } from '../../../src/platform/scanMessages';
import { source } from '../builders';

/** A scan that has found so many signs. */
class Found implements ScanSoFar {
  findingCount = 0;
  dateOrder: SourceReport['dateOrder'];

  soFar(firstFinding: number): SourceReport {
    const { findingCount, dateOrder } = this;
    const findings = Array.from({ length: findingCount }, (_, index) => ({ id: String(index) }) as Finding);
    return source('a.csv', {
      isPartial: true,
      findings: findings.slice(firstFinding),
      ...(dateOrder && { dateOrder }),
    });
  }
}

describe('what a scan tells while it goes on', () => {
  let told: ToldSoFar[];
  let found: Found;
  let teller: FoundSoFar;

  beforeEach(() => {
    told = [];
    found = new Found();
    teller = new FoundSoFar(100, (each) => told.push(each), 0);
  });

  /** From which finding on it was told, and which ones. */
  const spans = (): string[] =>
    told.map(({ firstFinding, report: { findings } }) => `${firstFinding}: ${findings[0]?.id}-${findings.at(-1)?.id}`);

  it('is what is new, when there is something, and not too often', () => {
    for (const [count, after] of [
      [0, 200],
      [2, 300],
      [3, 350],
      [3, 450],
      [3, 900],
    ] as const) {
      found.findingCount = count;
      teller.tell(found, after);
    }
    assert.deepEqual(spans(), ['0: 0-1', '2: 2-2']);
  });

  it('comes in parts when it is much', () => {
    found.findingCount = MOST_AT_ONCE + 5;
    for (const after of [1000, 2000, 3000]) teller.tell(found, after);
    assert.deepEqual(spans(), [`0: 0-${MOST_AT_ONCE - 1}`, `${MOST_AT_ONCE}: ${MOST_AT_ONCE}-${MOST_AT_ONCE + 4}`]);
  });

  it('is told again when dates turn out to be written in another order', () => {
    found.findingCount = 2;
    found.dateOrder = { order: 'monthFirst', assumed: true };
    teller.tell(found, 1000);
    found.findingCount = 3;
    found.dateOrder = { order: 'dayFirst', assumed: false };
    teller.tell(found, 2000);
    assert.deepEqual(spans(), ['0: 0-1', '0: 0-2']);
  });
});
