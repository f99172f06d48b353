import { blockFormat } from './eventBlock/blockReader';
import { WmicCsvShape } from './eventBlock/wmicCsvShape';
import type { EventFormat } from './format';

const blocks = blockFormat('wmic-csv', () => new WmicCsvShape());

/** What `wmic ntevent list /format:csv` prints. */
export const wmicCsv: EventFormat = {
  ...blocks,
  detect: (head) => head.includes('Node,') && blocks.detect(head),
};
