import type { FormatId } from '../../../src/core';

/** What a file is expected to be read as: its format, `none` when it is none of ours, and how many records it has. */
export type Expected = readonly [format: FormatId | 'none', recordCount: number];

/** Paths below the folder of real files, and what is expected of each. */
export type TruthTable = Readonly<Record<string, Expected>>;
