import type { EventFormat, FormatId } from './format';
import { formatBehindRest } from './behindRest';
import { formatBelowProse } from './belowProse';
import { cmTrace } from './cmTrace';
import { eventText } from './copiedText';
import { clixml } from './clixml';
import { detailsText } from './detailsText';
import { eventQueryList, eventQueryTable } from './eventQuery';
import { eventJson } from './eventJson';
import { eventXml, quotedEventXml } from './eventXml';
import { eventCsv, eventTxt } from './listExport';
import { fullEventLogText } from './fullEventLogText';
import { inHardBlanks, shareOfHardBlanks, withCommonBlanks } from './hardBlanks';
import { inMarkedText, marksOf, withoutMarks } from './markedText';
import { nt5List } from './nt5List';
import { nt5Text } from './nt5Text';
import { powershellCsv } from './powershellCsv';
import { powershellList } from './powershellList';
import { powershellTable } from './powershellTable';
import { psLogList } from './psLogList';
import { psLogListRows } from './psLogListRows';
import { registryFile, registryQuery } from './registryText';
import { formatInSmartQuotes } from './smartQuotes';
import { splunkText } from './splunkText';
import { vewText } from './vewText';
import { wevtutilText } from './wevtutilText';
import { wmicCsv } from './wmicCsv';
import { wmicList } from './wmicList';

/** Every format, in the order in which they are tried: the one whose shape is hardest to mistake comes first. */
export const formats: readonly EventFormat[] = [
  clixml,
  eventXml,
  quotedEventXml,
  cmTrace,
  eventJson,
  wmicCsv,
  powershellCsv,
  eventCsv,
  eventTxt,
  nt5List,
  psLogListRows,
  wevtutilText,
  vewText,
  fullEventLogText,
  psLogList,
  powershellList,
  powershellTable,
  wmicList,
  splunkText,
  eventQueryList,
  eventQueryTable,
  detailsText,
  nt5Text,
  eventText,
  registryFile,
  registryQuery,
];

/** Those of event logs: the columns of `reg query` would not be the same with blanks for marks. */
const eventFormats = formats.filter((format) => format !== registryFile && format !== registryQuery);

/** Those that start with the text. Readers of the others look for events at every line. */
const fromTheStart = [
  clixml,
  eventXml,
  quotedEventXml,
  eventJson,
  powershellCsv,
  eventCsv,
  eventTxt,
  nt5List,
  psLogListRows,
];

/** Units of the start of a source that are enough to tell its format. */
export const HEAD_LENGTH = 0x10000;

/** Where so many of the blanks are hard ones, they stand for all blanks; fewer may be what a language writes. */
const MOSTLY = 0.5;

/** The format of the text that starts with `head`, by content alone; undefined when it is none of ours. */
export function detectFormat(head: string): EventFormat | undefined {
  return formatInSmartQuotes(head, formatInAnyBlanks) ?? formatInAnyBlanks(head);
}

function formatInAnyBlanks(head: string): EventFormat | undefined {
  const share = shareOfHardBlanks(head);
  const format = share < MOSTLY ? formatAsWritten(head) : undefined;
  if (format || share === 0) return format;
  const inCommon = formatAsWritten(withCommonBlanks(head));
  return inCommon && inHardBlanks(inCommon);
}

function formatAsWritten(head: string): EventFormat | undefined {
  // The backslashes at the ends of its lines are its own.
  if (registryFile.detect(head)) return registryFile;
  const marks = marksOf(head);
  const inMarks = (format: EventFormat): EventFormat => (marks ? inMarkedText(format, marks) : format);
  const behindRest = formatBehindRest(formats, marks ? withoutMarks(head, marks) : head);
  if (behindRest) return inMarks(behindRest);
  const marked = marks && eventFormats.map(inMarks).find((format) => format.detect(head));
  return marked ?? formats.find((format) => format.detect(head)) ?? formatBelowProse(fromTheStart.map(inMarks), head);
}

export function formatOf(id: FormatId): EventFormat | undefined {
  return formats.find((format) => format.id === id);
}
