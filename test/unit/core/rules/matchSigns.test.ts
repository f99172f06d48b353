import { strict as assert } from 'node:assert';
import type { EventRecord } from '../../../../src/core/records/eventRecord';
import { matchSigns } from '../../../../src/core/rules/matchSigns';
import type { Rule, Sign } from '../../../../src/core/rules/rule';
import type { Span } from '../../../../src/core/text/span';
import { marked } from '../../marked';
import { ruleSketch } from './ruleSketch';

const aliases = new Map([['older name', 'Service Control Manager']]);

const SIGN: Sign = {
  id: 'sign',
  title: 'Sign',
  source: 'System',
  severity: 'error',
  providers: ['Service Control Manager'],
  eventIds: [7031],
  meaning: 'A sign.',
};

function rule(...signs: readonly Partial<Sign>[]): Rule {
  return ruleSketch({ signs: signs.map((sign, index) => ({ ...SIGN, id: `sign-${index}`, ...sign })) });
}

/** A record whose fields are marked in order: provider, event id, insertion string, message. */
function record(source: string): { readonly record: EventRecord; readonly text: string } {
  const { text, spans } = marked(source);
  const field = (span: Span | undefined) => ({
    value: text.slice(span?.start, span?.end),
    span: span ?? { start: 0, end: 0 },
  });
  const [provider, eventId, data, message] = spans.map(field);
  return {
    text,
    record: {
      span: { start: 0, end: text.length },
      provider: provider ?? field(undefined),
      ...(eventId && { eventId: { ...eventId, value: Number(eventId.value) } }),
      eventData: data ? [data] : [],
      ...(message && { message }),
    },
  };
}

const WHOLE = record('<«Service Control Manager» «7031» «error 0xC1030104» «Message of 0xC1030104»>');

/** What the sign underlines in the record. */
function underlined(place: Partial<Sign>, changes: Partial<EventRecord> = {}): string[] {
  const found = matchSigns({ ...WHOLE.record, ...changes }, rule(place), aliases);
  return found.map((sign) => WHOLE.text.slice(sign.place.start, sign.place.end));
}

describe('matchSigns', () => {
  it('compares provider and event id', () => {
    const ids = (changes: Partial<EventRecord>, ...signs: readonly Partial<Sign>[]): string[] =>
      matchSigns({ ...WHOLE.record, ...changes }, rule(...signs), aliases).map(({ sign }) => sign.id);
    const span = { start: 0, end: 1 };
    assert.deepEqual(ids({}, {}, { eventIds: [1, 7031] }, { eventIds: [7034] }, { providers: ['P'] }), [
      'sign-0',
      'sign-1',
    ]);
    assert.deepEqual(ids({ provider: { value: 'SERVICE control manager ', span } }, {}), ['sign-0']);
    assert.deepEqual(ids({ provider: { value: 'Older Name', span } }, {}), ['sign-0']);
    assert.deepEqual(ids({ provider: { value: 'Another', span } }, {}), []);
    assert.deepEqual(ids({}, { providers: ['older name'] }), ['sign-0']);
    assert.deepEqual(ids({}, { providers: [], source: 'pxe' }), []);
  });

  it('asks for an event id where the sign names ids', () => {
    const { eventId, ...rest } = WHOLE.record;
    assert.ok(eventId);
    assert.deepEqual(matchSigns(rest, rule({}), aliases), []);
    assert.equal(matchSigns({ ...rest, eventId, eventIdInferred: true }, rule({}), aliases).length, 1);
  });

  it('finds signs without ids by their condition', () => {
    const { eventIds, ...sign } = SIGN;
    assert.ok(eventIds);
    const { eventId, ...rest } = WHOLE.record;
    assert.ok(eventId);
    const withCode: Sign = { ...sign, condition: { anyCode: ['0xC1030104'] } };
    const otherCode: Sign = { ...sign, condition: { anyCode: ['0x5'] } };
    assert.equal(matchSigns(rest, { ...rule(), signs: [withCode, otherCode] }, aliases).length, 1);
  });
});

describe('the place of a sign', () => {
  it('is the event id unless the sign says otherwise', () => {
    assert.deepEqual(underlined({}), ['7031']);
    assert.deepEqual(underlined({ place: 'eventId' }), ['7031']);
    assert.deepEqual(underlined({ place: 'provider' }), ['Service Control Manager']);
    assert.deepEqual(underlined({ place: 'message' }), ['Message of 0xC1030104']);
    assert.deepEqual(underlined({ place: 'record' }), [WHOLE.text]);
  });

  it('is the code itself where the sign asks for one', () => {
    const condition = { anyCode: ['0xC1030104'] };
    assert.deepEqual(underlined({ place: 'code', condition }), ['0xC1030104']);
    const [inData] = matchSigns(WHOLE.record, rule({ place: 'code', condition }), aliases);
    assert.equal(inData?.place.start, WHOLE.text.indexOf('0xC1030104'));
    const [inMessage] = matchSigns({ ...WHOLE.record, eventData: [] }, rule({ place: 'code', condition }), aliases);
    assert.equal(inMessage?.place.start, WHOLE.text.lastIndexOf('0xC1030104'));
  });

  it('is the whole field where escapes were undone, as the exact place is not known', () => {
    const message = { value: 'Message of 0xC1030104', span: { start: 1, end: 24 } };
    const condition = { any: [{ anyCode: ['0xC1030104'] }] };
    const changes = { eventData: [], message };
    assert.deepEqual(underlined({ place: 'code', condition }, changes), [WHOLE.text.slice(1, 24)]);
  });

  it('is the next best field where the asked one is missing', () => {
    const { message, ...rest } = WHOLE.record;
    assert.ok(message);
    const [sign] = matchSigns(rest, rule({ place: 'message' }), aliases);
    assert.deepEqual(sign?.place, WHOLE.record.eventId?.span);
    assert.deepEqual(underlined({ place: 'code' }), ['7031']);
  });

  it('is the message, or else the record, where the event id was inferred', () => {
    assert.deepEqual(underlined({}, { eventIdInferred: true }), ['Message of 0xC1030104']);
    const { message, ...rest } = WHOLE.record;
    assert.ok(message);
    const [sign] = matchSigns({ ...rest, eventIdInferred: true }, rule({}), aliases);
    assert.deepEqual(sign?.place, WHOLE.record.span);
  });
});
