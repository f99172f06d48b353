import type { Level } from '../../records/eventRecord';
import type { EventTime } from '../../records/eventTime';
import type { LogEntry, LogForm } from '../../records/logEntry';
import { type Located, type TextWindow, spanIn } from '../../text/span';
import type { Place, WrittenTime } from './writtenTime';

/** What an entry was read as, in places of the text of its window; empty places are values that are not there. */
export interface EntryParts {
  readonly form: LogForm;
  readonly whole: Place;
  readonly message: Place;
  readonly component?: Place | undefined;
  readonly context?: Place | undefined;
  readonly sourceFile?: Place | undefined;
  readonly type?: Place | undefined;
  readonly thread?: (Place & { readonly value: number }) | undefined;
  readonly level: Level | undefined;
  readonly isLevelGuessed: boolean;
  readonly time?: EntryTime | undefined;
}

/** The time of an entry, as written and as a moment. */
export interface EntryTime {
  readonly place: Place;
  readonly written: Pick<WrittenTime, 'local' | 'bias' | 'biasStart'>;
  readonly moment: EventTime;
}

/** The entry as a value with its places in the source. */
export function buildEntry(window: TextWindow, parts: EntryParts): LogEntry {
  const located = <T>(value: T, { start, end }: Place): Located<T> => ({ value, span: spanIn(window, start, end) });
  const text = (place: Place): Located<string> => located(window.text.slice(place.start, place.end), place);
  const { form, whole, message, component, context, sourceFile, type, thread, level, isLevelGuessed, time } = parts;
  return {
    span: spanIn(window, whole.start, whole.end),
    form,
    message: text(message),
    ...(isThere(component) && { component: text(component) }),
    ...(isThere(context) && { context: text(context) }),
    ...(isThere(thread) && { thread: located(thread.value, thread) }),
    ...(isThere(sourceFile) && { sourceFile: text(sourceFile) }),
    ...(isThere(type) && { type: text(type) }),
    ...(level !== undefined && { level: located(level, isThere(type) ? type : message) }),
    ...(level !== undefined && isLevelGuessed && { levelInferred: true as const }),
    ...(time && timesOf(time, located)),
  };
}

function isThere<T extends Place>(place: T | undefined): place is T {
  return place !== undefined && place.end > place.start;
}

function timesOf(
  { place, written, moment }: EntryTime,
  located: <T>(value: T, place: Place) => Located<T>,
): Pick<LogEntry, 'timeCreated' | 'localTime' | 'bias'> {
  const timeCreated = located(moment, place);
  if (written.bias === undefined) return { timeCreated };
  return {
    timeCreated,
    localTime: located<EventTime>({ milliseconds: written.local, zone: 'unstated' }, place),
    bias: located(written.bias, { start: written.biasStart, end: place.end }),
  };
}
