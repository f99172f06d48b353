import type { EventDataItem, EventRecord } from '../../../src/core/records/eventRecord';
import type { Sample } from '../../../src/core/rules/rule';
import type { Located } from '../../../src/core/text/span';

const NOWHERE = { start: 0, end: 0 };

/** The record that a sample describes, as a reader would give it; its places mean nothing. */
export function sampleRecord({ provider, eventId, data = [], binary, message }: Sample): EventRecord {
  return {
    span: NOWHERE,
    provider: located(provider),
    ...(eventId !== undefined && { eventId: located(eventId) }),
    eventData: data.map((item): EventDataItem =>
      typeof item === 'string' ? located(item) : { ...item, span: NOWHERE },
    ),
    ...(binary !== undefined && { binary: located(binary) }),
    ...(message !== undefined && { message: located(message) }),
  };
}

function located<T>(value: T): Located<T> {
  return { value, span: NOWHERE };
}
