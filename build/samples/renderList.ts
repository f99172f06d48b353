import type { SampleEvent, SampleLog } from './sampleEvent';
import { LEVEL_NAMES } from './sampleEvent';

/** `3/14/2012 10:14:07 AM`: local time as a server with English (United States) display writes it. */
export function localTime(event: SampleEvent, offsetMinutes: number): string {
  const local = new Date(Date.parse(`${event.time.slice(0, 19)}Z`) + offsetMinutes * 60_000);
  const hour = local.getUTCHours();
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  const date = `${local.getUTCMonth() + 1}/${local.getUTCDate()}/${local.getUTCFullYear()}`;
  const time = `${hour % 12 === 0 ? 12 : hour % 12}:${twoDigits(local.getUTCMinutes())}:${twoDigits(local.getUTCSeconds())}`;
  return `${date} ${time} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** The name that the Event Viewer shows for the provider. */
export function sourceOf(event: SampleEvent): string {
  return event.provider.displayName ?? event.provider.name;
}

function field(text: string, separator: string): string {
  return text.includes(separator) || text.includes('"') || text.includes('\n')
    ? `"${text.replace(/"/g, '""').replace(/\n/g, '\r\n')}"`
    : text;
}

/** The Event Viewer's list export: five header names over six fields, CRLF. A comma makes it CSV, a tab TXT. */
export function renderList(log: SampleLog, separator: ',' | '\t'): string {
  const header = ['Level', 'Date and Time', 'Source', 'Event ID', 'Task Category'];
  const rows = log.events.map((event) => [
    LEVEL_NAMES[event.level],
    localTime(event, log.offsetMinutes),
    sourceOf(event),
    String(event.eventId),
    event.category ?? 'None',
    event.message,
  ]);
  return [header, ...rows].map((row) => row.map((text) => field(text, separator)).join(separator) + '\r\n').join('');
}
