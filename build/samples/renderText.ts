import { localTime, sourceOf } from './renderList';
import { renderEvent } from './renderXml';
import type { SampleEvent, SampleLog } from './sampleEvent';
import { LEVEL_NAMES } from './sampleEvent';

type Origin = Pick<SampleLog, 'computer' | 'offsetMinutes'>;

const USERS: Readonly<Record<string, string>> = { 'S-1-5-18': 'SYSTEM', 'S-1-5-19': 'LOCAL SERVICE' };

/** One event as "Copy details as text" gives it; with a record id, its XML follows. */
export function renderCopied(event: SampleEvent, origin: Origin, recordId?: number): string {
  const fields = [
    ['Log Name:', event.provider.channel],
    ['Source:', sourceOf(event)],
    ['Date:', localTime(event, origin.offsetMinutes)],
    ['Event ID:', String(event.eventId)],
    ['Task Category:', event.category ?? 'None'],
    ['Level:', LEVEL_NAMES[event.level]],
    ['Keywords:', 'Classic'],
    ['User:', USERS[event.userId ?? ''] ?? 'N/A'],
    ['Computer:', origin.computer],
  ];
  const head = fields.map(([label = '', value = '']) => `${label.padEnd(15)}${value}`);
  const xml = recordId === undefined ? [] : ['Event Xml:', indented(renderEvent(event, recordId, origin.computer, false))];
  return [...head, 'Description:', event.message, ...xml, ''].join('\n').replace(/\n/g, '\r\n');
}

/** The Event Viewer puts copied XML on indented lines, with double quotes. */
function indented(xml: string): string {
  const lines: string[] = [];
  let depth = 0;
  for (const part of xml.replace(/'/g, '"').replace(/\/>/g, ' />').match(/<[^>]*>[^<]*/g) ?? []) {
    const isClosing = part.startsWith('</');
    if (isClosing) depth -= 1;
    const previous = lines.at(-1) ?? '';
    const closesSameLine = isClosing && lastTagOpens(previous, part.trim());
    if (closesSameLine) lines[lines.length - 1] = previous + part.trim();
    else lines.push('  '.repeat(depth) + part);
    if (!isClosing && !part.includes('/>')) depth += 1;
  }
  return lines.join('\n');
}

/** Whether `line` is `<Level>2` and `closing` is `</Level>`. */
function lastTagOpens(line: string, closing: string): boolean {
  const name = closing.slice(2, -1);
  const text = line.trimStart();
  return (text.startsWith(`<${name}>`) || text.startsWith(`<${name} `)) && !text.includes('</');
}

/** One event on one line of aligned columns, without an id, as support tools print it. */
export function renderSupportLine(event: Omit<SampleEvent, 'eventId'>, origin: Origin): string {
  const [date = '', ...time] = localTime({ ...event, eventId: 0 }, origin.offsetMinutes).split(' ');
  const source = event.provider.name;
  const category = event.category === '(100)' ? '{100}' : (event.category ?? 'N/A');
  const columns: readonly (readonly [text: string, width: number])[] = [
    [date, 11],
    [time.join(' '), 13],
    [LEVEL_NAMES[event.level], 14],
    [origin.computer, 24],
    [source, 26],
    [category, 12],
    ['N/A', 8],
    [event.message.replace(/\s*\n\s*/g, '      '), 0],
  ];
  return columns.map(([text, width]) => text.padEnd(width)).join('');
}
