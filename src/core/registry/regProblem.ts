import type { Span } from '../text/span';

/**
 * What an import does with the place of a problem. `uncertain`: Windows' own behaviour is not known from any test; the
 * document holds what Wine does.
 */
export type RegEffect = 'nothing-imported' | 'ignored' | 'taken' | 'uncertain';

/** Something in a registry file that a person should know of. The words for each code stand in presentation. */
export interface RegProblem {
  readonly code: RegProblemCode;
  readonly span: Span;
  readonly effect: RegEffect;
  /** What fills the gaps of the sentence. Text from the file: escape it when shown. */
  readonly detail?: string;
  /** The other place that the problem is about: the first of two values, the line that a backslash swallowed. */
  readonly related?: Span;
}

export type RegProblemCode =
  /** The first line is none of the three headers. */
  | 'header-missing'
  /** The header in other upper or lower case: refused. */
  | 'header-case'
  /** `Windows Registry Editor Version 4.00`: refused. */
  | 'header-version'
  /** `REGEDIT 4`, `REGEDIT5`: regedit reports success and imports nothing. */
  | 'header-not-exact'
  /** A right header, but not on the first line: refused. */
  | 'header-not-first'
  /** UTF-16 with the high byte first: refused. */
  | 'encoding-big-endian'
  /** UTF-16 without byte order mark: refused. */
  | 'encoding-no-mark'
  /** UTF-8 without byte order mark with other characters than ASCII, which an importer takes for the ANSI code page. */
  | 'encoding-not-ascii'
  /** `[` without `]` on its line. The values below it go to the key before it. */
  | 'key-not-closed'
  /** `[ HKEY...`. The values below it go to the key before it. */
  | 'key-starts-blank'
  /** `HKLM\`; the detail is the path with the full root. The values below it go nowhere. */
  | 'key-short-root'
  /** None of the roots; the detail is a better path when one can be told. The values below it go nowhere. */
  | 'key-unknown-root'
  /** Text after the last `]`. */
  | 'key-text-after'
  /** `[- HKEY...`: nothing is deleted. */
  | 'key-deletion-blank'
  /** A whole key with everything below it is deleted. */
  | 'key-deleted'
  /** A root, which cannot be deleted. */
  | 'key-root-deletion'
  /** A part of the path is longer than the 255 characters that a key name can have. */
  | 'key-name-too-long'
  /** `[` is missing before `HKEY_...]`. */
  | 'key-not-opened'
  /** A value above the first key, below a deletion or below a key that was ignored. */
  | 'value-without-key'
  | 'name-not-quoted'
  | 'name-not-closed'
  /** `\0` in a name. */
  | 'name-escape'
  /** No `=` after the name. */
  | 'equals-missing'
  /** Nothing after `=`. */
  | 'data-missing'
  /** `=text` without quotation marks, or a type that does not exist, such as `qword:`; the detail is the start of it. */
  | 'data-unknown'
  /** `DWORD:`, `Hex:`: types are written in lower case. */
  | 'type-case'
  /** `hex(0x2):`, `hex(100000000):` and the like. */
  | 'type-number'
  /** Text between the data and the end of the line; the detail is what it starts with. */
  | 'text-after-data'
  | 'string-not-closed'
  /** `\0` in a string. */
  | 'string-escape'
  /** A backslash before another character than `\` and `"`: Wine drops it, or makes a line break of `\n` and `\r`. */
  | 'string-backslash'
  /** The string goes on over line breaks, as regedit writes them; not every importer reads it. */
  | 'string-over-lines'
  | 'dword-digits'
  /** More than eight digits. */
  | 'dword-too-long'
  /** Something that is no hexadecimal byte; the detail is what it starts with. */
  | 'hex-digits'
  /** More than ff; the detail is the number. */
  | 'hex-too-big'
  /** Two commas in a row, or a comma first. */
  | 'hex-empty'
  /** `\` that is not at the end of its line. */
  | 'backslash-inside'
  /** `65\` at the end of a line: the comma before the backslash is missing. */
  | 'comma-missing'
  /** After `\` comes no line of bytes: that value is lost, and the line (`related`) with it. */
  | 'continuation-broken'
  /** `\` at the end of the file. */
  | 'continuation-at-end'
  /** A line of bytes on its own: the line before it does not end in `\`. */
  | 'continuation-missing'
  /** A REG_DWORD or REG_QWORD of another size; the detail is the number of bytes. */
  | 'byte-count'
  /** A UTF-16 string with an odd number of bytes; the detail is their number. */
  | 'byte-count-odd'
  /** A string without NUL at its end: the import adds it. */
  | 'terminator-missing'
  /** A multi string with one NUL at its end instead of two. */
  | 'terminator-single'
  /** The same value twice: the last one wins. `related` is the first one. */
  | 'value-twice'
  /** A line that starts with `#` is no comment, but ignored like one. */
  | 'line-number-sign'
  | 'line-unknown'
  /** `reg query` says of a default value, in some language, that it is not set. */
  | 'query-value-not-set';

/** How many problems a document holds at most. */
export const MAX_REG_PROBLEMS = 5000;
