import * as assert from 'node:assert/strict';
import {
  confidenceChoices,
  renderScanProgress,
  renderUnlistedEvents,
} from '../../../../src/core/presentation/editorText';

describe('renderScanProgress', () => {
  it('counts the files of a folder that is being scanned', () => {
    const text = renderScanProgress('/srv/logs', { state: 'scanning', filesRead: 3, filesFound: 1200 });
    assert.equal(text, 'Scanning logs: 3 of 1,200 files');
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
