import type { EventLabel } from '../../languages/index';
import type { EventDataItem } from '../../records/eventRecord';
import type { DateOrder } from '../../records/eventTime';
import type { Located, Span, TextWindow } from '../../text/span';
import type { TextLine } from '../copiedText/textLine';

/** What a line is to the events around it. */
export type LineKind =
  /** An event starts with it. */
  | 'start'
  /** It is no part of the event before it, and starts none: a heading between events. */
  | 'end'
  /** It belongs to the event that started before, unless a later line tells that the next one starts here. */
  | 'maybe'
  /** The next event started at the last line that was `maybe`, if there was one since the event before started; else here. */
  | 'startAbove'
  /** It belongs to the event that started before, if there is one. */
  | 'part';

/** The fields of an event as they are written. */
export interface BlockEvent {
  readonly fields: ReadonlyMap<EventLabel, Located<string>>;
  readonly recordId?: Located<string> | undefined;
  readonly eventData?: readonly EventDataItem[] | undefined;
  readonly binary?: Located<string> | undefined;
  /** Where a text was cut off by what wrote it. */
  readonly cut?: Span | undefined;
  /** The time of the event where it names no year, so that it can not be compared. */
  readonly yearless?: Span | undefined;
}

/**
 * One way to write an event over several lines, the first of which tells that it is one. A shape is asked about every line
 * once, in their order, and may remember what headings said.
 */
export interface BlockShape {
  /** What the line of the window is, of which the first unit stands at `at`; linear in the line's first units. */
  kindOf(window: TextWindow, line: TextLine, at: number): LineKind;
  /** The event whose lines these are, or undefined when they are none after all. */
  readEvent(block: TextWindow): BlockEvent | undefined;
  /** Called with each line of kind `end`, after the event before it was read. */
  heading?(window: TextWindow, line: TextLine): void;
  /** Set where columns count from the start of a line: blanks there are part of the event. */
  readonly isColumnar?: boolean;
  /** The headings under which events are read now; undefined where none tells anything of them. */
  readonly above?: string | undefined;
  /** Called when the source has ended. */
  reset?(): void;
  /** The order of day and month that the source states, or that the shape always has. */
  readonly statedOrder?: DateOrder | undefined;
}
