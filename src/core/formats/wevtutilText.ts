import { blockFormat } from './eventBlock/blockReader';
import { WevtutilShape } from './eventBlock/wevtutilShape';

/** What `wevtutil qe /f:text` prints. */
export const wevtutilText = blockFormat('wevtutil-text', () => new WevtutilShape());
