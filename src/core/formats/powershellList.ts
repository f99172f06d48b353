import { blockFormat } from './eventBlock/blockReader';
import { FormatListShape } from './eventBlock/formatListShape';

/** What `Get-WinEvent | Format-List` and `Get-EventLog | Format-List` print. */
export const powershellList = blockFormat('powershell-list', () => new FormatListShape());
