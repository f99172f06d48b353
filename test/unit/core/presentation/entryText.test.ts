import assert from 'node:assert/strict';
import { cmTrace } from '../../../../src/core/formats/cmTrace';
import { renderEntryHover } from '../../../../src/core/presentation/entryHover';
import {
  entryCodes,
  entryProblemText,
  entryRow,
  entryStart,
  isBareStart,
  linesOf,
} from '../../../../src/core/presentation/entryText';
import type { BiasDirection } from '../../../../src/core/records/logEntry';
import { CODES } from '../../builders';
import { readAll } from '../../feed';
import { marked } from '../../marked';
import { logLine } from '../formats/cmTrace/samples';

const times = { displayZone: 'utc', local: { name: 'Europe/Berlin', minutesEast: () => 120 } } as const;

function entryOf(text: string, biasDirection: BiasDirection = 'west') {
  const [entry] = readAll(cmTrace, text, { biasDirection }).entries;
  assert.ok(entry);
  return entry;
}

function hoverOf(text: string, biasDirection: BiasDirection = 'west'): string {
  return renderEntryHover({ entry: entryOf(text, biasDirection), biasDirection, codes: CODES, times });
}

describe('the hover of a log entry', () => {
  it('tells component, level, thread, source file and the time in UTC, here and in the log', () => {
    assert.deepEqual(hoverOf(logLine({ message: 'Access denied, 0x80070005, 0x8ABC0001', type: '3' })).split('  \n'), [
      '**SMSPXE** · Error · thread 6004 (0x1774) · smspxe.cpp:137',
      '2019-06-03 16:45:37 UTC (18:45:37 Europe/Berlin)',
      'In the log: 2019-06-03 11:45:37.549, UTC-05:00 (bias 300)',
      'The bias was read as minutes west of UTC, as Windows counts it; some tools count it east. If that is wrong, change the setting "Log Bias".',
      'Code 0x80070005 ERROR_ACCESS_DENIED.',
      'Code 0x8ABC0001: no public meaning known.',
    ]);
  });

  it('says when the bias is counted east because the settings say so', () => {
    const text = hoverOf(logLine({ message: 'x' }), 'east');
    assert.match(text, /2019-06-03 06:45:37 UTC/);
    assert.match(text, /UTC\\?\+05:00/);
    assert.match(text, /minutes east of UTC, as the settings say/);
  });

  it('says nothing of the direction of a bias that is 0, and names no zone where there is none', () => {
    assert.doesNotMatch(hoverOf(logLine({ message: 'x', time: '11:45:37.549+000' })), /was read as minutes/);
    assert.match(hoverOf(logLine({ message: 'x', time: '11:45:37.549' })), /zone not stated/);
    assert.match(hoverOf(logLine({ message: 'x', time: 'never' })), /no time/);
  });

  it('says what was guessed and what is not known', () => {
    assert.match(hoverOf(logLine({ message: 'It failed', type: '' })), /Error \(guessed from its words/);
    assert.match(hoverOf(logLine({ message: 'x', type: '0' })), /type 0 \(its meaning is not documented\)/);
    assert.match(hoverOf('[66C][Thu 09/04/2014 11:30:28]:CcmInstallPXE'), /\*\*Log entry\*\* · thread 1644 \(0x66C\)/);
  });

  it('makes nothing active of text of the log', () => {
    const text = hoverOf(logLine({ message: 'x', component: '[c](command:evil)', file: '<a href=x> $(alert)' }));
    assert.doesNotMatch(text, /(?<!\\)\]\(|(?<!\\)<|(?<!\\)\$/);
  });
});

describe('the codes of a log entry', () => {
  const cases: readonly (readonly [message: string, values: readonly number[]])[] = [
    ['failed, hr=0x80004005 and 0x80004005', [0x80004005]],
    ['Installation is done, exit code: 1603.', [1603]],
    ['Win32 Error=0x2', [2]],
    ['rc = 5, error 87', [5, 87]],
    ['returned -2147024891', [0x80070005]],
    ['exitCode = 0, 0x00000000', []],
    ['HTTP status 404, 12 files, error 6.1.7600', []],
    ['code 12:30:45, GUID 8C0E0A5E-1603-4005-8000-000000001603', []],
  ];
  for (const [message, values] of cases) {
    it(`in "${message}" are ${values.join(', ') || 'none'}`, () => {
      assert.deepEqual(
        entryCodes(entryOf(logLine({ message }))).map(({ value }) => value),
        values,
      );
    });
  }
});

describe('a log entry in a list', () => {
  it('has the first line of its message, its component and the time of the log', () => {
    const row = entryRow(entryOf(logLine({ message: '\n  Operation: BootRequest (1)\n Hop Count: 0' })), times);
    assert.deepEqual(row, { name: 'Operation: BootRequest (1)', detail: 'SMSPXE · 16:45:37 UTC' });
  });

  it('has its time in the zone of the setting', () => {
    const entry = entryOf(logLine({ message: 'x' }));
    const details = (['local', 'log'] as const).map((displayZone) => entryRow(entry, { ...times, displayZone }).detail);
    assert.deepEqual(details, ['SMSPXE · 18:45:37 Europe/Berlin', 'SMSPXE · 11:45:37 local time']);
  });

  it('shows errors and warnings by a symbol, and an empty message as such', () => {
    const names = ['3', '2', '1'].map((type) => entryRow(entryOf(logLine({ message: 'x', type })), times).name);
    assert.deepEqual(names, ['✖ x', '⚠ x', 'x']);
    assert.equal(entryRow(entryOf(logLine({ message: '' })), times).name, '(no text)');
  });
});

describe('the first line of a log entry', () => {
  it('shows nothing where the message starts below it', () => {
    const [bare = ''] = logLine({ message: '\r\n Operation: BootRequest (1)' }).split('\r\n');
    assert.deepEqual([bare, `${bare} `, logLine({ message: '' }), '', '<![LOG[x'].map(isBareStart), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('a log entry in Problems', () => {
  it('has its first line and what its codes mean, and says what was guessed', () => {
    const stated = entryOf(logLine({ message: 'Denied 0xC0000374\nmore', type: '3' }));
    assert.equal(entryProblemText(stated, CODES).split('\n')[0], 'Denied 0xC0000374');
    assert.match(entryProblemText(stated, CODES), /STATUS_HEAP_CORRUPTION/);
    const guessed = entryOf(logLine({ message: 'It failed', type: '' }));
    assert.equal(entryProblemText(guessed, CODES), 'It failed (taken for a problem because of its words)');
  });

  it('is underlined at its first line that is not blank', () => {
    const { text, spans } = marked(logLine({ message: '\r\n  «first» \r\n\r\n«second 🙂»\n' }));
    const entry = entryOf(text);
    assert.deepEqual(entryStart(entry), spans[0]);
    assert.deepEqual(linesOf(entry.message), spans);
    const empty = entryOf(logLine({ message: '' }));
    assert.deepEqual(entryStart(empty), empty.span);
  });
});
