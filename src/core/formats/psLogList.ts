import { blockFormat } from './eventBlock/blockReader';
import { PsLogListShape } from './eventBlock/psLogListShape';

/** What PsLogList of Sysinternals prints. */
export const psLogList = blockFormat('psloglist', () => new PsLogListShape());
