import assert from 'node:assert/strict';
import type { EventFormat } from '../../../../src/core/formats/format';
import { eventCsv } from '../../../../src/core/formats/listExport';
import { powershellCsv } from '../../../../src/core/formats/powershellCsv';
import type { EventRecord } from '../../../../src/core/records/eventRecord';
import { type RecordBrief, briefOf } from '../../../../src/core/records/recordBrief';
import { readAll } from '../../feed';

/** The briefs of a list, and the events that a sink gets which asks for those with an id by their briefs. */
function readByBriefs(format: EventFormat, text: string) {
  const briefs: RecordBrief[] = [];
  const records: EventRecord[] = [];
  const reader = format.openReader({ dateOrder: 'auto', messageTemplates: [] });
  reader.read(
    { text, base: 0, ended: true },
    {
      brief: (brief) => briefs.push(brief) > 0 && brief.eventId !== undefined,
      head: () => assert.fail('asked for the head as well'),
      record: (record) => void records.push(record),
      problem: () => undefined,
    },
  );
  return { briefs, records };
}

const ROWS = [
  'Error,3/14/2012 9:14:08 AM,Service Control Manager,7031,None,"The ""WDS"" service"',
  '"Error","3/14/2012 9:14:08 PM"," Some ""one"" ",3221232495,None,x',
  ' Warnung ,3/15/2012 9:14:08 AM,Some ""one"", 0 ,None,x',
  'Odd,3/15/2012 12:14:08 AM,,x,None,x',
];
const POWERSHELL = [
  '"Message","Id","LevelDisplayName","MachineName","ProviderName","TimeCreated"',
  '"a","512","Error"," PXE01 ","WDSServer","2012-03-14T09:14:08.5Z"',
  '"a","512","Error","","WDSServer","2012-03-14T10:14:08.25Z"',
];

describe('RowBriefs', () => {
  for (const [format, lines] of [
    [eventCsv, ROWS],
    [powershellCsv, POWERSHELL],
  ] as const) {
    it(`reads of ${format.id} what the heads have, and events only where they are asked for`, () => {
      const text = lines.join('\r\n');
      const whole = readAll(format, text);
      const { briefs, records } = readByBriefs(format, text);
      assert.deepEqual(briefs, whole.heads.map(briefOf));
      assert.deepEqual(
        records,
        whole.records.filter(({ eventId }) => eventId),
      );
    });
  }

  it('reads quotes, blanks, numbers of messages and halves of the day', () => {
    const { briefs } = readByBriefs(eventCsv, ROWS.join('\r\n'));
    const day = Date.UTC(2012, 2, 14);
    const hour = 3_600_000;
    const values = briefs.map(({ provider, eventId, level, timeCreated }) => [
      provider,
      eventId,
      level,
      (timeCreated?.milliseconds ?? NaN) - day - 14 * 60_000 - 8000,
    ]);
    assert.deepEqual(values, [
      ['Service Control Manager', 7031, 2, 9 * hour],
      ['Some "one"', 7023, 2, 21 * hour],
      ['Some ""one""', 0, 3, 33 * hour],
      ['', undefined, undefined, 24 * hour],
    ]);
  });
});
