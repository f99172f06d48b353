import {
  checkFilledList,
  checkForm,
  checkId,
  checkInteger,
  checkList,
  checkObject,
  checkString,
  checkText,
  report,
  type Unchecked,
} from './checkedJson';
import type { Sample } from './rule';

const LARGEST_EVENT_ID = 0xffff;

/** A low word of an event id. */
export function checkEventId(at: Unchecked): number {
  return checkInteger(at, 0, LARGEST_EVENT_ID);
}

/** A sample that must match: it names the signs it shows. */
export function loadMatchSample(at: Unchecked): Sample {
  const sample = loadSample(at);
  if (sample.signs === undefined) report(at, 'must name the signs that it shows');
  return sample;
}

/** A sample that must not match: it shows no sign. */
export function loadNoMatchSample(at: Unchecked): Sample {
  const sample = loadSample(at);
  if (sample.signs !== undefined) report(at, 'must not name signs');
  return sample;
}

function loadSample(at: Unchecked): Sample {
  const fields = checkObject(at, ['title', 'provider', 'eventId', 'data', 'binary', 'message', 'signs', 'alsoFires']);
  const eventId = fields.optional('eventId', checkEventId);
  const data = fields.optional('data', (list) => checkList(list, loadDataItem));
  const binary = fields.optional('binary', (text) =>
    checkForm(text, /^(?:[0-9A-F]{2})+$/, 'pairs of hex digits in capitals'),
  );
  const message = fields.optional('message', checkText);
  const signs = fields.optional('signs', (list) => checkFilledList(list, checkId));
  const alsoFires = fields.optional('alsoFires', (list) => checkFilledList(list, checkId));
  return {
    title: checkText(fields.field('title')),
    provider: checkText(fields.field('provider')),
    ...(eventId === undefined ? {} : { eventId }),
    ...(data === undefined ? {} : { data }),
    ...(binary === undefined ? {} : { binary }),
    ...(message === undefined ? {} : { message }),
    ...(signs === undefined ? {} : { signs }),
    ...(alsoFires === undefined ? {} : { alsoFires }),
  };
}

function loadDataItem(at: Unchecked): NonNullable<Sample['data']>[number] {
  if (typeof at.value === 'string') return at.value;
  const fields = checkObject(at, ['name', 'value']);
  return { name: checkText(fields.field('name')), value: checkString(fields.field('value')) };
}
