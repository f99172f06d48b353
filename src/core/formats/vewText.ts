import { blockFormat } from './eventBlock/blockReader';
import { VewShape } from './eventBlock/vewShape';

/** What the tool "Vino's Event Viewer" (VEW) writes. */
export const vewText = blockFormat('vew-text', () => new VewShape());
