import type { EventFormat, FormatId } from './format';
import { eventXml } from './eventXml';

/** Every format, in the order in which they are tried: the one whose shape is hardest to mistake comes first. */
export const formats: readonly EventFormat[] = [eventXml];

/** Units of the start of a source that are enough to tell its format. */
export const HEAD_LENGTH = 0x10000;

/** The format of the text that starts with `head`, by content alone; undefined when it is none of ours. */
export function detectFormat(head: string): EventFormat | undefined {
  return formats.find((format) => format.detect(head));
}

export function formatOf(id: FormatId): EventFormat | undefined {
  return formats.find((format) => format.id === id);
}
