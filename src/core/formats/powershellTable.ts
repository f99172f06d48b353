import { blockFormat } from './eventBlock/blockReader';
import { FormatTableShape } from './eventBlock/formatTableShape';
import type { EventFormat } from './format';

/** A name that stands above the times. */
const HEADER = /\bTime(?:Created|Generated|Written)? /;

const blocks = blockFormat('powershell-table', () => new FormatTableShape());

/** The tables that `Get-WinEvent` and `Get-EventLog` show. */
export const powershellTable: EventFormat = {
  ...blocks,
  detect: (head) => HEADER.test(head) && blocks.detect(head),
};
