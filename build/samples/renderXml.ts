import type { SampleEvent, SampleLog } from './sampleEvent';
import { LEVEL_NAMES } from './sampleEvent';

const NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '&#13;&#10;');
}

function providerElement({ provider }: SampleEvent): string {
  const guid = provider.guid === undefined ? '' : ` Guid='${provider.guid}'`;
  const source = provider.eventSourceName === undefined ? '' : ` EventSourceName='${provider.eventSourceName}'`;
  return `<Provider Name='${provider.name}'${guid}${source}/>`;
}

/** Classic events carry whole seconds; manifest events nine digits of which Windows fills seven. */
function systemTime(event: SampleEvent): string {
  const isClassic = event.provider.guid === undefined;
  return isClassic ? `${event.time.slice(0, 19)}.000000000Z` : `${event.time}418200Z`;
}

function binaryElement(text: string | undefined): string {
  if (text === undefined) return '';
  return `<Binary>${Buffer.from(text, 'utf16le').toString('hex').toUpperCase()}</Binary>`;
}

function eventData(event: SampleEvent): string {
  const items = event.data.map((item) => {
    const [attribute, value] = typeof item === 'string' ? ['', item] : [` Name='${item[0]}'`, item[1]];
    return `<Data${attribute}>${escape(value)}</Data>`;
  });
  const content = items.join('') + binaryElement(event.binary);
  return content === '' ? '<EventData></EventData>' : `<EventData>${content}</EventData>`;
}

/** Bit 63 stands for a manifest provider, bit 55 for "Classic"; Service Control Manager has both. */
function keywordsOf({ provider }: SampleEvent): string {
  if (provider.guid === undefined) return '0x80000000000000';
  return provider.eventSourceName === undefined ? '0x8000000000000000' : '0x8080000000000000';
}

function systemElement(event: SampleEvent, recordId: number, computer: string): string {
  const isClassic = event.provider.guid === undefined;
  const user = event.userId === undefined ? '<Security/>' : `<Security UserID='${event.userId}'/>`;
  const qualifiers = event.qualifiers === undefined ? '' : ` Qualifiers='${event.qualifiers}'`;
  const task = `<Level>${event.level}</Level><Task>${event.task ?? 0}</Task>`;
  // Classic events of Windows Server 2008 R2 have no Version, Opcode, Correlation and Execution.
  const head = isClassic ? task : `<Version>0</Version>${task}<Opcode>0</Opcode>`;
  const execution = isClassic
    ? ''
    : `<Correlation/><Execution ProcessID='488' ThreadID='${1000 + (recordId % 97) * 4}'/>`;
  return [
    `<System>${providerElement(event)}<EventID${qualifiers}>${event.eventId}</EventID>${head}`,
    `<Keywords>${keywordsOf(event)}</Keywords><TimeCreated SystemTime='${systemTime(event)}'/>`,
    `<EventRecordID>${recordId}</EventRecordID>${execution}`,
    `<Channel>${event.provider.channel}</Channel><Computer>${computer}</Computer>${user}</System>`,
  ].join('');
}

function renderingInfo(event: SampleEvent): string {
  const keywords = event.provider.guid === undefined ? '<Keywords><Keyword>Classic</Keyword></Keywords>' : '';
  const task = event.category ?? (event.task === undefined ? 'None' : '');
  return [
    `<RenderingInfo Culture='en-US'><Message>${escape(event.message)}</Message>`,
    `<Level>${LEVEL_NAMES[event.level]}</Level><Task>${task}</Task><Opcode>Info</Opcode>${keywords}</RenderingInfo>`,
  ].join('');
}

/** One `<Event>` with single quotes, as Windows writes it. */
export function renderEvent(event: SampleEvent, recordId: number, computer: string, withMessage: boolean): string {
  const info = withMessage ? renderingInfo(event) : '';
  return `<Event xmlns='${NAMESPACE}'>${systemElement(event, recordId, computer)}${eventData(event)}${info}</Event>`;
}

/**
 * The Event Viewer's "Save as XML", UTF-8 with byte order mark. Windows writes all events on one line; `separator` puts
 * them on lines of their own, so that the sample can be read. `withMessage` is "with display information".
 */
export function renderXml(log: SampleLog, options: { separator: '' | '\n'; withMessage: boolean }): string {
  const events = log.events.map((event, index) =>
    renderEvent(event, log.lastRecordId - index, log.computer, options.withMessage),
  );
  const { separator } = options;
  return [
    '\uFEFF<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>',
    events.join(separator),
    '</Events>',
  ].join(separator);
}
