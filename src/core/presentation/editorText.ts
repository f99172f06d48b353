import type { Confidence } from '../cases/incident';
import { sizeOfText, sizeText, timeLeftText } from './byteText';
import { confidenceMeaning, count, fileName } from './names';

/** How many bytes of what is to be read are read. */
export interface ByteProgress {
  readonly read: number;
  readonly found: number;
  /** Bytes read in a second; undefined as long as it would be a guess. */
  readonly perSecond?: number;
}

/** How far the scan of a folder is. */
export interface ScanProgress {
  readonly state: 'scanning' | 'done' | 'cancelled';
  readonly filesRead: number;
  /** Undefined while the files are being listed. */
  readonly filesFound: number | undefined;
  readonly bytes?: ByteProgress;
}

/**
 * What the view says of a scan: `Scanning logs: 3 of 80 files, 1.2 of 8.4 GB, 320 MB/s, 23 s left`; undefined when it came
 * to its end.
 */
export function renderScanProgress(folder: string, progress: ScanProgress): string | undefined {
  const { state, filesRead, filesFound, bytes } = progress;
  if (state === 'done') return undefined;
  const files = filesFound === undefined ? 'listing files' : `${filesRead} of ${count(filesFound, 'file')}`;
  return state === 'scanning'
    ? `Scanning ${fileName(folder)}: ${[files, ...byteParts(bytes)].join(', ')}`
    : `Scan of ${fileName(folder)} stopped: ${files} read`;
}

/** The same for one large file: `Scanning System.xml: 0.3 of 1.2 GB, 320 MB/s, 3 s left`. */
export function renderFileProgress(file: string, bytes: ByteProgress): string {
  return `Scanning ${fileName(file)}: ${byteParts(bytes).join(', ')}`;
}

function byteParts(bytes: ByteProgress | undefined): readonly string[] {
  if (!bytes || bytes.found === 0) return [];
  const { read, found, perSecond } = bytes;
  const size = sizeOfText(Math.min(read, found), found);
  if (!perSecond) return [size];
  return [size, `${sizeText(perSecond)}/s`, timeLeftText(Math.max(0, found - read) / perSecond)];
}

/** Stands at the end of an outline that does not list every event. */
export function renderUnlistedEvents(number: number): string {
  return `${count(number, 'more event')} not listed here`;
}

/** Stands at the end of an outline that does not list every key and value. */
export function renderUnlistedKeys(number: number): string {
  return `${count(number, 'more key')} not listed here`;
}

/** One line of the choice of the least confidence to show. */
export interface ConfidenceChoice {
  readonly confidence: Confidence;
  readonly label: string;
  readonly detail: string;
}

/** What can be chosen as the least confidence of the incidents shown, the lowest first. */
export function confidenceChoices(): readonly ConfidenceChoice[] {
  const levels: readonly Confidence[] = ['possible', 'matches', 'confirmed'];
  return levels.map((confidence) => ({ confidence, label: confidence, detail: confidenceMeaning(confidence) }));
}

/** Titles and messages of the editor's dialogs. */
export const editorText = {
  chooseConfidence: 'Least confidence to show',
  chooseRule: 'Known issues',
  chooseRemediation: 'Registry fixes for the incidents found',
  scanFolder: 'Scan',
  scanFolderOf: 'Scan Its Folder',
  registryFiles: 'Registry files',
  noErrorInLog: 'No error in this log.',
  chooseChange: 'Registry file to be imported',
  chooseState: 'Export of the registry as it is',
  otherFile: 'Another file...',
  compare: 'Compare',
  createUndo: 'Create Undo (.reg)',
  showSummary: 'Show Summary',
  notRegistry: 'Not both of these files are registry files or the output of reg query.',
  queryNotImported: 'The output of reg query cannot be imported; it can only be the state to compare with.',
  chooseServer: 'Server of this registry export',
  noServer: 'No server',
  noServerDetail: 'It does not show how the registry of a server is.',
  serverByItself: 'As it can be told',
  serverByItselfDetail: 'The only server of the case, or that of the folder, if the file has the form of an export.',
  startFailed: 'WinTriage could not start.',
  showLog: 'Show Log',
  reopenWithEncoding: 'Reopen with Encoding',
  chooseCodePage: 'Choose Code Page',
} as const;
