import assert from 'node:assert/strict';
import { renderScanProgress } from '../../../src/core';
import { ScanMeter } from '../../../src/editor/scanMeter';

describe('ScanMeter', () => {
  let now = 0;

  /** A meter of files of these sizes, made at the time 5000. */
  function meterOf(...sizes: readonly number[]): ScanMeter {
    now = 5000;
    const meter = new ScanMeter(() => now);
    for (const size of sizes) meter.expect(size);
    return meter;
  }

  it('adds up what is read of the files that are read at a time', () => {
    const meter = meterOf(100, 200, 300);
    meter.advance('a', 10);
    meter.advance('b', 20);
    meter.advance('a', 50);
    assert.deepEqual(meter.bytes, { read: 70, found: 600 });
    meter.finish('a', 100, true);
    assert.deepEqual(meter.bytes, { read: 120, found: 600 });
  });

  it('takes a file out that turns out to be no log', () => {
    const meter = meterOf(100, 200);
    meter.advance('a', 60);
    meter.finish('a', 100, false);
    assert.deepEqual(meter.bytes, { read: 0, found: 200 });
  });

  it('gives no rate in the first second, and then that since the start', () => {
    const meter = meterOf(8e9);
    meter.advance('a', 1e9);
    now += 999;
    assert.equal(meter.bytes.perSecond, undefined);
    now += 1001;
    assert.equal(meter.bytes.perSecond, 5e8);
    meter.advance('a', 4e9);
    now += 2000;
    assert.equal(meter.bytes.perSecond, 1e9);
  });

  it('gives what the view says of rate and time left', () => {
    const meter = meterOf(8.4e9);
    meter.advance('a', 1.2e9);
    now += 4000;
    assert.equal(
      renderScanProgress('/srv/logs', { state: 'scanning', filesRead: 3, filesFound: 80, bytes: meter.bytes }),
      'Scanning logs: 3 of 80 files, 1.2 of 8.4 GB, 300 MB/s, 24 s left',
    );
  });
});
