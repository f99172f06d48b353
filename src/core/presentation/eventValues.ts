import type { EventRecord } from '../records/eventRecord';
import { findCodes, parseCode } from '../rules/code';
import type { CodeTable } from '../rules/rule';
import { renderCode, type CodeKind } from './codeText';
import { ordinal } from './names';
import { renderDuration } from './timeText';
import { cut, plain } from './visibleText';

/** What a sentence about an event is filled with; each is undefined when the record does not hold it. */
export interface EventValues {
  /** Insertion string %n on one line: by its name where the record has names, else by its number from 1. */
  text(number: number, name?: string): string | undefined;
  /** The same in quotes: `"Windows Deployment Services Server"`. */
  quoted(number: number): string | undefined;
  /** `2nd` of `2`. */
  ordinal(number: number): string | undefined;
  /** `120 s` of `120000`. */
  milliseconds(number: number): string | undefined;
  /** `0xC0000374 STATUS_HEAP_CORRUPTION` of `c0000374`. */
  code(number: number, kind: CodeKind, name?: string): string | undefined;
  /** The first error code of the event, wherever it stands. */
  anyCode(): string | undefined;
}

/** A value as a row of the tree can bear it. */
const LONGEST_VALUE = 160;

/** Gives the insertion strings of the record in the forms that sentences need. */
export function eventValues(record: EventRecord, codes: CodeTable): EventValues {
  const raw = (number: number, name?: string): string | undefined => {
    const named = name === undefined ? undefined : record.eventData.find((item) => item.name === name);
    const value = (named ?? record.eventData[number - 1])?.value;
    return value === undefined || value.trim() === '' ? undefined : value;
  };
  const text = (number: number, name?: string): string | undefined => {
    const value = raw(number, name);
    return value === undefined ? undefined : cut(plain(value), LONGEST_VALUE);
  };
  const integer = (number: number): number | undefined => {
    const value = raw(number)?.trim() ?? '';
    return /^\d{1,15}$/.test(value) ? Number(value) : undefined;
  };
  return {
    text,
    quoted: (number) => ifKnown(text(number), (value) => `"${value}"`),
    ordinal: (number) => ifKnown(integer(number), ordinal),
    milliseconds: (number) => ifKnown(integer(number), renderDuration),
    code: (number, kind, name) => {
      const value = raw(number, name);
      if (value === undefined) return undefined;
      const code = parseCode(value);
      return code === undefined ? text(number, name) : renderCode({ kind, value: code }, codes);
    },
    anyCode: () => ifKnown(firstCode(record), (value) => renderCode({ kind: 'any', value }, codes)),
  };
}

/** A sentence with gaps; undefined when a gap cannot be filled, so that no half sentence is shown. */
export function say(words: TemplateStringsArray, ...gaps: readonly (string | undefined)[]): string | undefined {
  if (gaps.includes(undefined)) return undefined;
  return words.map((word, index) => word + (gaps[index] ?? '')).join('');
}

function firstCode(record: EventRecord): number | undefined {
  const texts = [...record.eventData.map((item) => item.value), record.message?.value ?? ''];
  for (const text of texts) {
    const found = findCodes(text.slice(0, 4000)).find((code) => code.certain);
    if (found) return found.value;
  }
  return undefined;
}

function ifKnown<T>(value: T | undefined, render: (value: T) => string): string | undefined {
  return value === undefined ? undefined : render(value);
}
