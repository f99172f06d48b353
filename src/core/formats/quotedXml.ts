import type { EventDataItem, EventRecord } from '../records/eventRecord';
import { type EscapedText, shiftsOf } from '../text/escapes';
import type { TextWindow } from '../text/span';
import type { RecordSink } from './format';
import { DOUBLED } from './quotedText';
import { WrappedReader } from './wrappedReader';

/** A tag, or a doubled quote in a text. */
const TAG_OR_DOUBLED = /<[A-Za-z/][^<>]*>|""/g;
/** A value of a tag in single quotes, or in doubled ones. */
const TAG_VALUE = /'[^']*'|""([^"]*)""/g;

/** Takes the place of the second quote of two in a text. It is no character, and none that XML may hold. */
const FILLER = '\uFFFF';
const FILLED = `"${FILLER}`;
const EACH_FILLED = /"\uFFFF/g;

/** Reads event XML that stands in a field of CSV with quotes. All places stay what they are. */
export class QuotedXmlReader extends WrappedReader {
  read(window: TextWindow, sink: RecordSink): number {
    return this.reader.read({ ...window, text: withSingleQuotes(window.text) }, undoubling(sink));
  }
}

/** A text of the same length with one quote for each doubled one: around values of tags a blank makes up for the other. */
function withSingleQuotes(text: string): string {
  return text.replace(TAG_OR_DOUBLED, (found) =>
    found === DOUBLED ? FILLED : found.includes(DOUBLED) ? found.replace(TAG_VALUE, valueOf) : found,
  );
}

function valueOf(value: string, inside?: string): string {
  return inside === undefined ? value.replaceAll(DOUBLED, FILLED) : ` "${inside}" `;
}

/** The sink for texts with fillers, which hands them on without. */
function undoubling(sink: RecordSink): RecordSink {
  return {
    head: (head) => sink.head(head),
    ...(sink.brief && { brief: (brief) => sink.brief?.(brief) === true }),
    record(record) {
      sink.record(unfilled(record));
    },
    problem(problem) {
      sink.problem(problem);
    },
  };
}

function unfilled(record: EventRecord): EventRecord {
  const { message, eventData } = record;
  return { ...record, ...(message && { message: unfilledText(message) }), eventData: eventData.map(unfilledItem) };
}

function unfilledText(text: EscapedText): EscapedText {
  const { value, span } = text;
  if (!value.includes(FILLED)) return text;
  // Where the text has entities as well, it is not known which of its units stand for more.
  const shifts = value.length === span.end - span.start ? shiftsOf(value, EACH_FILLED, () => '"') : undefined;
  return { value: value.replaceAll(FILLED, '"'), span, ...(shifts && { shifts }) };
}

function unfilledItem(item: EventDataItem): EventDataItem {
  return { ...item, value: item.value.replaceAll(FILLED, '"') };
}
