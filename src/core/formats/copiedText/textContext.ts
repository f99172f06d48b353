import { saysNoValue } from '../../languages/index';
import type { EventRecord } from '../../records/eventRecord';
import type { EventTime } from '../../records/eventTime';
import type { TemplateIndex } from '../../records/templateIndex';
import { type Located, type TextWindow, spanIn } from '../../text/span';
import type { Problem } from '../format';

/** What the readers of the single shapes share while they look at one window. */
export interface TextContext {
  readonly window: TextWindow;
  readonly templates: TemplateIndex;
  /** A written date and time; undefined when the text is none. */
  readonly readTime: (text: string) => EventTime | undefined;
}

/** What stands at a line: a record, or the start of one that the window cuts off. */
export type Reading = RecordRead | MoreNeeded;

export interface RecordRead {
  /** Missing when a record starts there that cannot be read; `problems` then says so. */
  readonly record?: EventRecord;
  readonly problems: readonly Problem[];
  /** Place in the window where reading goes on. */
  readonly next: number;
}

/** The window ends before the record does; what is before these places need not be searched again. */
export interface MoreNeeded {
  readonly searched: Searched;
}

/** How far the end of a record was looked for: in its description, then in the XML behind it. */
export interface Searched {
  readonly description?: number;
  readonly xml?: number;
}

/** A record longer than this ends there. Windows writes messages of at most 32 Ki and events of at most 64 Ki units. */
export const LONGEST_RECORD = 0x100000;

/** The text from `from` to `to` of the window. */
export function slice(window: TextWindow, from: number, to: number): Located<string> {
  return { value: window.text.slice(from, to), span: spanIn(window, from, to) };
}

/** Whether a field says that there is no value, or stands for one that was taken out: `N/A`, `Н/Д`, `-`, `<Date>`. */
export function isNoValue(value: string): boolean {
  return value === '' || value === '-' || saysNoValue(value) || isPlaceholder(value);
}

export function isPlaceholder(value: string): boolean {
  return value.startsWith('<') && value.endsWith('>');
}
