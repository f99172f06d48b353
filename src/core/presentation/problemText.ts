import { grouped } from './names';
import type { ProblemCode } from '../formats/format';
import type { RegProblemCode } from '../registry/index';
import type { LocatedProblem } from '../findings/finding';
import { regProblemText } from './regProblemText';
import { plain } from './visibleText';

type EventProblemCode = Exclude<ProblemCode, RegProblemCode>;

const WORDS: Readonly<Record<EventProblemCode, string>> = {
  'evt-not-supported':
    'Event logs of Windows 2003 and before (.evt) are not supported; convert the log on Windows: wevtutil epl old.evt new.evtx /lf:true',
  'xml-malformed': 'This event is not well-formed XML',
  'xml-cut-off': 'The end of this event is missing, as where a file was cut off; what there is of it was read',
  'xml-declares-entities': 'The file declares its own entities; they are not expanded',
  'json-damaged': 'The JSON is damaged here; reading goes on at the next event',
  'json-lines-broken':
    'Lines are broken inside texts, here and maybe elsewhere, as where a mail program broke them; a blank was read for each break',
  'row-too-short': 'This row has fewer fields than an event needs',
  'quote-not-closed': 'This quotation mark is never closed; the field was read up to the next event',
  'field-not-readable': 'This field could not be read; the rest of the event was',
  'letters-lost':
    'Letters were lost when this file was written, as its encoding lacks them: question marks stand in their place',
  'text-cut':
    'The table cuts its texts off, here and elsewhere; a source that may be cut is taken for the known one that starts so and has this message',
  'time-without-year': 'The times of this table name no year: the events are read without a time',
  'record-cut-off': 'The file ends inside this event',
  'record-start-missing':
    'The file starts in the middle of an event, as where the start of a log was cut off; what there is of it was left out',
  'record-too-long': 'This event is too long; it was left out',
  'text-not-understood': 'This text is no event; it was left out',
  'entry-start-missing': 'The start of this entry is missing, as where a log was rolled over; it was left out',
  'entry-not-closed': 'This entry is never closed; it was read up to the next one',
  'entry-cut-off': 'The file ends inside this entry',
  'entry-damaged': 'The end of this entry is damaged; what stands before the damage was read',
  'bias-not-readable': 'This is no bias from UTC; the time was read as local time',
  'value-left-out':
    'There are more values of keys that known issues are about than are kept of one file; this one was left out',
  'text-between-entries': 'This text is no log entry; it was left out',
  'text-between-events': 'From here to the next event or comment there is text that is no event; it was left out',
  'bytes-not-in-encoding':
    'Some characters could not be decoded and are shown as �: the file may be in another encoding, or they were lost before',
  'encoding-changes':
    'From here on the file is in another encoding, as where PowerShell added UTF-16 to it or another program bytes to UTF-16; all of it is read, but an editor shows a part garbled',
  'text-garbled':
    'From here on the text is in another encoding than what stands before it, which an editor cannot show; it was not read, but a scan of its folder reads all of the file',
  'file-header-missing': 'The header of the log is missing or damaged; its events were looked for behind it',
  'file-version-unknown': 'The log has a version that is not known',
  'file-header-checksum': "The checksum of the log's header is wrong",
  'file-dirty': 'The log was copied while Windows had it open; all of its events that were written are read',
  'file-full': 'The log was full; what came after its last event was not logged',
  'chunk-magic': 'This part of the log has a damaged header; the events found in it are read',
  'chunk-header-checksum': 'The checksum of the header of this part of the log is wrong',
  'chunk-records-checksum': 'The checksum of the events of this part of the log is wrong: some may be damaged',
  'chunk-cut-off': 'The log ends inside this part of it',
  'chunk-longer-than-header': 'There are events behind those that the header of this part knows of; they are read',
  'record-damaged': 'These bytes are no event; they were skipped',
  'event-damaged': 'This event is damaged; what stands before the damage is read',
  'template-missing': 'The form of this event is missing from the log; its values cannot be told apart',
  'name-missing': 'A name in this event is missing from the log',
  'value-damaged': 'A value of this event is damaged',
  'event-too-deep': 'This event is nested deeper than Windows writes; the inner part was left out',
  'event-too-large': 'This event asks for more than an event can hold; the rest of it was left out',
};

/** What could not be read, as a sentence with what the reader said about it. */
export function problemText(problem: Pick<LocatedProblem, 'code' | 'detail' | 'byteOffset'>): string {
  const { code } = problem;
  if (!isEventProblem(code)) return regProblemText({ ...problem, code, span: NOWHERE, effect: 'ignored' });
  const detail = plain(problem.detail ?? '');
  const place = problem.byteOffset === undefined ? '' : ` (at byte ${grouped(problem.byteOffset)})`;
  return `${WORDS[code]}${detail === '' ? '' : `: ${detail.replace(/\.$/, '')}`}${place}.`;
}

/** What is wrong with all places of a kind, without a full stop. */
export function problemSentence(code: ProblemCode): string {
  if (isEventProblem(code)) return WORDS[code];
  return regProblemText({ code, span: NOWHERE, effect: 'ignored' }).replace(/\.$/, '');
}

const NOWHERE = { start: 0, end: 0 };

function isEventProblem(code: ProblemCode): code is EventProblemCode {
  return code in WORDS;
}
