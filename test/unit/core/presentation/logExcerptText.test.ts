import assert from 'node:assert/strict';
import { type LaidOutEvent, layOutEvent } from '../../../../src/core/findings/logExcerpt';
import { detectFormat } from '../../../../src/core/formats/index';
import { renderLogExcerpt, shownEventsText } from '../../../../src/core/presentation/logExcerptText';

function event(ordinal: number): LaidOutEvent {
  const text = `<Event><System><Provider Name="A"/><EventID>${ordinal}</EventID></System></Event>`;
  return layOutEvent({ ordinal, start: { line: ordinal, column: 0 }, text }, 'xml');
}

const log = {
  path: '/logs/System.evtx',
  source: { content: 'xml', preamble: '' },
  eventCount: 134_523,
  signEventCount: 12,
  isAroundFindings: false,
} as const;

describe('renderLogExcerpt', () => {
  it('says first what is shown and what was searched', () => {
    const { text } = renderLogExcerpt({ ...log, events: [event(12_000), event(12_001)] });
    assert.deepEqual(text.split('\n').slice(1, 3), [
      '<!-- System.evtx: events 12,001 to 12,002 of 134,523 -->',
      '<!-- 12 of the 134,523 events of the log show signs of known issues -->',
    ]);
  });

  it('marks the gaps between events', () => {
    const { text, events } = renderLogExcerpt({ ...log, events: [event(3), event(9)], isAroundFindings: true });
    assert.match(text, /<Events>\n<!-- 3 events not shown -->\n<Event>/);
    assert.match(text, /<\/Event>\n<!-- 5 events not shown -->\n<Event>/);
    assert.match(text, /<\/Event>\n<!-- 134,513 events not shown -->\n<\/Events>/);
    assert.deepEqual(
      events.map(({ ordinal }) => ordinal),
      [3, 9],
    );
  });

  it('is text that our own reader takes for an export, whatever the file is called', () => {
    const path = '/logs/a--><Event><!--é.evtx';
    const { text } = renderLogExcerpt({ ...log, path, events: [event(0)] });
    assert.equal(detectFormat(text)?.id, 'event-xml');
    assert.equal(text.split('-->').length, 3);
  });

  it('starts a list with the names of its columns', () => {
    const source = { content: 'text', preamble: 'Level,Source\r\n' } as const;
    const row = layOutEvent({ ordinal: 7, start: { line: 8, column: 0 }, text: 'Error,"a\r\nb"' }, 'text');
    assert.equal(renderLogExcerpt({ ...log, source, events: [row] }).text, 'Level,Source\nError,"a\nb"\n');
  });
});

describe('shownEventsText', () => {
  it('tells a whole log, a page, a choice and nothing apart', () => {
    const shown = (input: Partial<Parameters<typeof shownEventsText>[0]>): string =>
      shownEventsText({ ...log, events: [event(0), event(1)], ...input });
    assert.equal(shown({ eventCount: 2 }), 'All 2 events');
    assert.equal(shown({}), 'Events 1 to 2 of 134,523');
    assert.equal(
      shown({ isAroundFindings: true }),
      'Events that show signs, with their neighbours: 2 of 134,523 events',
    );
    assert.equal(shown({ events: [] }), 'No events');
  });
});
