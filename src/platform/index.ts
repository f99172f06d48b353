/** What differs by host: everything here needs Node. */
export * from './byteRanges';
export * from './evtxLog';
export * from './files';
export * from './lanes';
export * from './scanFile';
export * from './scanPool';
export * from './textLog';
export * from './zoneOffset';
