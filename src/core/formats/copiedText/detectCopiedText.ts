import type { MessageTemplate } from '../../records/messageTemplate';
import { indexTemplates } from '../../records/templateIndex';
import { parseTime } from '../../records/parseTime';
import { startsBareMessage } from './bareMessage';
import { readHeader } from './labelLine';
import { parseSupportLine } from './supportLine';
import type { TextContext } from './textContext';
import { type TextLine, lineAt } from './textLine';
import { xmlStart } from './xmlStart';

/**
 * Starts of messages that no other text has, cut short: to tell a format it is enough that one of them starts a line.
 * They stand here and not in the catalogue, as detecting knows no settings.
 */
const CRASH_MESSAGES: readonly MessageTemplate[] = [
  { provider: 'Application Error', eventId: 1000, text: 'Faulting application name: %1, version: %2' },
  { provider: 'Application Error', eventId: 1000, text: 'Faulting application %1, version %2' },
  { provider: 'Application Error', eventId: 1000, text: "Nom de l'application défaillante %1, version : %2" },
  { provider: 'Application Error', eventId: 1000, text: 'Nombre de la aplicación con errores: %1, versión: %2' },
  { provider: 'Application Error', eventId: 1000, text: 'Имя сбойного приложения: %1, версия: %2' },
  { provider: 'WDSServer', eventId: null, text: 'An error occurred while trying to initialize provider %1' },
  {
    provider: 'WDSServer',
    eventId: 257,
    text: 'An error occurred while trying to start the Windows Deployment Services server%1',
  },
  {
    provider: 'WDSIMGSRV',
    eventId: 258,
    text: 'An error occurred while trying to initialize the Windows Deployment Services image server%1',
  },
];

/** Messages that tell a line only together with the date in front of it. */
const SERVICE_MESSAGES: readonly MessageTemplate[] = [
  { provider: 'Service Control Manager', eventId: null, text: 'The %1 service terminated %2' },
  { provider: 'Service Control Manager', eventId: null, text: 'The %1 service failed to start %2' },
  { provider: 'Service Control Manager', eventId: null, text: 'The %1 service entered the %2' },
  { provider: 'Service Control Manager', eventId: null, text: 'A timeout %1' },
  { provider: 'WDSServer', eventId: null, text: 'Provider %1 was shutdown successfully' },
];

const crashMessages = indexTemplates(CRASH_MESSAGES);
const allMessages = indexTemplates([...CRASH_MESSAGES, ...SERVICE_MESSAGES]);

const EVENT_SCHEMA = 'http://schemas.microsoft.com/win/2004/08/events/event';
const LONGEST_START_TAG = 256;

/** Code in Markdown: an event without a date in it is an example of a document. */
const FENCE = /^(?:```|~~~)/;

/**
 * Whether the text holds an event as people copy or paste it: two lines with labels of the details page that name source
 * or id, a line of a support dump, or the message of a crash at the start of a line. One pass over the lines.
 */
export function detectCopiedText(head: string): boolean {
  return startOfFirstEvent(head) !== undefined;
}

/** The same, when the first event has its date and its time in lines of their own, as before Windows Vista. */
export function startsOldEvent(head: string): boolean {
  const line = startOfFirstEvent(head);
  const header = line && readHeader({ text: head, base: 0, ended: true }, line);
  return header !== undefined && header !== 'more' && header.fields.has('date') && header.fields.has('time');
}

/** The start tag of an event that names the schema of Windows, maybe behind a `- `. */
function startsEventXml(text: string, line: TextLine): boolean {
  const start = xmlStart(text, line);
  return !!start && text.slice(start.from, start.from + LONGEST_START_TAG).includes(EVENT_SCHEMA);
}

function startOfFirstEvent(head: string): TextLine | undefined {
  const window = { text: head, base: 0, ended: true };
  const context: TextContext = { window, templates: allMessages, readTime: (text) => parseTime(text, 'auto') };
  let isFenced = false;
  for (let line = lineAt(window, 0); line; line = lineAt(window, line.next)) {
    if (FENCE.test(head.slice(line.from, line.from + 3))) isFenced = !isFenced;
    else if (isFenced ? startsDatedEvent(context, line) : startsEvent(context, line)) return line;
  }
  return undefined;
}

function startsDatedEvent(context: TextContext, line: TextLine): boolean {
  const header = readHeader(context.window, line);
  if (header === 'more') return false;
  return header ? header.fields.has('date') : !!parseSupportLine(context, line);
}

function startsEvent(context: TextContext, line: TextLine): boolean {
  if (line.from === line.to) return false;
  const header = readHeader(context.window, line);
  if (header !== undefined && header !== 'more') return true;
  if (startsEventXml(context.window.text, line)) return true;
  return startsBareMessage({ ...context, templates: crashMessages }, line) || !!parseSupportLine(context, line);
}
