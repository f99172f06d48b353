import { CopiedTextReader } from './copiedText/copiedTextReader';
import { startsOldEvent } from './copiedText/detectCopiedText';
import type { EventFormat } from './format';

/** Events of Windows 2000, XP and 2003 as they copy them: `Event Type:`, and date and time in lines of their own. */
export const nt5Text: EventFormat = {
  id: 'nt5-text',
  hasOtherText: true,
  detect: startsOldEvent,
  openReader: (settings) => new CopiedTextReader(settings),
};
