import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeToDivide } from '../../../src/platform/divideFile';

let folder = '';

function eventOf(length: number): string {
  return (
    `<Event xmlns='x'><System><Provider Name='P'/><EventID>1</EventID></System><EventData><Data>${'x'.repeat(length)}</Data>` +
    `</EventData></Event>\r\n`
  );
}

async function placeIn(events: readonly string[]): Promise<number | undefined> {
  const path = join(folder, 'export.xml');
  const text = `<Events>${events.join('')}</Events>`;
  writeFileSync(path, text);
  return placeToDivide(path, text.length);
}

describe('the place at which two threads divide a file', () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'wintriage-divide-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  for (const [length, name] of [
    [10, 'right in the middle'],
    [400_000, 'far behind the middle'],
  ] as const) {
    it(`is the first event after the middle: ${name}`, async () => {
      const middle = eventOf(length);
      const above = '<Events>'.length + eventOf(10).length * 500;
      const events = [...Array.from({ length: 500 }, () => eventOf(10)), middle];
      const below = Array.from({ length: 500 }, () => eventOf(10));
      assert.equal(await placeIn([...events, ...below]), above + middle.length);
    });
  }

  it('is nowhere when no event starts within a megabyte', async () => {
    assert.equal(await placeIn([eventOf(10), eventOf(3_000_000), eventOf(10)]), undefined);
  });
});
