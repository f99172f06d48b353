import type { LogDocuments } from './logDocuments';
import type { OpenDocuments } from './openDocuments';
import type { SourceReading } from './sourceReading';

/** What the providers of open documents look things up in. */
export interface CaseReading extends SourceReading {
  readonly documents: OpenDocuments;
  readonly logs: LogDocuments;
}
