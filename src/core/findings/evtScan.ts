import type { BinaryFormat, ByteScan, ByteScanInput } from './byteScan';
import { WHOLE } from './coverage';
import type { SourceReport } from './finding';

/** The length of the header, 48 bytes, and `LfLe`: [MS-EVEN] and the documentation of `EVENTLOGHEADER`. */
const MAGIC = [0x30, 0, 0, 0, 0x4c, 0x66, 0x4c, 0x65];

/** Binary event logs of Windows 2003 and before: recognised to say so, and not read. */
export const evt: BinaryFormat = {
  detect: (head) => MAGIC.every((byte, index) => head[index] === byte),
  open: (input) => new EvtScan(input),
};

class EvtScan implements ByteScan {
  /** Nothing more of the file is wanted. */
  readonly isForeign = true;
  readonly findingCount = 0;

  constructor(private readonly input: ByteScanInput) {}

  push(): void {
    // Its first bytes told what it is.
  }

  soFar(): SourceReport {
    return { ...this.finish(), isPartial: true };
  }

  finish(): SourceReport {
    const start = { line: 0, column: 0 };
    return {
      path: this.input.path,
      format: 'evt',
      encoding: 'binary',
      recordCount: 0,
      counts: { kinds: [], otherCount: 0 },
      problems: [{ code: 'evt-not-supported', range: { start, end: start } }],
      problemCount: 1,
      coverage: { ...WHOLE, problemCounts: { 'evt-not-supported': 1 } },
      findings: [],
      timeMarks: [],
      computers: [],
    };
  }
}
