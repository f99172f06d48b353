import assert from 'node:assert/strict';
import { eventText } from '../../../../../src/core/formats/copiedText';
import { readAll } from '../../../feed';
import { checkPlaces, lines, recordIn, recordsIn, summariesOf } from './check';

const HEADER = lines(
  'Log Name:      System',
  'Source:        Service Control Manager',
  'Date:          10/31/2023 8:50:51 PM',
  'Event ID:      7031',
  'Task Category: None',
  'Level:         Error',
  'Keywords:      Classic',
  'User:          N/A',
  'Computer:      pxe01.contoso.example',
  'Description:',
);
const MESSAGE = 'The Print Spooler service terminated unexpectedly.  It has done this 1 time(s).';
const SUMMARY = `Service Control Manager 7031, 2, 2023-10-31T20:50:51, pxe01.contoso.example: `;

describe('details that were copied as text', () => {
  it('gives each field with its place', () => {
    checkPlaces(
      lines(
        '«Log Name:      «System»',
        'Source:        «Service Control Manager»',
        'Date:          «10/31/2023 8:50:51 PM»',
        'Event ID:      «7031»',
        'Task Category: None',
        'Level:         «Error»',
        'User:          «CONTOSO\\admin»',
        'Computer:      «pxe01.contoso.example»',
        'Description:',
        '«The Print Spooler service terminated unexpectedly.»»',
        '',
      ),
      [
        (record) => record.span,
        (record) => record.channel,
        (record) => record.provider,
        (record) => record.timeCreated,
        (record) => record.eventId,
        (record) => record.level,
        (record) => record.userId,
        (record) => record.computer,
        (record) => record.message,
      ],
    );
  });

  it('reads one event after the other, with any line break', () => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const text = lines(HEADER, MESSAGE, '', HEADER, 'Something else.', '').replaceAll('\n', lineBreak);
      assert.deepEqual(summariesOf(recordsIn(text)), [SUMMARY + MESSAGE, `${SUMMARY}Something else.`]);
    }
  });

  it('reads events that follow each other without a blank line', () => {
    assert.equal(recordsIn(lines(HEADER, 'One.', HEADER, 'Two.')).length, 2);
  });

  it('keeps blank lines inside a description and drops those behind it', () => {
    assert.equal(
      recordIn(lines(HEADER, 'First.', ' ', '  Second: 0x5', '', '')).message?.value,
      'First.\n \n  Second: 0x5',
    );
  });

  it('reads labels in any case, indented or not, padded or not', () => {
    const text = lines('   SOURCE: Fabrikam', '   Event id:7', '   LEVEL:\tWarning', '   description: All gone.');
    assert.deepEqual(summariesOf(recordsIn(text)), ['Fabrikam 7, 3, -, -: All gone.']);
  });

  it('reads the short form of articles', () => {
    const text = lines(
      'Event Source: Fabrikam',
      'Event ID: 7',
      'Description:',
      'Gone.  ',
      '',
      ' Event Source:  Contoso',
      ' Event id:  8',
    );
    assert.deepEqual(summariesOf(recordsIn(text)), ['Fabrikam 7, -, -, -: Gone.', 'Contoso 8, -, -, -: -']);
  });

  it('reads date and time that stand on two lines, as older versions of Windows write them', () => {
    checkPlaces(
      lines(
        'Event Type: Error',
        'Event Source: Fabrikam',
        'Event ID: 7',
        'Date: «25.03.2009',
        'Time: 14:46:25»',
        'User: N/A',
      ),
      [(record) => record.timeCreated],
    );
  });

  it('reads labels with a blank line between each two, as some pages copy them', () => {
    assert.deepEqual(summariesOf(recordsIn(lines(HEADER.replaceAll('\n', '\n\n'), '', MESSAGE))), [SUMMARY + MESSAGE]);
  });

  it('leaves out what is not available or was replaced by a placeholder', () => {
    const text = lines('Source: Fabrikam', 'Date: <date>', 'Event ID: 7', 'User: N/A', 'Computer: <server>');
    const { timeCreated, computer, userId, message, level } = recordIn(text);
    assert.deepEqual(
      [timeCreated, computer, userId, message, level],
      [undefined, undefined, undefined, undefined, undefined],
    );
  });

  it('takes the low word of a whole message id', () => {
    const { eventId, qualifiers } = recordIn(lines('Event Source: Fabrikam', 'Event ID: 3221232503'));
    assert.deepEqual([eventId?.value, qualifiers], [7031, 49152]);
  });

  it('reports an id and a date that it cannot read, and keeps the rest', () => {
    const text = lines('Event Source: Fabrikam', 'Event ID: seven', 'Date: yesterday', 'Level: Error');
    const { records, problems } = readAll(eventText, text);
    assert.deepEqual(summariesOf(records), ['Fabrikam -, 2, -, -: -']);
    assert.deepEqual(
      problems.map(({ code, span, detail }) => [code, text.slice(span.start, span.end), detail]),
      [
        ['field-not-readable', 'yesterday', 'yesterday'],
        ['field-not-readable', 'seven', 'seven'],
      ],
    );
  });

  it('does not take other keys and prose for an event', () => {
    assert.deepEqual(recordsIn(lines('source: git', 'level: 3', 'date: today')), []);
    assert.deepEqual(recordsIn(lines('Event ID: 7', '', 'was what I saw.')), []);
    assert.deepEqual(recordsIn(lines('Note: Source: x', 'Level: y')), []);
  });
});

