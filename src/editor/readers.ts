import type * as vscode from 'vscode';
import type { SourceReading } from './sourceReading';
import { FolderScans } from './folderScans';
import { LargeFiles } from './largeFiles';
import { LogDocuments } from './logDocuments';
import { OpenDocuments } from './openDocuments';

/** All that puts sources into the case: each of them holds those of one kind. */
export interface Readers {
  readonly documents: OpenDocuments;
  readonly logs: LogDocuments;
  readonly folders: FolderScans;
  readonly large: LargeFiles;
}

/** Starts following what a person opens; `own` sees to it that the readers are disposed. */
export function openReaders(sources: SourceReading, own: <T extends vscode.Disposable>(part: T) => T): Readers {
  const logs = own(new LogDocuments(sources));
  return {
    documents: own(new OpenDocuments(sources, (document) => logs.shownIn(document)?.format)),
    logs,
    folders: own(new FolderScans(sources)),
    large: own(new LargeFiles(sources)),
  };
}
