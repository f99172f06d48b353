import type { RegFix, RegFixKind } from '../regLanguage/index';
import { plain } from './visibleText';

const TITLES: Readonly<Record<RegFixKind, (detail: string) => string>> = {
  'add-brackets': () => 'Add the missing bracket',
  'add-comma': () => 'Add the missing comma',
  'add-equals': () => 'Add "="',
  'add-header': (header) => `Add the header ${header}`,
  'add-key': (path) => `Create the key ${path} for it`,
  'add-known-key': (path) => `Put it below ${path}`,
  'add-quotes': () => 'Add the missing quotation mark',
  'add-terminator': () => 'Add the zero character at the end',
  'add-value': (line) => `Add ${line}`,
  'as-binary': () => 'Make it a REG_BINARY',
  'as-bytes': () => 'Write the string as bytes',
  'as-dword': () => 'Make it a REG_DWORD',
  'as-qword': () => 'Make it a REG_QWORD',
  'as-string': () => 'Make it a string',
  'comment-out': () => 'Make it a comment',
  'continue-line': () => 'End the line before in "\\"',
  'correct-bytes': () => 'Write the bytes with commas',
  'correct-header': (header) => `Change the header to ${header}`,
  'correct-type': () => 'Correct the notation',
  'cut-bytes': (size) => `Cut it to ${size} bytes`,
  'delete-value': () => 'Delete the value: -',
  'double-backslash': () => 'Write the backslash twice',
  'end-value': () => 'End the value here: remove "\\"',
  'fill-bytes': (size) => (size === '' ? 'Add a zero byte' : `Fill it up to ${size} bytes`),
  'full-root': (root) => `Change the root to ${root}`,
  'make-comment': () => 'Make it a comment: ";"',
  'move-header': () => 'Move the header to the first line',
  'move-value': (path) => `Move it to ${path}`,
  'remove-blanks': () => 'Remove the blanks',
  'remove-other': () => 'Remove the first of the two, which has no effect',
  'remove-prefix': () => 'Remove "0x": the digits are hexadecimal anyway',
  'remove-text': () => 'Remove it',
  'remove-this': () => 'Remove this one, so that the first counts',
  'set-empty': () => 'Set it to nothing',
  'set-value': (number) => `Set it to ${number}`,
};

/** The title of a quick fix. Plain text. */
export function regFixTitle({ kind, detail }: RegFix): string {
  return TITLES[kind](plain(detail ?? ''));
}

/** The title of writing the file anew as UTF-16. */
export const CONVERT_ENCODING = 'Convert the file to UTF-16 LE with byte order mark, as regedit writes it';

/** The title of bringing back the bytes from before that. */
export const UNDO_CONVERSION = 'Undo the conversion: write the file as it was';
