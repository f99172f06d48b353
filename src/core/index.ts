/** The one public door to the core: the editor, the command line and the tests of both come in here. */
export * from './cases/correlate';
export * from './cases/incident';
export { folderOf } from './cases/computers';
export * from './findings/finding';
export { RecordIndex } from './findings/recordIndex';
export * from './findings/sourceScan';
export * from './formats/format';
export { HEAD_LENGTH, detectFormat } from './formats/index';
export * from './presentation/index';
export * from './records/eventRecord';
export * from './records/eventTime';
export * from './records/messageTemplate';
export * from './rules/loadCatalogue';
export * from './rules/rule';
export { ByteDecoder } from './text/byteDecoder';
export * from './text/span';
