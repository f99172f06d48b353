import assert from 'node:assert/strict';
import { powershellList } from '../../../../src/core/formats/powershellList';
import { wmicList } from '../../../../src/core/formats/wmicList';
import { readAll } from '../../feed';

function listed(id: number): string {
  return `  TimeCreated  : 3/14/2012 9:14:0${id} AM\r\n  ProviderName : WDSServer\r\n  Id           : ${id}\r\n\r\n`;
}

function ofWmic(code: number): string {
  return `ComputerName=PXE01\r\r\nEventCode=${code}\r\r\nEventType=2\r\r\nSourceName=WDSServer\r\r\nTimeGenerated=20120314101408.500000+060\r\r\nType=Warning\r\r\n\r\r\n\r\r\n`;
}

describe('lists of properties', () => {
  it('go on behind an event whose first line is indented by less than the others', () => {
    const text = listed(1) + listed(2).slice(1) + listed(3);
    const { records, problems } = readAll(powershellList, text);
    assert.deepEqual([records.map(({ eventId }) => eventId?.value), problems], [[1, 2, 3], []]);
  });

  it('have what a property says that stands below the start of another one for a part of its value', () => {
    const text = `Id      : 1\r\nSource  : WDSServer\r\nTime    : 3/14/2012 9:14:01 AM\r\nMessage : It said\r\n          Id      : 2\r\n\r\nId      : 3\r\n`;
    const [first, ...others] = readAll(powershellList, text).records;
    assert.match(first?.message?.value ?? '', /^It said\s+Id {6}: 2$/);
    assert.deepEqual(
      others.map(({ eventId }) => eventId?.value),
      [3],
    );
  });

  it('of wmic have their events apart behind one in which a property comes twice', () => {
    const text = ofWmic(1).replace('EventType', 'Type') + ofWmic(2) + ofWmic(3);
    const { records, problems } = readAll(wmicList, text);
    assert.deepEqual(
      records.map(({ eventId, level }) => [eventId?.value, level?.value]),
      [
        [1, 2],
        [2, 3],
        [3, 3],
      ],
    );
    assert.deepEqual(
      problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
      [['text-not-understood', 'Type=Warning']],
    );
  });
});
