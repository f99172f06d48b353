import { blockFormat } from './eventBlock/blockReader';
import { FormatTableShape } from './eventBlock/formatTableShape';
import type { EventFormat } from './format';

const blocks = blockFormat('powershell-table', () => new FormatTableShape());

/** The table that `Get-WinEvent` shows. */
export const powershellTable: EventFormat = {
  ...blocks,
  detect: (head) => head.includes('TimeCreated ') && blocks.detect(head),
};
