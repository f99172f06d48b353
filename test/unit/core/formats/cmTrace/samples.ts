import type { EventTime } from '../../../../../src/core/records/eventTime';
import { renderIso } from '../../../../../src/core/records/parseTime';
import type { Located } from '../../../../../src/core/text/span';

/** What a test says of an entry; the rest is filled in. */
export interface EntrySketch {
  readonly message: string;
  readonly time?: string;
  readonly date?: string;
  readonly component?: string;
  readonly type?: string;
  readonly thread?: string;
  readonly file?: string;
}

/** An entry as ConfigMgr writes it, without a line break. */
export function logLine({
  message,
  time = '11:45:37.549+300',
  date = '06-03-2019',
  component = 'SMSPXE',
  type = '1',
  thread = '6004',
  file = 'smspxe.cpp:137',
}: EntrySketch): string {
  return `<![LOG[${message}]LOG]!><time="${time}" date="${date}" component="${component}" context="" type="${type}" thread="${thread}" file="${file}">`;
}

/** In ISO 8601; `Z` only where it is UTC. */
export function isoOf(time: Located<EventTime> | undefined): string | undefined {
  return time && renderIso(time.value);
}

/** Entries of every form, several lines long, with a letter beyond ASCII and one beyond the BMP. */
export const MIXED = [
  logLine({ message: 'Störung 🙂' }),
  logLine({ message: '\n Operation: BootRequest (1)\n\n Magic Cookie: 63538263', type: '3' }),
  '',
  'Sending status message (MessageID = 500).  $$<SMS_HIERARCHY_MANAGER><07-15-2023 09:12:45.332+240><thread=4116 (0x1014)>',
  'first line',
  '  second line  $$<SMS_EXECUTIVE><07-15-2023 09:12:46.000+240><thread=4116 (0x1014)>',
  '[66C][Thu 09/04/2014 11:30:28]:CcmInstallPXE',
  '[66C][Thu 09/04/2014 11:30:29]:several',
  'lines',
  '============> Received from client:\tSMSPXE\t25/03/2024 15:24:02\t4736 (0x1280)',
  'not an entry',
  logLine({ message: 'last', time: '11:16:37.3093207', date: '3-12-2026' }),
  '',
].join('\n');
