import type { Encoding } from '../text/encoding';
import type { Span } from '../text/span';
import type { RegProblem } from './regProblem';

/** 5: `Windows Registry Editor Version 5.00`, 4: `REGEDIT4`, 3: `REGEDIT` of Windows 3.1. */
export type RegVersion = 5 | 4 | 3;

/**
 * How the bytes of the file became text. regedit takes UTF-16 only with byte order mark and only low byte first.
 */
export interface RegEncoding {
  readonly encoding: Encoding;
  readonly hasByteOrderMark: boolean;
}

export interface RegHeader {
  /** What the rest was read as; where the header is wrong, the version that was most likely meant. */
  readonly version: RegVersion;
  /** `ignored`: an import reports success and does nothing; `refused`: it reports an error. */
  readonly outcome: 'imported' | 'ignored' | 'refused';
  /** The text of the header, or of the line in its place. */
  readonly span: Span;
}

/**
 * A registry file, or what `reg query` printed, as its text and an index into it: an export has hundreds of thousands of
 * values, so names and data are cut out of the text when they are asked for. See `entries.ts` for what is in the index.
 */
export interface RegDocument {
  readonly notation: 'reg' | 'query';
  readonly text: string;
  readonly header: RegHeader;
  /** Whether importing the file does anything at all: header and encoding are taken. */
  readonly isImported: boolean;
  /** {@link ENTRY_SIZE} numbers for each entry, in the order of the text. */
  readonly entries: Int32Array;
  /** The entries that are keys or deletions of keys. */
  readonly keyEntries: Int32Array;
  /** The first ones, at most {@link MAX_REG_PROBLEMS}. */
  readonly problems: readonly RegProblem[];
  readonly problemCount: number;
  /** The first one of the text, CR LF when it has none. */
  readonly lineEnd: string;
}

/** `[HKEY_LOCAL_MACHINE\SOFTWARE]` */
export interface RegKey {
  readonly kind: 'key' | 'key-deletion';
  /** Number of the entry in its document. */
  readonly entry: number;
  /** As written, without empty parts. */
  readonly path: string;
  readonly pathSpan: Span;
  /** From `[` to `]`. */
  readonly span: Span;
  /** False when an import does nothing with it. */
  readonly isEffective: boolean;
}

/** How the data of a value is written. */
export type RegNotation = 'string' | 'dword' | 'hex' | 'plain' | 'query';

/** `"Name"=dword:00000001`, or `"Name"=-` */
export interface RegValue {
  readonly kind: 'value' | 'value-deletion';
  readonly entry: number;
  /** Empty for the default value. */
  readonly name: string;
  /** With its quotation marks, or `@`. */
  readonly nameSpan: Span;
  /** Number of the registry type: 4 for REG_DWORD. Meaningless in a deletion. */
  readonly type: number;
  readonly notation: RegNotation;
  /** `dword`, `hex(7)`; empty where the notation names no type. */
  readonly typeSpan: Span;
  /** The data without its type: the string with its quotation marks, the bytes over all their lines, `-`. */
  readonly dataSpan: Span;
  /** From the name to the end of the data. */
  readonly span: Span;
  readonly isEffective: boolean;
}
