import assert from 'node:assert/strict';
import { correlate } from '../../../../src/core/cases/correlate';
import type { CaseSettings } from '../../../../src/core/cases/caseSettings';
import type { Incident } from '../../../../src/core/cases/incident';
import type { SourceReport } from '../../../../src/core/findings/finding';
import { X64 } from '../../builders';
import { catalogueOf, local, rule, settings, source, utc } from './sample';

const catalogue = catalogueOf(rule('r'));

function incidentsOf(sources: readonly SourceReport[], over: Partial<CaseSettings> = {}): readonly Incident[] {
  return correlate(sources, catalogue, { ...settings, ...over }).incidents;
}

/** `matches: crash stop code`, with the number of events where a sign was seen more than once. */
function summary({ confidence, seen }: Incident): string {
  const signs = seen.map(({ sign, findings }) => (findings.length === 1 ? sign.id : `${sign.id}*${findings.length}`));
  return `${confidence}: ${signs.join(' ')}`;
}

function summaries(sources: readonly SourceReport[], over: Partial<CaseSettings> = {}): string[] {
  return incidentsOf(sources, over).map(summary);
}

const on = { computer: 'PXE01.fabrikam.example' };

describe('correlate', () => {
  it('joins signs of one computer across files', () => {
    const sources = [
      source('c/Application.xml', [
        { sign: 'crash', time: utc('09:14:07'), ...on },
        { sign: 'code', time: utc('09:16:09'), ...on },
      ]),
      source('c/System.xml', [{ sign: 'stop', time: utc('09:14:08'), ...on }]),
    ];
    const [incident, ...others] = incidentsOf(sources);
    assert.equal(others.length, 0);
    assert.ok(incident);
    assert.equal(summary(incident), 'matches: crash stop code');
    assert.deepEqual([incident.firstTime, incident.lastTime], [utc('09:14:07'), utc('09:16:09')]);
    assert.deepEqual(
      incident.missing.map(({ id }) => id),
      ['info'],
    );
    assert.deepEqual(incident.caveats, []);
  });

  it('joins up to the window and not beyond it', () => {
    const at = (clock: string) => [
      source('a', [
        { sign: 'stop', time: utc('09:00:00'), ...on },
        { sign: 'code', time: utc(clock), ...on },
      ]),
    ];
    assert.deepEqual(summaries(at('09:10:00')), ['possible: stop code']);
    assert.deepEqual(summaries(at('09:10:01')), ['possible: stop', 'possible: code']);
    assert.deepEqual(summaries(at('09:10:01'), { windowMinutes: 11 }), ['possible: stop code']);
  });

  it('keeps the crashes of two computers apart', () => {
    const sources = [
      source('a', [
        { sign: 'stop', time: utc('09:00:00'), computer: 'A' },
        { sign: 'code', time: utc('09:00:01'), computer: 'B' },
      ]),
    ];
    assert.deepEqual(summaries(sources), ['possible: stop', 'possible: code']);
  });

  it('takes a short name and the long name that starts with it for one computer', () => {
    const sources = [
      source('a', [{ sign: 'stop', time: utc('09:00:00'), computer: 'pxe01' }]),
      source('b', [{ sign: 'code', time: utc('09:00:01'), ...on }]),
    ];
    assert.deepEqual(
      incidentsOf(sources).map(({ computer }) => computer),
      ['PXE01.fabrikam.example'],
    );
  });

  it('makes each crash an incident of its own, even within the window', () => {
    const crash = (minute: string) => [
      { sign: 'crash', time: utc(`09:${minute}:00`), ...on },
      { sign: 'stop', time: utc(`09:${minute}:01`), ...on },
      { sign: 'code', time: utc(`09:${minute}:59`), ...on },
    ];
    const expected = ['matches: crash stop code', 'matches: crash stop code'];
    assert.deepEqual(summaries([source('a', [...crash('00'), ...crash('05')])]), expected);
  });

  it('does not pair a crash with the stop of an earlier one', () => {
    const sources = [
      source('a', [
        { sign: 'stop', time: utc('09:00:00'), ...on },
        { sign: 'crash', time: utc('09:05:00'), ...on },
        { sign: 'stop', time: utc('09:05:01'), ...on },
      ]),
    ];
    assert.deepEqual(summaries(sources), ['possible: stop', 'possible: crash stop']);
  });

  it('never makes a weak sign strong by repeating it', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ sign: 'code', time: utc(`09:00:${10 + index}`), ...on }));
    assert.deepEqual(summaries([source('a', many)]), ['possible: code*20']);
    const weakest = many.map((each) => ({ ...each, sign: 'info' }));
    assert.deepEqual(summaries([source('a', weakest)]), []);
  });

  it('takes the same event in two exports for one', () => {
    const sources = [
      source('c/System.xml', [{ sign: 'stop', time: utc('09:14:08.124'), recordId: 7, ...on }]),
      source('c/System-copy.xml', [{ sign: 'stop', time: utc('09:14:08.124'), recordId: 7, ...on }]),
    ];
    assert.deepEqual(summaries(sources), ['possible: stop*2']);
  });

  it('takes an event that stands in one file twice for one: its record id is the same, or all that it says', () => {
    for (const recordIds of [
      [7, 8],
      [undefined, undefined],
    ]) {
      const [crashId, stopId] = recordIds;
      const exported = [
        { sign: 'crash', time: utc('09:14:07'), ...(crashId && { recordId: crashId }), ...on },
        { sign: 'stop', time: utc('09:14:08'), ...(stopId && { recordId: stopId }), ...on },
        { sign: 'code', time: utc('09:16:09'), ...on },
      ];
      assert.deepEqual(summaries([source('a', [...exported, ...exported])]), ['matches: crash*2 stop*2 code*2']);
    }
  });

  it('takes two events of one second in one file for two', () => {
    for (const [one, other] of [
      [
        { time: utc('09:14:07.100'), recordId: 7 },
        { time: utc('09:14:07.100'), recordId: 8 },
      ],
      [{ time: utc('09:14:07.100') }, { time: utc('09:14:07.200') }],
    ] as const) {
      const crashes = [
        { sign: 'stop', ...one, ...on },
        { sign: 'stop', ...other, ...on },
      ];
      assert.deepEqual(summaries([source('a', crashes)]), ['possible: stop', 'possible: stop']);
    }
  });

  it('takes files without computer names for the one server that their folder names, and says so', () => {
    const sources = [
      source('c/System.xml', [{ sign: 'stop', time: utc('09:14:08'), ...on }]),
      source('c/Application.csv', [{ sign: 'code', time: utc('09:16:09') }]),
    ];
    const [incident] = incidentsOf(sources);
    assert.equal(incident && summary(incident), 'possible: stop code');
    assert.deepEqual(incident?.caveats, [
      { kind: 'computer-assumed', unit: 'folder', folder: 'c', computer: on.computer },
    ]);
    assert.equal(incidentsOf(sources, { unnamedComputer: 'file' }).length, 2);
  });

  it('leaves files without computer names apart when their folder names several', () => {
    const sources = [
      source('c/System.xml', [
        { sign: 'stop', time: utc('09:14:08'), computer: 'A' },
        { sign: 'stop', time: utc('09:14:08'), computer: 'B' },
      ]),
      source('c/Application.csv', [{ sign: 'code', time: utc('09:16:09') }]),
    ];
    assert.deepEqual(
      incidentsOf(sources).map(({ computer }) => computer),
      [undefined, 'A', 'B'],
    );
  });

  it('says that times without a zone could not be compared with UTC', () => {
    const sources = [
      source('c/System.xml', [{ sign: 'stop', time: utc('09:14:08'), ...on }]),
      source('c/Application.csv', [{ sign: 'code', time: local('10:16:09') }]),
    ];
    const incidents = incidentsOf(sources);
    assert.deepEqual(incidents.map(summary), ['possible: stop', 'possible: code']);
    assert.deepEqual(incidents[0]?.caveats, [
      { kind: 'times-not-comparable', clock: 'utc', paths: ['c/Application.csv'] },
    ]);
    assert.equal(incidents[1]?.firstTime?.zone, 'unstated');
  });

  it('joins times without a zone by the offset of a setting', () => {
    const sources = [
      source('c/System.xml', [{ sign: 'stop', time: utc('09:14:08'), ...on }]),
      source('c/Application.csv', [{ sign: 'code', time: local('10:16:09'), ...on }]),
    ];
    const [incident, ...others] = incidentsOf(sources, { localOffsetMinutes: () => 60 });
    assert.equal(others.length, 0);
    assert.equal(incident && summary(incident), 'possible: stop code');
    assert.deepEqual(incident?.lastTime, utc('09:16:09'));
    const offset = { kind: 'offset-applied', minutes: 60, origin: 'setting', paths: ['c/Application.csv'] };
    assert.deepEqual(incident.caveats, [offset]);
  });

  it('says that a time which came twice as clocks went back may be the other one', () => {
    const sources = [
      source('c/System.xml', [{ sign: 'stop', time: utc('09:14:08'), ...on }]),
      source('c/Application.csv', [{ sign: 'code', time: local('10:16:09'), ...on }]),
    ];
    const localOffsetMinutes = Object.assign(() => 60, { other: () => 120 });
    const [incident] = incidentsOf(sources, { localOffsetMinutes });
    assert.deepEqual(incident?.caveats, [
      { kind: 'offset-applied', minutes: 60, origin: 'setting', paths: ['c/Application.csv'] },
      { kind: 'time-came-twice', paths: ['c/Application.csv'] },
    ]);
  });

  it('joins times without a zone by the offset that the same event in both makes evident', () => {
    const sources = [
      source('c/System.xml', [{ sign: 'stop', time: utc('09:14:08.124'), ...on }]),
      source('c/System.csv', [{ sign: 'stop', time: local('14:44:08') }]),
      source('c/Application.csv', [{ sign: 'code', time: local('14:46:09') }]),
    ];
    const [incident, ...others] = incidentsOf(sources);
    assert.equal(others.length, 0);
    assert.equal(incident && summary(incident), 'possible: stop*2 code');
    assert.deepEqual(
      incident?.caveats.find(({ kind }) => kind === 'offset-applied'),
      { kind: 'offset-applied', minutes: 330, origin: 'same-event', paths: ['c/System.csv', 'c/Application.csv'] },
    );
  });

  it('joins by the offset of a copied event that carries its XML', () => {
    const sources = [
      source('c/copied.txt', [{ sign: 'stop', time: utc('09:14:08'), localTime: local('10:14:08'), ...on }]),
      source('c/Application.csv', [{ sign: 'code', time: local('10:16:09') }]),
    ];
    assert.deepEqual(summaries(sources), ['possible: stop code']);
  });

  it('claims no more than possible where the records have no time', () => {
    const [incident] = incidentsOf([source('a.txt', [{ sign: 'crash' }, { sign: 'stop' }, { sign: 'code' }])]);
    assert.equal(incident && summary(incident), 'possible: crash stop code');
    assert.equal(incident?.firstTime, undefined);
    assert.ok(incident?.caveats.some(({ kind }) => kind === 'times-missing'));
  });

  it('says that events without a time cannot be told to belong to a crash that has one', () => {
    const sources = [
      source('c/System.xml', [{ sign: 'stop', time: utc('09:14:08'), ...on }]),
      source('c/a.txt', [{ sign: 'code', ...on }]),
    ];
    assert.deepEqual(
      incidentsOf(sources).map(({ caveats }) => caveats),
      [[], [{ kind: 'times-missing-elsewhere', paths: ['c/a.txt'] }]],
    );
  });

  it('takes a stop for that of the crash before it, not of one that follows', () => {
    const sources = [
      source('a', [
        { sign: 'stop', time: utc('09:14:08'), ...on },
        { sign: 'crash', time: utc('09:14:29'), ...on },
        { sign: 'stop', time: utc('09:14:30'), ...on },
      ]),
    ];
    assert.deepEqual(summaries(sources), ['possible: stop', 'possible: crash stop']);
  });

  it('takes signs that rounding has turned round for one crash', () => {
    const sources = [
      source('a', [
        { sign: 'stop', time: utc('09:14:06'), ...on },
        { sign: 'crash', time: utc('09:14:08'), ...on },
      ]),
    ];
    assert.deepEqual(summaries(sources), ['possible: crash stop']);
  });

  describe('beside a crash that another rule knows', () => {
    const rival = rule('rival', { confidence: { matches: [['crash', 'stop']], possible: [] }, precedence: 2 });
    const stop = (record: number, name: string) => ({ sign: 'stop', time: utc('09:14:08'), record, rule: name, ...on });
    const caseOf = (clock: string) => [
      source('a', [
        { sign: 'crash', time: utc('09:14:07'), rule: 'rival', ...on },
        stop(7, 'rival'),
        stop(7, 'r'),
        { sign: 'code', time: utc(clock), rule: 'r', ...on },
      ]),
    ];
    const { advice, steps, title } = X64;
    const remediations = [X64, { id: 'by-hand', advice, steps, title }];
    const own = (clock: string) =>
      correlate(caseOf(clock), catalogueOf(rule('r', { remediations }), rival), settings).incidents.filter(
        ({ ruleId }) => ruleId === 'r',
      );

    it('says of signs without a crash that they may be left behind by it, and which sign it has', () => {
      const [incident, ...others] = own('09:16:09');
      assert.equal(others.length, 0);
      assert.equal(incident && summary(incident), 'possible: code');
      assert.deepEqual(
        incident?.missing.map(({ id }) => id),
        ['crash', 'info'],
      );
      assert.deepEqual(
        incident.caveats.map(
          (caveat) => caveat.kind === 'other-crash' && [caveat.ruleId, caveat.signs.map(({ id }) => id)],
        ),
        [['rival', ['stop']]],
      );
    });

    it('offers no registry fix for what may be left behind by it', () => {
      const [incident] = own('09:16:09');
      assert.deepEqual(
        incident?.remediations.map(({ id }) => id),
        ['by-hand'],
      );
      assert.equal(incident.preferredRemediation, undefined);
    });

    it('says nothing of the kind of signs that are further away than the window', () => {
      const [incident] = own('09:24:09');
      assert.deepEqual(incident?.caveats, []);
      assert.deepEqual(incident.remediations, remediations);
      assert.deepEqual(
        incident.missing.map(({ id }) => id),
        ['crash', 'stop', 'info'],
      );
    });
  });

  it('gives an event to the rule that it speaks for most', () => {
    const other = rule('other', {
      signs: rule('r').signs,
      confidence: { matches: [['crash']], possible: [['stop']] },
      precedence: 0,
    });
    const sources = [
      source('a', [
        { sign: 'crash', rule: 'other', record: 1, time: utc('09:00:00'), ...on },
        { sign: 'stop', rule: 'other', record: 2, time: utc('09:00:01'), ...on },
        { sign: 'stop', record: 2, time: utc('09:00:01'), ...on },
      ]),
    ];
    const { incidents } = correlate(sources, catalogueOf(rule('r'), other), settings);
    assert.deepEqual(
      incidents.map(({ ruleId, confidence }) => [ruleId, confidence]),
      [['other', 'matches']],
    );
  });

  it('drops a supporting sign where its rule has no incident', () => {
    const signs = rule('r').signs.map((sign) => (sign.id === 'stop' ? { ...sign, supporting: true as const } : sign));
    const other = rule('other', { signs, confidence: { matches: [['crash']], possible: [] } });
    const stop = { sign: 'stop', time: utc('09:00:01'), ...on };
    const seen = [stop, { ...stop, rule: 'other' }, { sign: 'info', rule: 'other', time: utc('09:00:01'), ...on }];
    const { sources } = correlate([source('a', seen)], catalogueOf(rule('r'), other), settings);
    const left = sources[0]?.findings.map(({ ruleId, signId }) => `${ruleId}/${signId}`);
    assert.deepEqual(left, ['r/stop', 'other/info']);
  });

  it('reads the bitness of the server from the width of the fault offset', () => {
    const data = (offset: string) => ['svchost.exe_WDSServer', '', '', 'ntdll.dll', '', '', 'c0000374', offset];
    const bitness = (offset: string) => {
      const seen = { sign: 'crash', time: utc('09:00:00'), data: data(offset), ...on };
      const [incident] = incidentsOf([source('a', [seen, { sign: 'stop', time: utc('09:00:01'), ...on }])]);
      return incident?.traits.bitness;
    };
    assert.deepEqual(bitness('00000000000ce0fb'), { value: 64, origin: 'fault-offset' });
    assert.deepEqual(bitness('0x000afaf8'), { value: 32, origin: 'fault-offset' });
    assert.equal(bitness('afaf8'), undefined);
  });

  it('knows the bitness of a server from any of its crashes, but not from crashes of both kinds', () => {
    const data = (offset: string) => ['svchost.exe_WDSServer', '', '', 'ntdll.dll', '', '', 'c0000374', offset];
    const crash = (clock: string, offset: string) => [
      { sign: 'crash', time: utc(clock), data: data(offset), ...on },
      { sign: 'stop', time: utc(clock), ...on },
    ];
    const bitnesses = (...offsets: string[]) =>
      incidentsOf([
        source('a', [
          { sign: 'stop', time: utc('06:00:00'), ...on },
          ...offsets.flatMap((offset, index) => crash(`0${index + 7}:00:00`, offset)),
        ]),
      ]).map(({ traits }) => traits.bitness?.value);
    assert.deepEqual(bitnesses('00000000000ce0fb'), [64, 64]);
    assert.deepEqual(bitnesses('00000000000ce0fb', '000afaf8'), [undefined, undefined, undefined]);
  });

  it('gives every incident an id of its own, the same each time', () => {
    const seen = ['09:00:00', '09:00:00', '12:00:00'].map((clock, recordId) => ({
      sign: 'stop',
      time: utc(clock),
      recordId,
      ...on,
    }));
    const sources = [source('a', seen)];
    const ids = incidentsOf(sources).map(({ id }) => id);
    assert.equal(new Set(ids).size, 3);
    assert.deepEqual(
      incidentsOf(sources).map(({ id }) => id),
      ids,
    );
  });

  it('joins ten thousand crashes in reasonable time', () => {
    const seen = Array.from({ length: 10_000 }, (_, index) => ({
      sign: 'stop',
      time: { milliseconds: index * 3_600_000, zone: 'utc' as const },
      ...on,
    }));
    assert.equal(incidentsOf([source('a', seen)]).length, 10_000);
  });
});
