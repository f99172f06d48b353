import type { EventFormat } from './format';
import { ReaderBelow } from './readerBelow';

/** The first of the formats whose text starts with the rest of a record, as where the start of a log was cut off. */
export function formatBehindRest(formats: readonly EventFormat[], head: string): EventFormat | undefined {
  for (const format of formats) {
    const end = format.restEnd?.(head);
    if (end !== undefined && format.detect(head.slice(end))) return behind(head.slice(0, end), format);
  }
  return undefined;
}

function behind(rest: string, format: EventFormat): EventFormat {
  return {
    id: format.id,
    prose: { length: rest.length, below: format },
    longestRecord: format.longestRecord,
    detect: (head) => head.startsWith(rest) && format.detect(head.slice(rest.length)),
    openReader: (settings) => new ReaderBelow(format.openReader(settings), rest, 'record-start-missing'),
  };
}
