import type { Confidence } from '../cases/incident';
import { confidenceMeaning, count, fileName } from './names';

/** How far the scan of a folder is. */
export interface ScanProgress {
  readonly state: 'scanning' | 'done' | 'cancelled';
  readonly filesRead: number;
  /** Undefined while the files are being listed. */
  readonly filesFound: number | undefined;
}

/** What the view says of a scan: `Scanning logs: 3 of 80 files`; undefined when it came to its end. */
export function renderScanProgress(folder: string, { state, filesRead, filesFound }: ScanProgress): string | undefined {
  if (state === 'done') return undefined;
  const files = filesFound === undefined ? 'listing files' : `${filesRead} of ${count(filesFound, 'file')}`;
  return state === 'scanning'
    ? `Scanning ${fileName(folder)}: ${files}`
    : `Scan of ${fileName(folder)} stopped: ${files} read`;
}

/** Stands at the end of an outline that does not list every event. */
export function renderUnlistedEvents(number: number): string {
  return `${count(number, 'more event')} not listed here`;
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
  registryFiles: 'Registry files',
  startFailed: 'WinTriage could not start.',
  showLog: 'Show Log',
} as const;
