import type { EscapedText } from '../text/escapes';
import type { Located, Span } from '../text/span';
import type { EventTime } from './eventTime';

/** Event level of the event schema: 1 critical, 2 error, 3 warning, 4 information, 5 verbose; 0 is "log always". */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

/** One `<Data>` element or one insertion string (%1 is the first item). Empty items count, as they hold a place. */
export interface EventDataItem {
  /** `param1` of `<Data Name="param1">`. */
  readonly name?: string;
  /** Text with entities and quotes undone. */
  readonly value: string;
  /** The text between the tags, or the part of a message that stands for the insertion string. */
  readonly span: Span;
}

/** What every record says about itself before anyone asks for more; made for each record, so kept small. */
export interface RecordHead {
  /** The whole record: `<Event …>…</Event>`, or every line of a CSV record whose description spans several. */
  readonly span: Span;
  /** `Service Control Manager` of `<Provider Name="Service Control Manager">`; of a list export, the Source column. */
  readonly provider: Located<string>;
  /** Low word of the event id. Missing where the source has none (lines of a support dump). */
  readonly eventId?: Located<number>;
  readonly level?: Located<Level>;
  /** `2012-03-14T09:14:08Z` of `SystemTime="2012-03-14T09:14:08Z"`. */
  readonly timeCreated?: Located<EventTime>;
  readonly computer?: Located<string>;
}

/** One event as its source tells it. Fields that the source does not have are missing, never invented. */
export interface EventRecord extends RecordHead {
  /** Set when the id does not stand in the source but was inferred from provider and message. */
  readonly eventIdInferred?: true;
  /** High word of the message id: 49152 of `<EventID Qualifiers="49152">`. */
  readonly qualifiers?: number;
  /** The moment of `timeCreated` as the local clock of the export shows it, where the source has both. */
  readonly localTime?: Located<EventTime>;
  readonly recordId?: Located<number>;
  /** `System` of `<Channel>System</Channel>`. */
  readonly channel?: Located<string>;
  /** Security identifier or account name. */
  readonly userId?: Located<string>;
  /** `EventData/Data` in order, or the leaves of `UserData`; empty for exports that carry a message only. */
  readonly eventData: readonly EventDataItem[];
  /** Hex digits of `<Binary>5700…</Binary>`. */
  readonly binary?: Located<string>;
  /** Rendered message: `RenderingInfo/Message`, the description column, the text below `Description:`. */
  readonly message?: EscapedText;
}
