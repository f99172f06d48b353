import { isCodeText } from './code';
import {
  checkFilledList,
  checkInteger,
  checkObject,
  checkText,
  checkTexts,
  report,
  type Unchecked,
  type UncheckedObject,
} from './checkedJson';
import type { Condition, InsertionKeys } from './rule';

/** What the stand-in of a condition with errors is made of. */
const NOTHING: Condition = { any: [] };

const VALUE_TESTS = ['oneOf', 'contains', 'code', 'isCode'] as const;

/** How each kind of condition is read, by the field that names the kind. */
const KINDS = new Map<string, (fields: UncheckedObject) => Condition>([
  ['all', (fields) => ({ all: checkFilledList(fields.field('all'), loadCondition) })],
  ['any', (fields) => ({ any: checkFilledList(fields.field('any'), loadCondition) })],
  ['not', (fields) => ({ not: loadCondition(fields.field('not')) })],
  ['value', loadValueTest],
  ['anyCode', (fields) => ({ anyCode: checkCodes(fields.field('anyCode')) })],
  ['noOtherCode', (fields) => ({ noOtherCode: checkCodes(fields.field('noOtherCode')) })],
  ['binaryText', (fields) => ({ binaryText: checkTexts(fields.field('binaryText')) })],
  ['messageContains', (fields) => ({ messageContains: checkTexts(fields.field('messageContains')) })],
]);

/** A condition, which is an object with the field of exactly one kind. */
export function loadCondition(at: Unchecked): Condition {
  const fields = checkObject(at, [...KINDS.keys(), ...VALUE_TESTS]);
  const kinds = [...KINDS].filter(([name]) => fields.has(name));
  if (kinds.length !== 1) {
    report(at, `expected exactly one of ${[...KINDS.keys()].join(', ')}`);
    return NOTHING;
  }
  return kinds.map(([, load]) => load(fields))[0] ?? NOTHING;
}

function loadValueTest(fields: UncheckedObject): Condition {
  const value = checkFilledList(fields.field('value'), checkKey);
  const tests = VALUE_TESTS.filter((name) => fields.has(name));
  if (tests.length !== 1) report(fields.field('value'), `needs exactly one of ${VALUE_TESTS.join(', ')} beside it`);
  const [test] = tests;
  switch (test) {
    case 'oneOf':
      return { value, oneOf: checkTexts(fields.field('oneOf')) };
    case 'contains':
      return { value, contains: checkTexts(fields.field('contains')) };
    case 'code':
      return { value, code: checkCodes(fields.field('code')) };
    case 'isCode':
      if (fields.field('isCode').value !== true) report(fields.field('isCode'), 'expected true');
      return { value, isCode: true };
    default:
      return NOTHING;
  }
}

/** A name, or a number from 1 to 99, as `%1` to `%99` are all the insertion strings there can be. */
function checkKey(at: Unchecked): InsertionKeys[number] {
  return typeof at.value === 'number' ? checkInteger(at, 1, 99) : checkText(at);
}

function checkCodes(at: Unchecked): readonly string[] {
  return checkFilledList(at, (item) => {
    const text = checkText(item);
    if (text !== '' && !isCodeText(text)) report(item, 'expected a code such as 0xC0000374, in capitals');
    return text;
  });
}
