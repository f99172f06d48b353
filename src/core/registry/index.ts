/** What the other layers use of this one. */
export { applyReg, stateOf } from './applyReg';
export { type RegComparison, compareReg } from './compareReg';
export { coverageOf } from './coverage';
export { type DataProblem, type DecodedData, decodeData } from './decodeData';
export {
  COMMENT,
  allValuesOf,
  entryCount,
  entrySpanAt,
  itemAt,
  keyAbove,
  keyBefore,
  keysOf,
  kindOf,
  spanOf,
  valueAt,
  valuesOf,
} from './entries';
export { isBlank, skipBlanks, withoutBlanks } from './blanks';
export { hexDigit } from './hexBytes';
export { LineEnds, breakLength, lineEndFrom } from './lineEnds';
export { quote, quotedEnd } from './quoted';
export { ROOTS, cleanKeyPath, foldName, hasFullRoot, pathParts, withFullRoot } from './keyPath';
export { byteSpans, dataOf, dwordData, isSameData, stringData, writtenBytes } from './regData';
export * from './regDocument';
export * from './regProblem';
export * from './regTypes';
export { keyBlocks, keysWorthALook } from './keyBlocks';
export { looksExported } from './isExport';
export { headerText } from './readHeader';
export { EvidenceDraft, type FoundValue, type RegistryEvidence } from './evidence';
export { readReg, readRegInSteps, readRegPart } from './readReg';
export { decodeRegistry, readRegistry, readRegistryBytes } from './readRegistry';
export * from './registryState';
export { detectReg, detectRegQuery } from './detectReg';
export { diffReg } from './diffReg';
export { readRegQuery } from './readRegQuery';
export type { KeyAdded, KeyRemoved, RegChange } from './regChange';
export { type RegBlock, renderBlocks } from './renderBlocks';
export { renderReg } from './renderReg';
export { renderBytes, renderKey, renderKeyDeletion, renderValue, renderValueDeletion } from './renderValue';
export { type RegUndo, undoOf } from './undoOf';
