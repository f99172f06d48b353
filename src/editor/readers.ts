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
  return {
    documents: own(new OpenDocuments(sources)),
    logs: own(new LogDocuments(sources)),
    folders: own(new FolderScans(sources)),
    large: own(new LargeFiles(sources)),
  };
}
