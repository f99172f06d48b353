import assert from 'node:assert/strict';
import { eventText } from '../../../../../src/core/formats/copiedText';
import { readAll, spansIn } from '../../../feed';
import { checkPlaces, lines, recordsIn, summariesOf } from './check';

const SYSTEM = lines(
  '<System>',
  '  <Provider Name="Fabrikam" />',
  '  <EventID>7</EventID>',
  '  <Level>2</Level>',
  '  <TimeCreated SystemTime="2023-11-01T00:50:51Z" />',
  '</System>',
  '<EventData><Data>a</Data></EventData>',
);

describe('XML between other text', () => {
  it('is read where it stands', () => {
    checkPlaces(lines('Here it is:', '«<Event xmlns="x">', SYSTEM.replace('7', '«7»'), '</Event>»', '', 'Any idea?'), [
      (record) => record.span,
      (record) => record.eventId,
    ]);
  });

  it('may have the marks of a browser before its tags', () => {
    const text = lines('Here:', `- <Event xmlns="x">`, `- ${SYSTEM}`, '  </Event>', 'Bye.');
    assert.deepEqual(summariesOf(recordsIn(text)), ['Fabrikam 7, 2, 2023-11-01T00:50:51Z, -: -']);
  });

  it('is read without the first tag, which people miss when they copy', () => {
    checkPlaces(lines('  «' + SYSTEM.replace('7', '«7»').replace('>a<', '>«a»<'), '</Event>»', '', 'Bye.'), [
      (record) => record.span,
      (record) => record.eventId,
      (record) => record.eventData[0],
    ]);
  });

  it('has every place inside itself when the first tag and the provider are missing', () => {
    for (const text of ['<System><EventID"">', '<System><EventID>7</EventID>', '<System><Provider>']) {
      const { records, problems } = readAll(eventText, text);
      assert.equal(records.length, 1);
      for (const { start, end } of spansIn([records, problems])) assert.ok(start >= 0 && end <= text.length, text);
    }
  });

  it('is read with the one behind it on the same line', () => {
    const event = `<Event>${SYSTEM.replaceAll('\n', '')}</Event>`;
    assert.equal(recordsIn(`Two: \n${event}${event}`).length, 2);
  });

  it('is reported where it was cut off, and the next event is read', () => {
    const text = lines('<Event>', SYSTEM, '<Event>', SYSTEM, '</Event>', '<Event>', SYSTEM);
    const { records, problems } = readAll(eventText, text);
    assert.equal(records.length, 3);
    assert.deepEqual(
      problems.map(({ code, span }) => [code, span.start]),
      [
        ['xml-cut-off', 0],
        ['xml-cut-off', text.lastIndexOf('<Event>')],
      ],
    );
  });

  it('of another kind is prose', () => {
    assert.deepEqual(recordsIn(lines('<Event name="click">', '  <Handler/>', '</Event>', '<System>', 'x')), []);
  });
});
