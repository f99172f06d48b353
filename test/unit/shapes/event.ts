/** One event of a case, told so that every shape of export can be written from it. */
export interface ScenarioEvent {
  readonly provider: string;
  readonly eventId: number;
  readonly level: 'Error' | 'Warning' | 'Information';
  readonly channel: 'System' | 'Application';
  /** `2012-03-14T09:14:07` in UTC. */
  readonly time: string;
  readonly data: readonly string[];
  readonly message: string;
  readonly binary?: string;
  readonly category: string;
}

export const COMPUTER = 'PXE01.contoso.example';

/** `3/14/2012 9:14:07 AM`, as Windows writes it in the United States. */
export function american(time: string): string {
  const [date = '', clock = ''] = time.split('T');
  const [year, month, day] = date.split('-').map(Number);
  const [hour = 0, minute = '', second = ''] = clock.split(':');
  const hours = Number(hour);
  return `${month}/${day}/${year} ${hours % 12 || 12}:${minute}:${second} ${hours < 12 ? 'AM' : 'PM'}`;
}

/** `14/03/2012 9:14:07 AM`. */
export function britishTime(time: string): string {
  const [month, day, rest] = american(time).split('/');
  return `${day}/${month?.padStart(2, '0')}/${rest}`;
}

/** `2012-3-14 9:14:07`. */
export function chinese(time: string): string {
  return time.replace('T', ' ').replace(/(?<=[- ])0/g, '');
}
