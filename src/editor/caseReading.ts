import type { Catalogue } from '../core';
import type { CaseStore } from './caseStore';
import type { OpenDocuments } from './openDocuments';
import type { Output } from './output';
import type { Settings } from './settings';

/** What reading a source into the case needs. */
export interface SourceReading {
  readonly store: CaseStore;
  readonly catalogue: () => Catalogue;
  readonly settings: () => Settings;
  readonly output: Output;
}

/** What the providers of open documents look things up in. */
export interface CaseReading extends SourceReading {
  readonly documents: OpenDocuments;
}
