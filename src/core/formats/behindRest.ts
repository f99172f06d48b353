import type { EventFormat } from './format';
import { formatBelow } from './readerBelow';

/** The first of the formats whose text starts with the rest of a record, as where the start of a log was cut off. */
export function formatBehindRest(formats: readonly EventFormat[], head: string): EventFormat | undefined {
  for (const format of formats) {
    const end = format.restEnd?.(head);
    if (end !== undefined && format.detect(head.slice(end)))
      return formatBelow(head.slice(0, end), format, { problem: 'record-start-missing' });
  }
  return undefined;
}
