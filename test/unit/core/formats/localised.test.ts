import { strict as assert } from 'node:assert';
import { detectFormat } from '../../../../src/core/formats/index';
import { type Language, languages } from '../../../../src/core/languages/index';
import { renderIso } from '../../../../src/core/records/parseTime';
import { readAll } from '../../feed';

const WHOLE = languages.filter(({ id }) => id !== 'ko');

/** Every spelling of a word. */
function spellings(words: Readonly<Record<string, string>> | undefined): readonly string[] {
  return Object.keys(words ?? {});
}

function first(words: Readonly<Record<string, string>> | undefined): string {
  return spellings(words)[0] ?? assert.fail('no word');
}

function copiedText({ labels, levels, noValue }: Language, colon: string): string {
  const line = (label: keyof Language['labels'], value: string): string => `${first(labels[label])}${colon}${value}`;
  return [
    line('logName', 'System'),
    line('source', 'Service Control Manager'),
    line('date', '2012-03-14 10:14:08'),
    line('eventId', '7031'),
    line('category', first(noValue)),
    line('level', first(levels[2])),
    line('keywords', 'Classic'),
    line('user', first(noValue)),
    line('computer', 'PXE01.contoso.example'),
    line('description', ''),
    'Some words.',
    '',
  ].join('\r\n');
}

function list({ columns, levels }: Language, separator: string): string {
  const header = (['level', 'timeCreated', 'provider', 'eventId', 'taskCategory', 'computer'] as const)
    .map((column) => first(columns[column]))
    .join(separator);
  const row = [first(levels[3]), '2012-03-14 10:14:08', 'WDSServer', '512', 'WDSServer', 'PXE01', 'Words'];
  return `${header}\r\n${row.join(separator)}\r\n`;
}

describe('exports in every display language', () => {
  for (const language of WHOLE) {
    it(`reads what was copied as text: ${language.name}`, () => {
      for (const colon of [':', ': ', '\u00a0: ', '\uff1a']) {
        const text = copiedText(language, colon);
        const format = detectFormat(text);
        assert.equal(format?.id, 'event-text', text);
        const { records, problems } = readAll(format, text);
        assert.deepEqual(problems, []);
        assert.equal(records.length, 1, text);
        const { provider, eventId, level, timeCreated, channel, computer, userId, message } =
          records[0] ?? assert.fail();
        assert.deepEqual(
          [provider.value, eventId?.value, level?.value, timeCreated && renderIso(timeCreated.value)],
          ['Service Control Manager', 7031, 2, '2012-03-14T10:14:08'],
        );
        assert.deepEqual(
          [channel?.value, computer?.value, userId?.value, message?.value.trim()],
          ['System', 'PXE01.contoso.example', undefined, 'Some words.'],
        );
      }
    });

    it(`reads a list by its header: ${language.name}`, () => {
      for (const [separator, id] of [
        [',', 'event-csv'],
        ['\t', 'event-txt'],
      ] as const) {
        const text = list(language, separator);
        const format = detectFormat(text);
        assert.equal(format?.id, id, text);
        const { records, problems } = readAll(format, text);
        assert.deepEqual(problems, []);
        const { provider, eventId, level, computer, message } = records[0] ?? assert.fail();
        assert.deepEqual(
          [provider.value, eventId?.value, level?.value, computer?.value, message?.value],
          ['WDSServer', 512, 3, 'PXE01', 'Words'],
        );
      }
    });
  }

  it('reads a list whose header is in an unknown language by the place and shape of its columns', () => {
    const text =
      'Nivå,Datum och tid,Källa,Händelse-ID,Aktivitetskategori\r\nFel,2012-03-14 10:14:08,WDSServer,512,WDSServer,Ord\r\n';
    const format = detectFormat(text) ?? assert.fail('none of ours');
    const record = readAll(format, text).records[0] ?? assert.fail('no record');
    assert.equal(record.eventId?.value, 512);
    assert.equal(record.level, undefined);
    assert.equal(record.message?.value, 'Ord');
  });
});
