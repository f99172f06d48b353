import assert from 'node:assert/strict';
import { caveatText } from '../../../../src/core/presentation/caveatText';
import { encodingName } from '../../../../src/core/presentation/encodingName';
import { count, fileName, formatName, ordinal } from '../../../../src/core/presentation/names';
import { problemText } from '../../../../src/core/presentation/problemText';
import { renderStatus } from '../../../../src/core/presentation/status';
import { source } from '../../builders';

describe('renderStatus', () => {
  it('tells format, encoding and events of a file that was read whole', () => {
    assert.deepEqual(renderStatus(source('a.xml', { encoding: 'utf-16le' })), {
      text: '300 events',
      detail: 'Event XML · UTF-16 LE · all of it read',
      severity: 'information',
    });
  });

  it('warns of problems', () => {
    const status = renderStatus(source('a.csv', { format: 'event-csv', recordCount: 1, problemCount: 2 }));
    assert.deepEqual(status, { text: '1 event', detail: 'Event Viewer CSV · UTF-8 · 2 problems', severity: 'warning' });
  });

  it('shows nothing for a file that is no event log', () => {
    assert.equal(renderStatus(source('a.txt', { format: undefined })), undefined);
  });
});

describe('problemText', () => {
  it('adds what the reader said, on one line', () => {
    assert.equal(
      problemText({ code: 'field-not-readable', detail: 'no date:\n"yesterday"' }),
      'This field could not be read; the rest of the event was: no date: "yesterday".',
    );
  });
});

describe('caveatText', () => {
  it('tells a computer that was taken over from other files', () => {
    assert.equal(
      caveatText({ kind: 'computer-assumed', unit: 'folder', folder: '/logs', computer: 'PXE01' }),
      'Not all events name a computer: the files in /logs were all taken to be from PXE01.',
    );
  });

  it('tells files of one folder and single files apart that name no computer', () => {
    const over = { kind: 'computer-assumed', folder: '/logs/System.csv', computer: undefined } as const;
    assert.match(caveatText({ ...over, unit: 'folder' }), /that name none were taken for one server\./);
    assert.equal(
      caveatText({ ...over, unit: 'file' }),
      'The events in System.csv name no computer: it was taken for a server of its own.',
    );
  });

  it('says of which times the zone is not known', () => {
    const over = { kind: 'times-not-comparable', paths: ['/logs/System.xml'] } as const;
    assert.match(caveatText({ ...over, clock: 'utc' }), /^The times in System\.xml are local .* compared with these\./);
    assert.match(
      caveatText({ ...over, clock: 'unstated' }),
      /^These times are local .* could not be compared with those in System\.xml\./,
    );
  });

  it('says that some events have no time', () => {
    assert.equal(
      caveatText({ kind: 'times-missing-elsewhere', paths: ['/logs/a.txt'] }),
      'The events in a.txt have no time: whether they belong to this incident cannot be told.',
    );
  });

  it('names the log that nobody exported', () => {
    assert.equal(
      caveatText({ kind: 'log-not-supplied', logs: ['Application'] }),
      'No file here seems to hold the Application log of that time: what is missing may just not have been exported.',
    );
  });

  it('names the files that are not read to their end', () => {
    const words = (...paths: string[]): string => caveatText({ kind: 'not-read-to-end', paths });
    assert.equal(words('/logs/a.xml'), 'So far a.xml is not read to the end: more may be found there.');
    assert.equal(
      words('/logs/a.xml', '/logs/b.xml'),
      'So far a.xml and b.xml are not read to the end: more may be found there.',
    );
  });

  it('names the other crash, and the signs that are counted there', () => {
    const sign = {
      id: 's',
      title: 'It ended',
      source: 'System',
      severity: 'error',
      providers: [],
      meaning: '',
    } as const;
    assert.equal(
      caveatText({ kind: 'other-crash', ruleId: 'r', shortTitle: 'WDS crash [x]', signs: [sign] }),
      'At about that time there is another incident (WDS crash [x]); "It ended" is counted there. What was seen here may be what that crash left behind, so no registry fix is offered for it.',
    );
  });

  it('tells an offset that the settings state', () => {
    assert.equal(
      caveatText({ kind: 'offset-applied', minutes: -300, origin: 'setting', paths: ['C:\\logs\\System.csv'] }),
      'The local times in System.csv were read as UTC-05:00, as the settings say.',
    );
  });
});

describe('names', () => {
  it('group thousands and choose singular or plural', () => {
    assert.deepEqual(
      [count(1, 'event'), count(0, 'event'), count(1204311, 'event')],
      ['1 event', '0 events', '1,204,311 events'],
    );
  });

  it('write ordinals', () => {
    assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinal), [
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '112th',
    ]);
  });

  it('call formats and encodings what people call them', () => {
    assert.equal(formatName('event-xml'), 'Event XML');
    assert.equal(formatName(undefined), 'not an event log');
    assert.equal(encodingName('utf-16le'), 'UTF-16 LE');
    assert.equal(encodingName('shift_jis'), 'code page 932');
    assert.equal(encodingName('ibm850'), 'code page 850 (OEM)');
    assert.equal(encodingName('windows-1251'), 'Windows-1251');
    assert.equal(encodingName('koi8r'), 'koi8r');
  });

  it('take the last part of paths and URIs', () => {
    assert.deepEqual(['C:\\logs\\a.xml', '/logs/a.xml', 'a.xml', '/logs/'].map(fileName), [
      'a.xml',
      'a.xml',
      'a.xml',
      '/logs/',
    ]);
  });
});
