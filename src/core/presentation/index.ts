/** Every word that a person sees. */
export { caveatText } from './caveatText';
export { exportChoice, fixChoice, serverChoice, type ChoiceText } from './choiceText';
export * from './diagnosticText';
export * from './editorText';
export { renderEntryHover } from './entryHover';
export { entryProblemText, entryRow, entryStart, isBareStart, linesOf } from './entryText';
export { escapeMarkdown, inlineCode, noticeText, plain, renderJson, visible } from './escape';
export { describeEvent, type EventText } from './eventText';
export { renderHover, type HoverInput } from './hover';
export { isAtLeast } from './incidentText';
export { jsonReport } from './jsonReport';
export * from './logExcerptText';
export { codePageName, codePageRegion, encodingName } from './encodingName';
export { count, fileName, formatName, levelName, severitySymbol } from './names';
export { problemText } from './problemText';
export {
  encodeRegFile,
  regFileNames,
  renderRegCommand,
  renderRegFile,
  renderUndoCommand,
  renderUndoFile,
  type RegFileContext,
  type RegFileNames,
  type RegistryFix,
} from './reg';
export { plainPath, regDataText, regValueName } from './regDataText';
export {
  renderRegDiff,
  renderRegDiffPage,
  regDiffJson,
  regDiffNotice,
  regDiffTitle,
  type NamedComparison,
} from './regDiffText';
export { renderRegSides, type RegSides } from './regSides';
export { renderExactUndo, undoFileName } from './regUndoText';
export { remediationTitles, variantName, workaroundNumber, type RemediationTitles } from './remediationText';
export { renderRemediationPage, renderRulePage, rulePageName } from './rulePage';
export { isReadSource } from './sourceText';
export { renderStatus, type StatusText } from './status';
export { renderIncidentReport, renderTextReport, type ReportSettings } from './textReport';
export {
  renderTime,
  renderTimeInBoth,
  zoneNamed,
  type DisplayZone,
  type NamedZone,
  type TimeSettings,
} from './timeText';
export { badge, treeOf, type TreeIcon, type TreeNode, type TreePlace, type TreeSettings } from './tree';
export { isRegFaulty, regCheckJson, renderRegCheck, type CheckedReg } from './regCheckText';
export { regCompletionText } from './regCompletionText';
export { regDiagnostics, regDiagnosticsInSteps, type RegDiagnostic } from './regDiagnostics';
export { CONVERT_ENCODING, UNDO_CONVERSION, regFixTitle } from './regFixText';
export { regHover, type RegHover } from './regHover';
