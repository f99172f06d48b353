import { blockFormat } from './eventBlock/blockReader';
import { RuledListShape } from './eventBlock/ruledListShape';

/** The text of FullEventLogView of NirSoft. */
export const fullEventLogText = blockFormat('full-event-log-text', () => new RuledListShape());
