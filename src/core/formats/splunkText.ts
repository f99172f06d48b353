import { blockFormat } from './eventBlock/blockReader';
import { SplunkShape } from './eventBlock/splunkShape';
import type { EventFormat } from './format';

const blocks = blockFormat('splunk-text', () => new SplunkShape());

/** Events of Windows as Splunk keeps and shows them. */
export const splunkText: EventFormat = {
  ...blocks,
  detect: (head) => head.includes('EventCode=') && head.includes('LogName=') && blocks.detect(head),
};
