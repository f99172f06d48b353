/** The one public door to the core: the editor, the command line and the tests of both come in here. */
export * from './cases/correlate';
export * from './cases/caseSettings';
export * from './cases/incident';
export { folderOf } from './cases/computers';
export * from './cases/registryFindings';
export type { RegistryOrigin, RegistrySource } from './cases/registrySources';
export type { ScanSoFar } from './findings/byteScan';
export * from './findings/eventBoundary';
export * from './findings/fileScan';
export * from './findings/finding';
export * from './findings/joinParts';
export * from './findings/logExcerpt';
export * from './findings/logRuns';
export * from './findings/partScan';
export { RecordIndex } from './findings/recordIndex';
export * from './findings/sourceScan';
export { recordUnderOrder } from './findings/timeSpan';
export {
  EVTX_CHUNK_SIZE,
  EVTX_HEADER_SIZE,
  type EvtxRecord,
  readEvtxChunk,
  renderEventXml,
} from './formats/evtx/index';
export * from './formats/format';
export { type Steps, allSteps } from './lists/steps';
export { HEAD_LENGTH, detectFormat } from './formats/index';
export * from './presentation/index';
export * from './records/eventRecord';
export * from './records/eventTime';
export type { LocalOffset } from './records/localOffset';
export * from './records/logEntry';
export * from './records/messageTemplate';
export * from './regLanguage/index';
export * from './registry/index';
export * from './rules/knownRegistry';
export * from './rules/loadCatalogue';
export * from './rules/loadKnownRegistry';
export * from './rules/rule';
export { ByteDecoder } from './text/byteDecoder';
export { GarbledWatch, beforeGarbled } from './text/garbledText';
export { type DoubleByteTable, characterLength, doubleByteTable } from './text/doubleBytes';
export {
  type CodePage,
  type DoubleBytePage,
  type Encoding,
  codePageNamed,
  codePageNumbers,
  isDoubleByte,
} from './text/encoding';
export { LineCounter } from './text/lineCounter';
export { LineStarts } from './text/lineStarts';
export * from './text/span';
