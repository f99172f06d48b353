import assert from 'node:assert/strict';
import { renderHover, type HoverInput } from '../../../../src/core/presentation/hover';
import { zoneNamed, type TimeSettings } from '../../../../src/core/presentation/timeText';
import { CATALOGUE, CRASH, event, finding, FINDINGS, incident, RULE, SEEN, SIGNS, time } from '../../builders';
import { assertGolden } from '../../golden';

const berlin = zoneNamed('Europe/Berlin');
const times: TimeSettings = { displayZone: 'utc', ...(berlin && { local: berlin }) };

function hover(input: Partial<HoverInput>): string {
  return renderHover({ record: CRASH.ended, path: '/logs/System.xml', catalogue: CATALOGUE, times, ...input });
}

describe('renderHover', () => {
  it('tells the story of an incident whose server is not known', () => {
    assertGolden('hover-incident', hover({ incident: incident(SEEN), findings: [FINDINGS.ended] }));
  });

  it('puts the variant that fits the server first', () => {
    const known = incident(SEEN, {
      preferredRemediation: 'configmgr2007-x86',
      traits: {
        bitness: { value: 32, origin: 'fault-offset' },
        product: { value: 'configmgr2007', origin: 'setting' },
      },
    });
    const text = hover({ incident: known });
    assert.match(
      text,
      /- ConfigMgr 2007, 32-bit server: .* = 1 ← \*\*fits this server\*\*: 32-bit \(from the fault offset\), ConfigMgr 2007 \(from the settings\)\n- ConfigMgr 2007, 64-bit server: .* = 1 \(for another kind of server\)/,
    );
    assert.doesNotMatch(text, /The key depends/);
  });

  it('explains an event that belongs to no incident', () => {
    const text = hover({ record: event({ provider: 'Contoso', id: 7, level: 4, message: 'All is well.' }) });
    assert.equal(text, '**Contoso 7** · Information · no time  \nAll is well.');
  });

  it('says of a lone sign that it is not enough', () => {
    const text = hover({ findings: [FINDINGS.ended] });
    assert.match(text, /Also a sign of: WDS crash, KB 2510665\. What else was seen is not enough to say so\./);
    assert.doesNotMatch(text, /Cause|Wow6432Node/);
  });

  it('says what was not seen by the place where it would be', () => {
    const missing = [
      { ...SIGNS.crash, title: 'First', source: 'Application' as const },
      { ...SIGNS.ended, title: 'Second', source: 'System' as const },
      { ...SIGNS.crash, title: 'Third', source: 'Application' as const },
    ];
    const lines = hover({ incident: incident(SEEN, { missing }) }).split(/ *\n/);
    assert.deepEqual(
      lines.filter((line) => line.startsWith('○')),
      ['○ not seen: First; Third (would be in the Application log)', '○ not seen: Second (would be in the System log)'],
    );
  });

  it('says each caveat in words', () => {
    const text = hover({
      incident: incident(SEEN, {
        caveats: [
          { kind: 'computer-assumed', unit: 'folder', folder: '/logs', computer: undefined },
          { kind: 'times-not-comparable', clock: 'utc', paths: ['/logs/System.csv'] },
          { kind: 'offset-applied', minutes: 60, origin: 'same-event', paths: ['/logs/System.csv'] },
          { kind: 'times-missing' },
          { kind: 'date-order-assumed', paths: ['/logs/a.csv', '/logs/b.csv'] },
          { kind: 'event-id-inferred', paths: ['/logs/a.txt', '/logs/b.txt', '/logs/c.txt'] },
        ],
      }),
    });
    assert.match(text, /These events name no computer: the files in \/logs that name none were taken for one server\./);
    assert.match(text, /The times in System\.csv are local and their zone is not known/);
    assert.match(text, /read as UTC\\?\+01:00, because the same events stand in another export in UTC\./);
    assert.match(text, /The events have no time/);
    assert.match(text, /In the dates in a\.csv and b\.csv, day and month could be the other way round\./);
    assert.match(text, /The event ids are not written in a\.txt and 2 others: they were inferred/);
  });

  it('takes the time that the incident knows, not the local time of the file', () => {
    const local = { ...CRASH.ended, timeCreated: { value: time('2012-03-14T10:14:08'), span: CRASH.ended.span } };
    const text = hover({ record: local, incident: incident(SEEN) });
    assert.match(text, /2012-03-14 09:14:08 UTC \(10:14:08 Europe\/Berlin\)/);
  });

  it('says when day and month of a date could be swapped', () => {
    const ambiguous = { ...time('2012-03-10T09:14:08'), ambiguous: { order: 'dayFirst', swapped: 0 } } as const;
    const record = { ...CRASH.ended, timeCreated: { value: ambiguous, span: CRASH.ended.span } };
    assert.match(
      hover({ record }),
      /Day and month of its date could be the other way round: nothing in the file tells\. It was read with the day first/,
    );
  });

  it('says when a local time came twice, as clocks went back', () => {
    const record = { ...CRASH.ended, timeCreated: { value: time('2021-10-31T02:30:00'), span: CRASH.ended.span } };
    const note = (taken: number, other: number | undefined): string => {
      const exportMinutesEast = Object.assign(() => taken, { other: () => other });
      const text = hover({ record, times: { ...times, exportMinutesEast } });
      return /Clocks went back.*/.exec(text)?.[0] ?? '';
    };
    const start =
      'Clocks went back then and came to its local time twice: nothing in it tells which of the two it was. It was read as the';
    assert.equal(note(60, 120), `${start} second; it could be 60 min earlier.`);
    assert.equal(note(-240, -300), `${start} first; it could be 60 min later.`);
    assert.equal(note(60, undefined), '');
  });

  it('lists an event that shows two signs once', () => {
    const twice = finding(SIGNS.crash, CRASH.ended, '/logs/System.xml', 86);
    const seen = [...SEEN.filter((one) => one.sign !== SIGNS.crash), { sign: SIGNS.crash, findings: [twice] }];
    assert.equal(hover({ incident: incident(seen) }).match(/SCM 7031/g)?.length, 1);
  });

  describe('with hostile text in the log', () => {
    const evil = '[x](command:evil) ![i](http://192.0.2.9/i) <img src=x> `${code}` \u202e\u001b[31m\n\n# head';
    const record = event({
      provider: `Service ${evil}`,
      id: 7031,
      computer: evil,
      message: evil,
      time: '2012-03-14T09:14:08Z',
    });
    const seen = [{ sign: SIGNS.ended, findings: [finding(SIGNS.ended, record, `/logs/${evil}`, 1)] }];
    const text = hover({
      record,
      incident: incident(seen, {
        computer: evil,
        caveats: [{ kind: 'computer-assumed', unit: 'folder', folder: evil, computer: evil }],
      }),
    });

    it('has no link but those of the catalogue', () => {
      const links = [...text.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map((match) => match[1]);
      assert.deepEqual(links, [RULE.references[0]?.url]);
    });

    it('has no HTML, code span, heading or control character of the log', () => {
      assert.doesNotMatch(text, /(?<!\\)<img|(?<!\\)`\$|^# |\u202e|\u001b/mu);
    });
  });

  it('makes no link of an address without encryption', () => {
    const rule = { ...RULE, references: [{ title: 'Old', url: 'http://technet.microsoft.com/x' }] };
    const text = hover({ incident: incident(SEEN), catalogue: { ...CATALOGUE, rules: [rule] } });
    assert.match(text, /Old \(`http:\/\/technet\.microsoft\.com\/x`\)/);
  });
});
