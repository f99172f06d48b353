import type { EventDataItem, EventRecord } from '../records/eventRecord';
import { ERROR_BIT, type FoundCode, findCodes, parseCode } from './code';
import { computedOnce } from './computedOnce';
import { foldText, holdsWord } from './foldText';
import { readBinaryText } from './binaryText';
import type { Condition, InsertionKeys } from './rule';

/** What of a record a condition looks at; provider and event id were compared before. */
export type Evidence = Pick<EventRecord, 'eventData' | 'binary' | 'message'>;

type ValueCondition = Extract<Condition, { readonly value: InsertionKeys }>;

/** Whether the condition holds of the record. See {@link Condition} for what each kind means. */
export function matchCondition(condition: Condition, record: Evidence): boolean {
  if ('all' in condition) return condition.all.every((part) => matchCondition(part, record));
  if ('any' in condition) return condition.any.some((part) => matchCondition(part, record));
  if ('not' in condition) return !matchCondition(condition.not, record);
  if ('value' in condition) return matchValue(condition, record);
  if ('anyCode' in condition) return statesCode(record, codesOf(condition.anyCode));
  if ('noOtherCode' in condition) return !statesOtherCode(record, codesOf(condition.noOtherCode));
  if ('binaryText' in condition) return holdsBinaryText(record, condition.binaryText);
  return messageHolds(record, condition.messageContains);
}

/** The insertion string that the first fitting key names; undefined when the record has none of them. */
export function insertionString(record: Evidence, keys: InsertionKeys): EventDataItem | undefined {
  for (const key of keys) {
    const item =
      typeof key === 'number' ? record.eventData[key - 1] : record.eventData.find(({ name }) => isSame(name, key));
    if (item !== undefined) return item;
  }
  return undefined;
}

/** The codes of a condition as numbers. */
export const codesOf = computedOnce(
  (texts: readonly string[]): ReadonlySet<number> => new Set(texts.map(parseCode).filter((code) => code !== undefined)),
);

const foldedTexts = computedOnce((texts: readonly string[]) => texts.map(foldText));
const foldedMessage = computedOnce(({ message }: Evidence) => foldText(message?.value ?? ''));
const messageCodes = computedOnce(({ message }: Evidence) => findCodes(message?.value ?? ''));

function matchValue(condition: ValueCondition, record: Evidence): boolean {
  const item = insertionString(record, condition.value);
  if (item === undefined) return record.message !== undefined && matchMessage(condition, record);
  if ('code' in condition) return textStates(item.value, codesOf(condition.code));
  if ('isCode' in condition) return parseCode(item.value) !== undefined;
  const value = foldText(item.value);
  if ('oneOf' in condition) return foldedTexts(condition.oneOf).includes(value);
  return foldedTexts(condition.contains).some((text) => value.includes(text));
}

function matchMessage(condition: ValueCondition, record: Evidence): boolean {
  if ('code' in condition) return messageStates(record, codesOf(condition.code));
  if ('isCode' in condition) return messageCodes(record).some(({ value }) => value >= ERROR_BIT);
  const folded = foldedMessage(record);
  if ('oneOf' in condition) return foldedTexts(condition.oneOf).some((text) => holdsWord(folded, text));
  return foldedTexts(condition.contains).some((text) => folded.includes(text));
}

function statesCode(record: Evidence, codes: ReadonlySet<number>): boolean {
  return record.eventData.some(({ value }) => textStates(value, codes)) || messageStates(record, codes);
}

function messageStates(record: Evidence, codes: ReadonlySet<number>): boolean {
  return messageCodes(record).some(({ value }) => codes.has(value));
}

/** Whether an insertion string is one of the codes, or holds one in its text. */
function textStates(text: string, codes: ReadonlySet<number>): boolean {
  const whole = parseCode(text);
  return whole === undefined ? findCodes(text).some(({ value }) => codes.has(value)) : codes.has(whole);
}

function statesOtherCode(record: Evidence, codes: ReadonlySet<number>): boolean {
  const isOther = ({ value, certain }: FoundCode): boolean => certain && !codes.has(value);
  for (const { value } of record.eventData) {
    const whole = parseCode(value);
    if (whole === undefined ? findCodes(value).some(isOther) : !codes.has(whole)) return true;
  }
  return messageCodes(record).some(isOther);
}

function holdsBinaryText(record: Evidence, texts: readonly string[]): boolean {
  if (record.binary === undefined) return false;
  const text = readBinaryText(record.binary.value);
  return texts.some((expected) => isSame(text, expected));
}

function messageHolds(record: Evidence, texts: readonly string[]): boolean {
  const message = foldedMessage(record);
  return foldedTexts(texts).some((text) => message.includes(text));
}

function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
