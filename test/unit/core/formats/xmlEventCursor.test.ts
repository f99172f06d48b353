import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EventXmlScanner } from '../../../../src/core/formats/eventXmlScanner';
import { type XmlEvent, XmlEventCursor } from '../../../../src/core/formats/xmlEventCursor';
import type { XmlMarks } from '../../../../src/core/formats/xmlMarks';

function eventsOf(text: string, prefix: string, marks?: XmlMarks): XmlEvent[] {
  const cursor = new XmlEventCursor(text, prefix, marks);
  const events: XmlEvent[] = [];
  for (let event = cursor.next(0); event; event = cursor.next(event.to)) events.push(event);
  return events;
}

/** The same, unit by unit and without any cleverness. */
function slowEventsOf(text: string, prefix: string): XmlEvent[] {
  const events: XmlEvent[] = [];
  let from: number | undefined;
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const isStart = rest.startsWith(`<${prefix}Event`) && /[\s>]/.test(rest.charAt(prefix.length + 6));
    const isEnd = rest.startsWith(`</${prefix}Event>`);
    if (isEnd && from !== undefined) events.push({ from, to: at + prefix.length + 8, isClosed: true });
    if (isStart && from !== undefined) events.push({ from, to: at, isClosed: false });
    if (isStart) from = at;
    else if (isEnd) from = undefined;
    const section = sectionLength(rest);
    if (section === Infinity) break;
    at += section ?? 1;
  }
  if (from !== undefined) events.push({ from, to: text.length, isClosed: false });
  return events;
}

function sectionLength(rest: string): number | undefined {
  const lengthTo = (end: string, from: number) => {
    const at = rest.indexOf(end, from);
    return at < 0 ? Infinity : at + end.length;
  };
  if (rest.startsWith('<![CDATA[')) return lengthTo(']]>', 0);
  if (rest.startsWith('<!--')) return lengthTo('-->', 4);
  return rest.startsWith('<!') ? 2 : undefined;
}

const parts = (prefix: string) =>
  fc.constantFrom(
    ...[`<${prefix}Event>`, `<${prefix}Event xmlns='x'>`, `<${prefix}Event\r\n a="b">`, `</${prefix}Event>`],
    ...[
      `<${prefix}EventID>7</${prefix}EventID>`,
      `<${prefix}EventData/>`,
      `</${prefix}Event`,
      `<${prefix}Event`,
      `<${prefix}Events>`,
    ],
    ...[
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<!DOCTYPE x>',
      '<',
      '>',
      '!',
      'E',
      'Event>',
      '/',
      ' ',
      '\n',
      'ü',
      '\u{1F600}',
      'text',
    ],
    ...['<Event >', '</Event>', '<ev:Event >', '</ev:Event>', '<xev:Event>'],
  );

describe('XmlEventCursor', () => {
  for (const prefix of ['', 'ev:', 'Event:']) {
    it(`finds the events that a search unit by unit finds, with the prefix "${prefix}"`, () => {
      fc.assert(
        fc.property(fc.array(parts(prefix), { maxLength: 40 }), (pieces) => {
          const text = pieces.join('');
          assert.deepEqual(eventsOf(text, prefix), slowEventsOf(text, prefix), text);
        }),
        { seed: 350, numRuns: 3000 },
      );
    });
  }

  it('finds the same events with the marks of a scanner', () => {
    const scanner = new EventXmlScanner();
    fc.assert(
      fc.property(fc.array(parts(''), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const marks = scanner.marksOf(text);
        assert.ok(marks);
        assert.deepEqual(eventsOf(text, '', marks), slowEventsOf(text, ''), text);
      }),
      { seed: 351, numRuns: 3000 },
    );
  });
});
