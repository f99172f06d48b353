import { COMPUTER, type ScenarioEvent, american, chinese } from './event';

/** Rows of values, quoted where the separator needs it. */
function rows(events: readonly ScenarioEvent[], separator: string, row: (event: ScenarioEvent) => string[]): string {
  return events.map((event) => `${row(event).map(quoted).join(separator)}\r\n`).join('');
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function dateAndTime(time: string): [string, string] {
  const [date = '', ...clock] = time.split(' ');
  return [date, clock.join(' ')];
}

/** "Save Log File As" of Windows 2003: no header, the description last. */
export function saved(events: readonly ScenarioEvent[], separator: string): string {
  return rows(events, separator, ({ time, provider, level, category, eventId, message }) => [
    ...dateAndTime(american(time)),
    provider,
    level,
    category,
    String(eventId),
    'N/A',
    COMPUTER,
    message,
  ]);
}

/** "Export List" of Windows 2003 in Chinese, with the description that scripts add. */
export function listed(events: readonly ScenarioEvent[], separator: string): string {
  const header = ['类型', '日期', '时间', '来源', '分类', '事件', '用户', '计算机'].join(separator);
  const levels = { Error: '错误', Warning: '警告', Information: '信息' };
  const row = ({ time, provider, level, eventId, message }: ScenarioEvent): string[] => [
    levels[level],
    ...dateAndTime(chinese(time)),
    provider,
    '无',
    String(eventId),
    'N/A',
    COMPUTER,
    message,
  ];
  return `${header}\r\n${rows(events, separator, row)}`;
}

/** `psloglist -s`: each event on one line, nothing in quotes. */
export function psLogListRows(events: readonly ScenarioEvent[]): string {
  const lines = events.map(({ channel, provider, level, time, eventId, message }, index) =>
    [
      String(2000 - index),
      channel,
      provider,
      level.toUpperCase(),
      COMPUTER,
      american(time),
      String(eventId),
      'None',
      message.replace(/\s+/g, ' '),
    ].join(','),
  );
  return `System log on \\\\${COMPUTER}:\r\n${lines.join('\r\n')}\r\n`;
}

/** EventCombMT: dates of the C runtime, no computer. */
export function combined(events: readonly ScenarioEvent[]): string {
  return rows(events, ',', ({ time, provider, level, eventId, message }) => [
    String(eventId),
    level.toUpperCase(),
    provider,
    `Wed Mar 14 ${time.slice(11)} 2012`,
    'No User',
    message,
  ]);
}
