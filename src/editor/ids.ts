/**
 * Every id that the editor side shares with package.json; `test/unit/editor/ids.test.ts` holds the two equal. Nothing
 * here needs the editor, so that the test runs without one.
 */
export const extensionId = 'wintriage.wintriage';

export const commands = {
  scanFolder: 'wintriage.scanFolder',
  cancelScan: 'wintriage.cancelScan',
  refresh: 'wintriage.refresh',
  filterConfidence: 'wintriage.filterConfidence',
  removeFolder: 'wintriage.removeFolder',
  openSample: 'wintriage.openSample',
  showRule: 'wintriage.showRule',
  showWorkaround: 'wintriage.showWorkaround',
  createFix: 'wintriage.createFix',
  createUndo: 'wintriage.createUndo',
  copyRegCommand: 'wintriage.copyRegCommand',
  copyReport: 'wintriage.copyReport',
  showOutput: 'wintriage.showOutput',
  openEvent: 'wintriage.openEvent',
  openLog: 'wintriage.openLog',
  openAsLog: 'wintriage.openAsLog',
  earlierEvents: 'wintriage.earlierEvents',
  laterEvents: 'wintriage.laterEvents',
  eventsWithFindings: 'wintriage.eventsWithFindings',
  allEvents: 'wintriage.allEvents',
  convertEncoding: 'wintriage.convertEncoding',
  undoConversion: 'wintriage.undoConversion',
  nextLogError: 'wintriage.nextLogError',
  previousLogError: 'wintriage.previousLogError',
  compareReg: 'wintriage.compareReg',
  createExactUndo: 'wintriage.createExactUndo',
  showRegSummary: 'wintriage.showRegSummary',
  assignRegistry: 'wintriage.assignRegistry',
} as const;

/** Keys of `when` clauses that the extension sets. */
export const contextKeys = {
  scanning: 'wintriage.scanning',
  /** Of the text made from a log that is in front: whether the log has events before, after, or elsewhere. */
  earlierEvents: 'wintriage.hasEarlierEvents',
  laterEvents: 'wintriage.hasLaterEvents',
  isPart: 'wintriage.isPartOfLog',
} as const;

/** What VS Code opens for files that are no text. */
export const customEditors = {
  log: 'wintriage.log',
  /** Of files that are text, or should be: a choice, never the first. */
  textLog: 'wintriage.textLog',
} as const;

/** Command of a lens, in no menu: it takes the edit to be made. */
export const applyRepair = 'wintriage.applyRepair';

/** Scheme of the texts that show what importing a registry file would change. */
export const registryScheme = 'wintriage-registry';

export const views = { crashes: 'wintriage.crashes' } as const;

export const configurationSection = 'wintriage';

/** Names of the settings below {@link configurationSection}. */
export const settingNames = {
  incidentWindowMinutes: 'incidentWindowMinutes',
  minimumConfidence: 'minimumConfidence',
  exportTimeZone: 'exportTimeZone',
  dateOrder: 'dateOrder',
  fallbackEncoding: 'fallbackEncoding',
  displayTimeZone: 'displayTimeZone',
  unnamedComputer: 'unnamedComputer',
  product: 'product',
  bitness: 'bitness',
  detectLanguage: 'detectLanguage',
  logBias: 'logBias',
  logProblems: 'logProblems',
} as const;

export const languages = {
  eventsCsv: 'wintriage-events-csv',
  eventsTxt: 'wintriage-events-txt',
  eventsText: 'wintriage-events-text',
  reg: 'wintriage-reg',
  cmTrace: 'wintriage-cmtrace',
} as const;

/** Types of tokens that the extension colours itself. */
export const semanticTokens = { error: 'wintriageLogError', warning: 'wintriageLogWarning' } as const;

/** What `viewItem` of a menu's `when` clause can be. */
export const contextValues = {
  incident: 'incident',
  sign: 'sign',
  folder: 'folder',
  registrySource: 'source.registry',
  registryRemediation: 'remediation.registry',
  procedureRemediation: 'remediation.procedure',
} as const;

/** Languages for which VS Code itself has outline and folding. */
export const structuredLanguages: readonly string[] = ['json'];

/** Languages whose documents can hold events; the content decides. */
export const eventLanguages: readonly string[] = [
  'xml',
  'json',
  'jsonl',
  'plaintext',
  'csv',
  'tsv',
  'log',
  languages.eventsCsv,
  languages.eventsTxt,
  languages.eventsText,
  languages.cmTrace,
];

/** Languages whose documents can be part of the case: also registry files. */
export const candidateLanguages: readonly string[] = [...eventLanguages, languages.reg];
