/** Units of a line that must be seen to tell whether it is the first of a record. */
export const LONGEST_LINE_HEAD = 1024;

/** How rows are told apart and what ends a field. */
export interface RowNotation {
  /** A comma, a semicolon or a tab. */
  readonly separator: string;
  /** Number of the field, from 0, that takes the rest of its line when it stands without quotes. */
  readonly lastField: number;
  /** A row has no more fields: behind the last of so many only its line ends. */
  readonly mostFields: number;
  /** Whether a line, of which at most `LONGEST_LINE_HEAD` units are given, looks like the first of a record. */
  readonly isRecordLine: (lineHead: string) => boolean;
}
