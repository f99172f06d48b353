import { type LogEntry, headOfEntry } from '../../records/logEntry';
import type { RecordBrief } from '../../records/recordBrief';
import type { RecordSink } from '../format';

/** Hands over an entry: its values first, and the whole entry to who asks for it. */
export function giveEntry(sink: RecordSink, brief: RecordBrief, whole: () => LogEntry): void {
  if (sink.brief) {
    if (sink.brief(brief)) sink.entry?.(whole());
    return;
  }
  const entry = whole();
  if (sink.head(headOfEntry(entry))) sink.entry?.(entry);
}
