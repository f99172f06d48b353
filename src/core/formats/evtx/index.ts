/** Reader of `.evtx` files: header, chunks, heads of records, and the XML of an event. */
export { EVTX_CHUNK_SIZE } from './chunk';
export { EVTX_HEADER_SIZE, type EvtxFileHeader, isEvtx, readEvtxHeader } from './fileHeader';
export type { EvtxHead } from './head';
export type { EvtxProblem, EvtxProblemCode, ProblemSink } from './problem';
export { type EvtxRecord, type EvtxSink, readEvtxChunk } from './readChunk';
export { renderEventXml } from './render';
