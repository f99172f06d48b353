import assert from 'node:assert/strict';
import type { MessageTemplate } from '../../../../src/core/records/messageTemplate';
import { extractInsertionStrings, withInsertionStrings } from '../../../../src/core/records/insertionStrings';
import { indexTemplates } from '../../../../src/core/records/templateIndex';
import { partsOf } from '../../../../src/core/records/templateParts';
import { event } from '../../builders';
import { marked } from '../../marked';

const RESTART = 'The %1 service ended.  It did so %2 time(s).  In %3 milliseconds: %5.';
const ENDED = 'The %1 service ended.  It did so %2 time(s).';
const FAULT = 'Failing program: %1, version: %2%nException: 0x%3%nModule path: %4%nReport: %5';
const PROVIDER = 'Cannot start provider %1 from %2. The server will  go on.%n%nError Information: %3';

/** The insertion strings that the marks of `message` enclose, with their spans; undefined when no template fits. */
function check(templates: readonly string[], message: string, expected = marked(message)): void {
  const located = { value: expected.text, span: { start: 100, end: 100 + expected.text.length } };
  const parts = templates.map((text) => partsOf({ provider: 'Contoso', eventId: 1, text }));
  const items = extractInsertionStrings(located, parts)?.filter(({ value }) => value !== '');
  assert.deepEqual(
    items,
    expected.spans.map(({ start, end }) => ({
      value: expected.text.slice(start, end),
      span: { start: 100 + start, end: 100 + end },
    })),
  );
}

/** The values only, for messages in which a span says nothing more. */
function valuesOf(template: string, message: string): readonly string[] | undefined {
  const located = { value: message, span: { start: 0, end: message.length } };
  return extractInsertionStrings(located, [partsOf({ provider: 'Contoso', eventId: 1, text: template })])?.map(
    ({ value }) => value,
  );
}

describe('extractInsertionStrings', () => {
  it('finds each insertion string with its exact place', () => {
    check(
      [RESTART],
      'The «Print Spooler» service ended.  It did so «2» time(s).  In «60000» milliseconds: «Restart it».',
    );
  });

  it('folds white space, so that copies from web pages match', () => {
    check(
      [RESTART],
      'The «Print  Spooler» service ended. It did so\r\n«2» time(s). In «60000» milliseconds: «Restart it».',
    );
  });

  it('ignores case', () => {
    check([RESTART], 'THE «X» SERVICE ENDED.  IT DID SO «2» TIME(S).  IN «5» MILLISECONDS: «RESTART».');
  });

  it('lets the final full stop be missing', () => {
    check([RESTART], 'The «X» service ended.  It did so «2» time(s).  In «5» milliseconds: «Restart»');
    check([ENDED], 'The «X» service ended.  It did so «2» time(s)');
  });

  it('keeps a full stop that belongs to the insertion string', () => {
    assert.deepEqual(valuesOf('The %1 service failed: %n%2', 'The X service failed: \r\nAccess is denied.'), [
      'X',
      'Access is denied.',
    ]);
  });

  it('holds the place of a number that the template does not use', () => {
    const values = valuesOf(RESTART, 'The X service ended. It did so 2 time(s). In 5 milliseconds: Restart.');
    assert.deepEqual(values, ['X', '2', '5', '', 'Restart']);
  });

  it('takes line breaks of the template for white space, or for nothing where a copy lost them', () => {
    const lines = [
      'Failing program: «a.exe», version: «1.0»',
      'Exception: 0x«c0000374»',
      'Module path: «C:\\a.dll»',
      'Report: «7»',
    ];
    for (const lineBreak of ['\r\n', '\n', ' ', '']) check([FAULT], lines.join(lineBreak));
  });

  it('lets 0x be missing where a copy has placeholders for the values', () => {
    check(
      [FAULT],
      'Failing program: «a.exe», version: «<version>»\nException: «<code>»\nModule path: «b»\nReport: «c»',
    );
  });

  it('reads a message up to where it was cut off', () => {
    check([FAULT], 'Failing program: «a.exe», version: «1.0»\nException: 0x«c0000374»\nModule path: «C:\\a.dll»');
    check([RESTART], 'The «X» service ended.  It did so «2» tim');
  });

  it('does not take the text behind a message that goes on differently for a value', () => {
    check([PROVIDER], 'Cannot start provider «A» from B. The machine was unplugged.\nNobody knows why.');
  });

  it('ends a last insertion string with its line', () => {
    check(
      [PROVIDER],
      'Cannot start provider «A» from «B». The server will go on.\n\nError Information: «0x5»\nThank you.',
    );
  });

  it('takes no blank line into an insertion string', () => {
    check([FAULT], 'Failing program: «a.exe», version: «1.0»\n\nMore text.\nException: 0x5\nModule path: x\nReport: y');
  });

  it('leaves an insertion string empty that the message left out', () => {
    assert.deepEqual(valuesOf(FAULT, 'Failing program: a, version: \nException: 0x\nModule path: \nReport: '), [
      'a',
      '',
      '',
      '',
      '',
    ]);
  });

  it('chooses the template that fits whole before one that fits the start only', () => {
    check([RESTART, ENDED], 'The «X» service ended.  It did so «2» time(s).');
    check([ENDED, RESTART], 'The «X» service ended.  It did so «2» time(s).  In «5» milliseconds: «Restart».');
  });

  it('knows no insertion strings in another message', () => {
    assert.equal(valuesOf(ENDED, 'The disk is full.'), undefined);
    assert.equal(valuesOf(ENDED, ''), undefined);
  });

  it('gives the whole span of a message whose value differs from its source', () => {
    const located = { value: 'The X service ended.  It did so 2 time(s).', span: { start: 10, end: 99 } };
    const items = extractInsertionStrings(located, [partsOf({ provider: 'Contoso', eventId: 1, text: ENDED })]);
    assert.deepEqual(items, [
      { value: 'X', span: { start: 10, end: 99 } },
      { value: '2', span: { start: 10, end: 99 } },
    ]);
  });
});

