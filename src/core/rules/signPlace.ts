import type { EventRecord } from '../records/eventRecord';
import { type EscapedText, spanWithin } from '../text/escapes';
import type { Span } from '../text/span';
import { findCodes, parseCode } from './code';
import { codesOf } from './matchCondition';
import type { Condition, Sign } from './rule';

/**
 * Where the squiggle of a sign goes: the event id unless the sign says otherwise. What the record lacks is stood in for by
 * event id, message, whole record, in this order; an event id that was inferred stands nowhere, so it is passed over.
 */
export function signPlace(sign: Sign, record: EventRecord): Span {
  const eventId = record.eventIdInferred === true ? undefined : record.eventId?.span;
  const message = record.message?.span;
  const asked = askedPlace(sign, record, { eventId, message });
  return asked ?? eventId ?? message ?? record.span;
}

function askedPlace(
  sign: Sign,
  record: EventRecord,
  written: { readonly eventId: Span | undefined; readonly message: Span | undefined },
): Span | undefined {
  switch (sign.place ?? 'eventId') {
    case 'record':
      return record.span;
    case 'provider':
      return record.provider.span;
    case 'message':
      return written.message;
    case 'code':
      return codePlace(sign, record);
    case 'eventId':
      return written.eventId;
  }
}

/** The first of the codes that the sign asks for, in the insertion strings or else in the message. */
function codePlace(sign: Sign, record: EventRecord): Span | undefined {
  if (sign.condition === undefined) return undefined;
  const codes = codesOf(codeTexts(sign.condition));
  for (const item of record.eventData) {
    const place = codeIn(item, codes);
    if (place !== undefined) return place;
  }
  return record.message && codeIn(record.message, codes);
}

function codeTexts(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(codeTexts);
  if ('any' in condition) return condition.any.flatMap(codeTexts);
  if ('anyCode' in condition) return condition.anyCode;
  return 'code' in condition ? condition.code : [];
}

/** The place of the first of the codes in a text, or of the whole text that is one. */
function codeIn(text: EscapedText, codes: ReadonlySet<number>): Span | undefined {
  const { value, span } = text;
  const found = findCodes(value).find((code) => codes.has(code.value));
  if (found !== undefined) return spanWithin(text, found.start, found.end);
  const whole = parseCode(value);
  return whole !== undefined && codes.has(whole) ? span : undefined;
}
