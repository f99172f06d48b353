import { blockFormat } from './eventBlock/blockReader';
import { FormatListShape } from './eventBlock/formatListShape';

/** What `Format-List` prints of `Get-WinEvent`, `Get-EventLog` and Win32_NTLogEvent of WMI. */
export const powershellList = blockFormat('powershell-list', () => new FormatListShape());