describe('withInsertionStrings', () => {
  const templates: readonly MessageTemplate[] = [
    { provider: 'Contoso Agent', eventId: 7, text: ENDED },
    { provider: 'Contoso Agent', eventId: 8, text: 'The %1 service started.' },
    { provider: 'Contoso Agent', eventId: null, text: 'The %1 service rests.' },
  ];
  const index = indexTemplates(templates, new Map([['contoso-agent', 'Contoso Agent']]));
  const message = 'The X service ended.  It did so 2 time(s).';
  const valuesIn = (sketch: Parameters<typeof event>[0]) =>
    withInsertionStrings(event(sketch), index).eventData.map(({ value }) => value);

  it('fills the event data of a record that has a message only', () => {
    assert.deepEqual(valuesIn({ provider: 'contoso AGENT', id: 7, message }), ['X', '2']);
  });

  it('knows other names of a provider', () => {
    assert.deepEqual(valuesIn({ provider: 'Contoso-Agent', id: 7, message }), ['X', '2']);
  });

  it('uses a template without id for any id, and every template for a record without', () => {
    assert.deepEqual(valuesIn({ provider: 'Contoso Agent', id: 99, message: 'The X service rests.' }), ['X']);
    assert.deepEqual(valuesIn({ provider: 'Contoso Agent', message }), ['X', '2']);
  });

  it('leaves other records as they are', () => {
    const withData = event({ provider: 'Contoso Agent', id: 7, message, data: ['Y'] });
    assert.equal(withInsertionStrings(withData, index), withData);
    assert.deepEqual(valuesIn({ provider: 'Contoso Agent', id: 8, message }), []);
    assert.deepEqual(valuesIn({ provider: 'Fabrikam', id: 7, message }), []);
    assert.deepEqual(valuesIn({ provider: 'Contoso Agent', id: 7 }), []);
  });
});
