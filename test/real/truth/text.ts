import type { TruthTable } from './table';

/** Text exports and copies, binary logs of old versions of Windows, and look-alikes that are no event logs. */
export const text: TruthTable = {};
