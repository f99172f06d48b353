/** What could not be read of an `.evtx` file, and where. The words for each code are made elsewhere. */
export interface EvtxProblem {
  readonly code: EvtxProblemCode;
  /** Byte offset in the file, or in the chunk when the chunk was read without its place. */
  readonly offset: number;
  /** What fills the gaps of the sentence: a number of bytes or records, a version, a token. Never text of the log. */
  readonly detail?: string;
}

export type EvtxProblemCode =
  /** Shorter than the header, or another magic: no `.evtx` file, or one whose start is lost. */
  | 'file-header-missing'
  | 'file-version-unknown'
  | 'file-header-checksum'
  /** The log was not closed: the header may know less than the chunks hold. */
  | 'file-dirty'
  /** The log had reached its size, so that nothing more was written. */
  | 'file-full'
  /** Bytes where a chunk header is expected. Records in it are read all the same. */
  | 'chunk-magic'
  | 'chunk-header-checksum'
  | 'chunk-records-checksum'
  /** The chunk has fewer than 65,536 bytes. Detail: how many. */
  | 'chunk-cut-off'
  /** Records stand after the place where the header says that they end. They are read. Detail: how many. */
  | 'chunk-longer-than-header'
  /** Bytes inside the used part of a chunk that are no record. Detail: how many were skipped. */
  | 'record-damaged'
  /** The binary XML of a record breaks off, or is none. What stands before is read. Detail: the token or what is wrong. */
  | 'event-damaged'
  /** The offset of a template points outside the chunk, at itself, or at something that is no template. */
  | 'template-missing'
  /** The offset of a name points outside the chunk or at something that is no name. */
  | 'name-missing'
  /** A value is shorter than its type needs, or not there. */
  | 'value-damaged'
  /** Elements or templates inside each other, deeper than any log that Windows writes. */
  | 'event-too-deep'
  /** More binary XML, or more text made of it, than a chunk or an event may ask for. */
  | 'event-too-large';

/** Where a reader puts the problems that it meets. */
export interface ProblemSink {
  problem(problem: EvtxProblem): void;
}
