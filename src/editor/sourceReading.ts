import type { Catalogue } from '../core';
import type { CaseStore } from './caseStore';
import type { Output } from './output';
import type { ScanPool } from '../platform';
import type { Settings } from './settings';

/** What reading a source into the case needs. */
export interface SourceReading {
  readonly store: CaseStore;
  readonly catalogue: () => Catalogue;
  readonly settings: () => Settings;
  readonly output: Output;
  /** The threads that read files on disk. */
  readonly pool: ScanPool;
}
