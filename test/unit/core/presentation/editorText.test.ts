import * as assert from 'node:assert/strict';
import {
  confidenceChoices,
  renderFileProgress,
  renderScanProgress,
  renderUnlistedEvents,
} from '../../../../src/core/presentation/editorText';

describe('renderScanProgress', () => {
  it('counts the files of a folder that is being scanned', () => {
    const text = renderScanProgress('/srv/logs', { state: 'scanning', filesRead: 3, filesFound: 1200 });
    assert.equal(text, 'Scanning logs: 3 of 1,200 files');
  });

  it('says how much is read, how fast, and how long the rest will take', () => {
    const bytes = { read: 1.24e9, found: 8.4e9, perSecond: 3.2e8 };
    const text = renderScanProgress('/srv/logs', { state: 'scanning', filesRead: 3, filesFound: 80, bytes });
    assert.equal(text, 'Scanning logs: 3 of 80 files, 1.2 of 8.4 GB, 320 MB/s, 22 s left');
  });

  it('does not guess how long it will take', () => {
    const progress = { state: 'scanning', filesRead: 0, filesFound: 2 } as const;
    assert.equal(
      renderScanProgress('/srv/logs', { ...progress, bytes: { read: 0, found: 24_000_000 } }),
      'Scanning logs: 0 of 2 files, 0 of 24 MB',
    );
    assert.equal(
      renderScanProgress('/srv/logs', { ...progress, bytes: { read: 0, found: 24_000_000, perSecond: 0 } }),
      'Scanning logs: 0 of 2 files, 0 of 24 MB',
    );
    assert.equal(
      renderScanProgress('/srv/logs', { ...progress, bytes: { read: 0, found: 0 } }),
      'Scanning logs: 0 of 2 files',
    );
  });

  it('says that files are still being listed', () => {
    const text = renderScanProgress('/srv/logs', { state: 'scanning', filesRead: 0, filesFound: undefined });
    assert.equal(text, 'Scanning logs: listing files');
  });

  it('says how much a cancelled scan has read', () => {
    const text = renderScanProgress('C:\\logs', { state: 'cancelled', filesRead: 3, filesFound: 80 });
    assert.equal(text, 'Scan of logs stopped: 3 of 80 files read');
  });

  it('has nothing to say of a scan that came to its end', () => {
    assert.equal(renderScanProgress('/srv/logs', { state: 'done', filesRead: 3, filesFound: 3 }), undefined);
  });
});

describe('renderFileProgress', () => {
  it('says how far one file is read', () => {
    const text = renderFileProgress('/srv/logs/System.xml', { read: 3e8, found: 1.2e9, perSecond: 3.2e8 });
    assert.equal(text, 'Scanning System.xml: 0.3 of 1.2 GB, 320 MB/s, 3 s left');
  });
});

describe('renderUnlistedEvents', () => {
  it('counts what an outline leaves out', () => {
    assert.equal(renderUnlistedEvents(24581), '24,581 more events not listed here');
  });
});

describe('confidenceChoices', () => {
  it('goes from the lowest to the highest and says what each claims', () => {
    const choices = confidenceChoices();
    assert.deepEqual(
      choices.map(({ confidence }) => confidence),
      ['possible', 'matches', 'confirmed'],
    );
    assert.ok(choices.every(({ detail }) => detail.endsWith('.')));
  });
});
