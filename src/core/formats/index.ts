import type { EventFormat, FormatId } from './format';
import { cmTrace } from './cmTrace';
import { eventText } from './copiedText';
import { clixml } from './clixml';
import { detailsText } from './detailsText';
import { eventJson } from './eventJson';
import { eventXml } from './eventXml';
import { eventCsv, eventTxt } from './listExport';
import { inMarkedText, marksOf } from './markedText';
import { nt5List } from './nt5List';
import { nt5Text } from './nt5Text';
import { powershellCsv } from './powershellCsv';
import { powershellList } from './powershellList';
import { psLogList } from './psLogList';
import { registryFile, registryQuery } from './registryText';
import { vewText } from './vewText';
import { wevtutilText } from './wevtutilText';

/** Every format, in the order in which they are tried: the one whose shape is hardest to mistake comes first. */
export const formats: readonly EventFormat[] = [
  clixml,
  eventXml,
  cmTrace,
  eventJson,
  powershellCsv,
  eventCsv,
  eventTxt,
  nt5List,
  wevtutilText,
  vewText,
  psLogList,
  powershellList,
  detailsText,
  nt5Text,
  eventText,
  registryFile,
  registryQuery,
];

/** Those of event logs: the columns of `reg query` would not be the same with blanks for marks. */
const eventFormats = formats.filter((format) => format !== registryFile && format !== registryQuery);

/** Units of the start of a source that are enough to tell its format. */
export const HEAD_LENGTH = 0x10000;

/** The format of the text that starts with `head`, by content alone; undefined when it is none of ours. */
export function detectFormat(head: string): EventFormat | undefined {
  // The backslashes at the ends of its lines are its own.
  if (registryFile.detect(head)) return registryFile;
  const marks = marksOf(head);
  const marked =
    marks && eventFormats.map((format) => inMarkedText(format, marks)).find((format) => format.detect(head));
  return marked ?? formats.find((format) => format.detect(head));
}

export function formatOf(id: FormatId): EventFormat | undefined {
  return formats.find((format) => format.id === id);
}