describe('the end of a description', () => {
  const messageBefore = (...rest: readonly string[]) =>
    recordsIn(lines(HEADER, 'Gone.', '', 'More.', ...rest))[0]?.message?.value;

  it('is the start of an event of another shape', () => {
    assert.equal(messageBefore('<Event xmlns="x"><System><EventID>1</EventID></System></Event>'), 'Gone.\n\nMore.');
    assert.equal(
      messageBefore('08.02.2021 14:46:25 Service Control Manager: The X service entered the running state.'),
      'Gone.\n\nMore.',
    );
    assert.equal(messageBefore('', 'The X service entered the running state.'), 'Gone.\n\nMore.');
    assert.equal(messageBefore('Event[1]:'), 'Gone.\n\nMore.');
  });

  it('is a heading for the events below it', () => {
    assert.equal(messageBefore('', 'Application Event Log:', '', 'Some prose.'), 'Gone.\n\nMore.');
  });

  it('is not a line that only looks like a label', () => {
    const text = lines(HEADER, 'Failed.', '', 'Subject:', 'User: x', 'Source: y', '', 'Level: z');
    assert.equal(recordIn(text).message?.value, 'Failed.\n\nSubject:\nUser: x\nSource: y\n\nLevel: z');
  });

  it('is the end of a known message when a blank line parts it from the prose behind it', () => {
    const text = lines(HEADER, MESSAGE, '', 'We restarted the server.', '', 'Nothing helped.');
    assert.equal(recordIn(text).message?.value, MESSAGE);
  });
});

describe('details with the same event in XML behind them', () => {
  const XML = lines(
    '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">',
    '  <System>',
    '    <Provider Name="Service Control Manager" Guid="{00000000-0000-0000-0000-000000000001}" />',
    '    <EventID Qualifiers="49152">7034</EventID>',
    '    <Level>3</Level>',
    '    <TimeCreated SystemTime="2023-11-01T00:50:51.500Z" />',
    '    <Computer>pxe01.contoso.example</Computer>',
    '  </System>',
    '  <EventData>',
    '    <Data Name="param1">Print Spooler</Data>',
    '  </EventData>',
    '</Event>',
  );

  it('are one event that has the values of the XML and the message of the text', () => {
    const record = recordIn(lines(HEADER, MESSAGE, 'Event Xml:', XML, '', 'Any idea?'));
    assert.deepEqual(summariesOf([record]), [
      `Service Control Manager 7034, 3, 2023-11-01T00:50:51.500Z, pxe01.contoso.example: ${MESSAGE}`,
    ]);
    assert.deepEqual(
      record.eventData.map(({ name, value }) => [name, value]),
      [['param1', 'Print Spooler']],
    );
    assert.equal(record.channel?.value, 'System');
  });

  it('show how far the local clock is from UTC', () => {
    const { localTime, timeCreated } = recordIn(lines(HEADER, MESSAGE, 'Event Xml:', XML));
    assert.deepEqual(localTime?.value, { milliseconds: Date.UTC(2023, 9, 31, 20, 50, 51), zone: 'unstated' });
    assert.deepEqual(timeCreated?.value, { milliseconds: Date.UTC(2023, 10, 1, 0, 50, 51, 500), zone: 'utc' });
  });

  it('have a span from the first label to the end of the XML', () => {
    checkPlaces(
      lines('Prose.', `«${HEADER.replace('7031', '7031')}`, `«${MESSAGE}»`, 'Event Xml:', '', `${XML}»`, 'Prose.'),
      [(record) => record.span, (record) => record.message],
    );
  });

  it('are read without the XML when none follows the label', () => {
    const text = lines(HEADER, MESSAGE, 'Event Xml:', '', '7031', '2');
    assert.deepEqual(summariesOf(recordsIn(text)), [SUMMARY + MESSAGE]);
  });

  it('keep what the XML lacks when it was cut off, and its data is not trusted', () => {
    const text = lines(HEADER, MESSAGE, 'Event Xml:', XML.slice(0, XML.indexOf('    <TimeCreated')), '');
    const { records, problems } = readAll(eventText, text);
    assert.deepEqual(summariesOf(records), [SUMMARY.replace('7031, 2', '7034, 3') + MESSAGE]);
    assert.deepEqual(records[0]?.eventData, []);
    assert.deepEqual(
      problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
      [['xml-cut-off', '<Event']],
    );
  });

  it('do not swallow the next event when the XML was cut off', () => {
    const text = lines(HEADER, MESSAGE, 'Event Xml:', XML.slice(0, 150), HEADER, MESSAGE, 'Event Xml:', XML);
    assert.equal(readAll(eventText, text).records.length, 2);
  });
});
