import type { Confidence } from '../cases/incident';
import type { FormatId } from '../formats/format';
import type { Level } from '../records/eventRecord';
import type { EvidenceSource, Severity } from '../rules/rule';
import { plain } from './visibleText';

const FORMATS: Readonly<Record<FormatId, string>> = {
  'event-xml': 'Event XML',
  'event-json': 'events as JSON',
  clixml: 'PowerShell Export-Clixml',
  'powershell-csv': 'CSV of event properties, as of Export-Csv',
  'event-csv': 'Event Viewer CSV',
  'event-txt': 'Event Viewer text, tab-separated',
  'event-text': 'copied event text',
  'wevtutil-text': 'wevtutil text',
  'powershell-list': 'PowerShell Format-List',
  'powershell-table': 'PowerShell table',
  'wmic-list': 'wmic list',
  'wmic-csv': 'wmic CSV',
  'splunk-text': 'Splunk events',
  'eventquery-list': 'eventquery.vbs list',
  'eventquery-table': 'eventquery.vbs table',
  'nt5-list': 'list of Windows 2003 and before',
  'nt5-text': 'copied event text of Windows 2003 and before',
  'vew-text': "VEW (Vino's Event Viewer) text",
  'full-event-log-text': 'FullEventLogView text',
  psloglist: 'PsLogList text',
  'psloglist-list': 'PsLogList, an event a line',
  'details-text': 'Details tab, friendly view',
  cmtrace: 'CMTrace log',
  evtx: 'event log (.evtx)',
  evt: 'event log of Windows 2003 or before (.evt)',
  reg: 'registry file (.reg)',
  'reg-query': 'output of reg query',
};

const LEVELS: Readonly<Record<Level, string>> = {
  0: 'Log always',
  1: 'Critical',
  2: 'Error',
  3: 'Warning',
  4: 'Information',
  5: 'Verbose',
};

const SYMBOLS: Readonly<Record<Severity, string>> = { error: '✖', warning: '⚠', information: 'ℹ' };

const CONFIDENCES: Readonly<Record<Confidence, string>> = {
  possible: 'Some of its signs were seen; they are not enough to tell it from other causes.',
  matches: 'The signs that tell it from other causes were seen. The cause itself was not observed.',
  confirmed: 'The signs and the cause itself were seen.',
};

const PLACES: Readonly<Record<EvidenceSource, string>> = {
  System: 'the System log',
  Application: 'the Application log',
  pxe: 'smspxe.log or a packet capture',
};

/** The format as a person calls it. */
export function formatName(format: FormatId | undefined): string {
  return format ? FORMATS[format] : 'not an event log';
}

/** What Event Viewer calls the level. */
export function levelName(level: Level): string {
  return LEVELS[level];
}

/** Stands before the words, never in place of them. */
export function severitySymbol(severity: Severity): string {
  return SYMBOLS[severity];
}

/** What the word for a confidence claims, in one sentence or two. */
export function confidenceMeaning(confidence: Confidence): string {
  return CONFIDENCES[confidence];
}

/** Where a sign would be seen: `the System log`. */
export function evidencePlace(source: EvidenceSource): string {
  return PLACES[source];
}

/** `1,204,311` of a count. What the host knows of languages would do as well, but takes longer to load than all the rest. */
export function grouped(number: number): string {
  const digits = String(number);
  const parts: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) parts.unshift(digits.slice(Math.max(end - 3, 0), end));
  return parts.join(',');
}

/** `1 event`, `600 events`, `1,204,311 events`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${grouped(number)} ${number === 1 ? singular : plural}`;
}

/** `600 events`; the records of a CMTrace log are entries. */
export function recordCountText(format: FormatId | undefined, number: number): string {
  return format === 'cmtrace' ? count(number, 'entry', 'entries') : count(number, 'event');
}

/** 1st, 2nd, 3rd, 11th. */
export function ordinal(number: number): string {
  const tens = number % 100;
  const suffixes = ['th', 'st', 'nd', 'rd'];
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (suffixes[number % 10] ?? 'th');
  return `${number}${suffix}`;
}

/** The last part of a path or URI: `System.xml`. */
export function fileName(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return plain(name === '' ? path : name);
}

/** `PXE01` of `PXE01.fabrikam.example`. */
export function shortComputer(computer: string): string {
  return plain(computer.split('.', 1)[0] ?? computer);
}
