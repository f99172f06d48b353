import type { DateOrder } from '../../records/eventTime';
import { DEFAULT_BIAS_DIRECTION } from '../../records/logEntry';
import type { TextWindow } from '../../text/span';
import { skipWhiteSpace } from '../../text/whiteSpace';
import type { ReadSettings, RecordReader, RecordSink } from '../format';
import { LineEnds } from '../unitCursor';
import { LineEntries } from './lineEntries';
import { LogEntries, type WindowEntries } from './logEntries';

/**
 * Reads a CMTrace log of any form; forms may follow each other in one file. What stands between two entries of the form `log`
 * is read line by line, as the other forms are.
 */
export class CmTraceReader implements RecordReader {
  private readonly entries: LogEntries;
  private readonly lines: LineEntries;

  constructor({
    dateOrder,
    biasDirection = DEFAULT_BIAS_DIRECTION,
  }: Pick<ReadSettings, 'dateOrder' | 'biasDirection'>) {
    this.entries = new LogEntries(biasDirection);
    this.lines = new LineEntries({ dateOrder, biasDirection });
  }

  get dateOrder(): DateOrder | undefined {
    return this.lines.dateOrder;
  }

  read(window: TextWindow, sink: RecordSink): number {
    const entries = this.entries.in(window);
    const done = this.readWindow(window, entries, sink);
    entries.close();
    return done;
  }

  private readWindow(window: TextWindow, entries: WindowEntries, sink: RecordSink): number {
    const { text, ended } = window;
    const lineEnds = new LineEnds(text);
    let at = 0;
    while (at < text.length) {
      const behind = entries.pass(at);
      const start = entries.nextStart(behind);
      const from = skipWhiteSpace(text, behind, start);
      if (from < start) {
        const isComplete = start < text.length || ended;
        const done = this.lines.read({ window, lineEnds, from, to: start, isComplete }, sink);
        if (done < start) return done;
      }
      if (start === text.length) return start;
      const end = entries.read(start, sink);
      if (end === undefined) return start;
      at = end;
    }
    return at;
  }
}
