import { crc32 } from './crc32';
import type { EvtxProblem } from './problem';

/** Bytes of the block that the header has for itself; the first chunk starts after it. */
export const EVTX_HEADER_SIZE = 4096;
/** Bytes of the header that mean something. */
const USED = 128;
/** Part of the header that its checksum covers. */
const SUMMED = 120;

/** `ElfFile` and a zero byte, in two little-endian halves. */
const MAGIC_LOW = 0x46666c45;
const MAGIC_HIGH = 0x00656c69;

const DIRTY = 1;
const FULL = 2;
/** Windows 11 can leave the checksums out; they are zero then. */
const NO_CHECKSUMS = 4;

/** What an `.evtx` file says about itself. Source: libyal, "Windows XML Event Log (EVTX) format". */
export interface EvtxFileHeader {
  /** 3.1 from Windows Vista on, 3.2 from Windows 10 (2004) on. */
  readonly version: string;
  /** Chunks that the header knows of; a dirty log may have more. */
  readonly chunkCount: number;
  /** Byte offset of the first chunk. */
  readonly chunksAt: number;
  /** Id that the next record would get. */
  readonly nextRecordId: number;
  readonly isDirty: boolean;
  readonly isFull: boolean;
}

/** Whether the bytes start as every `.evtx` file does. */
export function isEvtx(bytes: Uint8Array): boolean {
  if (bytes.length < 8) return false;
  const view = viewOf(bytes);
  return view.getInt32(0, true) === MAGIC_LOW && view.getInt32(4, true) === MAGIC_HIGH;
}

/**
 * Reads the header from the first bytes of the file (128 are enough). Without a header, the chunks may still be read:
 * they stand at 4096 + n * 65536.
 */
export function readEvtxHeader(bytes: Uint8Array): {
  readonly header?: EvtxFileHeader;
  readonly problems: readonly EvtxProblem[];
} {
  if (bytes.length < USED || !isEvtx(bytes)) return { problems: [{ code: 'file-header-missing', offset: 0 }] };
  const view = viewOf(bytes);
  const flags = view.getUint32(SUMMED, true);
  const header: EvtxFileHeader = {
    version: `${view.getUint16(38, true)}.${view.getUint16(36, true)}`,
    chunkCount: view.getUint16(42, true),
    chunksAt: view.getUint16(40, true) || EVTX_HEADER_SIZE,
    nextRecordId: view.getUint32(24, true) + view.getUint32(28, true) * 2 ** 32,
    isDirty: (flags & DIRTY) !== 0,
    isFull: (flags & FULL) !== 0,
  };
  return { header, problems: headerProblems(view, header, flags) };
}

function headerProblems(view: DataView, header: EvtxFileHeader, flags: number): EvtxProblem[] {
  const problems: EvtxProblem[] = [];
  if (view.getUint16(38, true) !== 3) {
    problems.push({ code: 'file-version-unknown', offset: 36, detail: header.version });
  }
  const isSummed = (flags & NO_CHECKSUMS) === 0;
  if (isSummed && crc32(view, 0, SUMMED) !== view.getUint32(124, true)) {
    problems.push({ code: 'file-header-checksum', offset: 124 });
  }
  if (header.isDirty) problems.push({ code: 'file-dirty', offset: SUMMED });
  if (header.isFull) problems.push({ code: 'file-full', offset: SUMMED });
  return problems;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
