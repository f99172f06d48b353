/** Where a command writes, and how. */
export interface Output {
  /** Writes what the user asked for. */
  readonly print: (text: string) => void;
  /** Says what went wrong. */
  readonly complain: (text: string) => void;
  /** Whether reports are in colour. */
  readonly color: boolean;
}
