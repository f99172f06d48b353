import { CopiedTextReader } from './copiedText/copiedTextReader';
import { detectCopiedText } from './copiedText/detectCopiedText';
import type { EventFormat } from './format';

/**
 * Text that people copy from the Event Viewer, articles and mails: the details page, lines of a support dump, a message
 * with nothing around it, and XML between them, in any order and with prose around it.
 */
export const eventText: EventFormat = {
  id: 'event-text',
  hasOtherText: true,
  detect: detectCopiedText,
  openReader(settings) {
    return new CopiedTextReader(settings);
  },
};
