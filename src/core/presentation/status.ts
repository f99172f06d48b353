import type { SourceReport } from '../findings/finding';
import { joinParts } from './incidentText';
import { lackBrief, readBrief } from './coverageText';
import { encodingName } from './encodingName';
import { biasNote, levelCounts } from './entryCounts';
import { formatName } from './names';
import { recordText } from './sourceText';

/** The language status item of an open document; plain text without icons. */
export interface StatusText {
  /** `600 events` */
  readonly text: string;
  /** `Event XML · UTF-16 LE · 2 problems · no computer` */
  readonly detail: string;
  readonly severity: 'information' | 'warning';
}

/** What was read of an open document; undefined when it is none of ours, as then nothing is shown. */
export function renderStatus(source: SourceReport): StatusText | undefined {
  if (!source.format) return undefined;
  return {
    text: recordText(source),
    detail: joinParts([
      formatName(source.format),
      encodingName(source.encoding),
      ...levelCounts(source),
      ...readBrief(source),
      ...lackBrief(source),
      biasNote(source),
    ]),
    severity: source.problemCount > 0 ? 'warning' : 'information',
  };
}
