import type { TruthTable } from './table';

/** Single events in XML and JSON as many tools write them, and logs that came in two shapes. */
export const xmlJson: TruthTable = {};
