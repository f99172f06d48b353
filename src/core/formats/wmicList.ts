import { blockFormat } from './eventBlock/blockReader';
import { FormatListShape } from './eventBlock/formatListShape';
import { propertyNamed } from './eventBlock/shellProperties';
import type { EventFormat } from './format';

/** `EventCode=7031`. The lines end in CR CR LF, so that a blank line seems to stand behind each; where objects end there are more. */
const NOTATION = { pattern: /^([A-Za-z_]{2,24})=/, isAligned: false, blankLines: 2, named: propertyNamed };

const blocks = blockFormat('wmic-list', () => new FormatListShape(NOTATION));

/**
 * What `wmic ntevent list /format:list` prints: a property a line, in the order of their names, values in several lines as they are. Source:
 * textvaluelist.xsl of Windows, and the properties of Win32_NTLogEvent.
 */
export const wmicList: EventFormat = {
  ...blocks,
  detect: (head) => head.includes('EventCode=') && head.includes('TimeGenerated=') && blocks.detect(head),
};
