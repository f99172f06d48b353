import type { Located, Span } from '../text/span';
import type { Level, RecordHead } from './eventRecord';
import type { EventTime } from './eventTime';

/**
 * How an entry is written down.
 *
 * | form       | looks like | written by |
 * |------------|------------|------------|
 * | `log`      | `<![LOG[text]LOG]!><time="11:45:37.549+300" date="06-03-2019" …>` | ConfigMgr clients and roles, MDT, Intune |
 * | `server`   | `text  $$<SMS_EXECUTIVE><07-15-2023 09:12:45.332+240><thread=4116 (0x1014)>` | components of a site server |
 * | `provider` | `[66C][Thu 09/04/2014 11:30:28]:text` | smsdpprov.log |
 * | `copied`   | text, component, local date and time, thread, separated by tabs | copies out of a CMTrace window |
 */
export type LogForm = 'log' | 'server' | 'provider' | 'copied';

/** Which way the bias of a log counts: minutes west of UTC, as Windows has it, or minutes east of UTC, as ISO 8601 has it. */
export type BiasDirection = 'west' | 'east';

/** Sources disagree about the direction; real logs of known zones count west. */
export const DEFAULT_BIAS_DIRECTION = 'west' satisfies BiasDirection;

/** One entry of a CMTrace log. Fields that the entry does not have are missing, never invented. */
export interface LogEntry {
  /** The whole entry, from its first to its last unit. */
  readonly span: Span;
  readonly form: LogForm;
  /** As written, with its line breaks. */
  readonly message: Located<string>;
  /** `SMSPXE` of `component="SMSPXE"`. */
  readonly component?: Located<string>;
  readonly context?: Located<string>;
  /** Id of the thread: 6004 of `thread="6004"`, 1644 of `[66C]`. */
  readonly thread?: Located<number>;
  /** `smspxe.cpp:137` of `file="smspxe.cpp:137"`. */
  readonly sourceFile?: Located<string>;
  /** As written: `1` of `type="1"`. */
  readonly type?: Located<string>;
  /** Error of type 3, warning of type 2, information of type 1; of other types it is missing. */
  readonly level?: Located<Level>;
  /** Set when the entry states no type and the level was guessed from words of the message. */
  readonly levelInferred?: true;
  /** In UTC where the entry states its bias, else local time. */
  readonly timeCreated?: Located<EventTime>;
  /** The same moment as the clock of the computer showed it, where the entry has both. */
  readonly localTime?: Located<EventTime>;
  /** Minutes, as written: 300 of `time="11:45:37.549+300"`. */
  readonly bias?: Located<number>;
}

/** What the entry has in common with an event: the component takes the place of the provider. */
export function headOfEntry({ span, component, level, timeCreated }: LogEntry): RecordHead {
  return {
    span,
    provider: component ?? { value: '', span: { start: span.start, end: span.start } },
    ...(level && { level }),
    ...(timeCreated && { timeCreated }),
  };
}
