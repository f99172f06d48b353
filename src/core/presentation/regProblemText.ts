import type { RegProblem, RegProblemCode } from '../registry/index';
import { plain } from './visibleText';

type Words = (detail: string) => string;

const always =
  (text: string): Words =>
  () =>
    text;

const HEADER = {
  'header-missing': always(
    'The first line is no header of a registry file, so nothing is imported. It has to be "Windows Registry Editor Version 5.00"',
  ),
  'header-case': always('The header has to be written in exactly this case, else nothing is imported'),
  'header-version': always('No Windows knows a header with this version, and nothing is imported'),
  'header-not-exact': always(
    'The header is not exactly one that regedit knows: it reports success and imports nothing',
  ),
  'header-not-first': always('The header has to be the first line, else nothing is imported'),
  'encoding-big-endian': always('The file is UTF-16 with the high byte first, which regedit refuses'),
  'encoding-no-mark': always('The file is UTF-16 without byte order mark, which regedit refuses'),
  'encoding-not-ascii': always(
    'The file is UTF-8 without byte order mark and holds characters beyond ASCII, which an import may take for the code page of its Windows',
  ),
} satisfies Partial<Record<RegProblemCode, Words>>;

const KEYS = {
  'key-not-closed': always('"]" is missing: the key is ignored, and the values below it go to the key before it'),
  'key-starts-blank': always(
    'No blank may follow "[": the key is ignored, and the values below it go to the key before it',
  ),
  'key-short-root': (better) =>
    `An import knows roots by their full names only: the key and its values are ignored${better && `. Meant is ${better}`}`,
  'key-unknown-root': (better) =>
    `This is no root of the registry: the key and its values are ignored${better && `. Meant may be ${better}`}`,
  'key-text-after': always('What stands behind "]" is ignored'),
  'key-deletion-blank': always('No blank may follow "[-": nothing is deleted'),
  'key-deleted': (path) => `The whole key ${path} is deleted, with all its values and all keys below it`,
  'key-root-deletion': always('A root cannot be deleted; the line is ignored'),
  'key-name-too-long': always('The name of a key has at most 255 characters; this one is longer'),
  'key-not-opened': always('"[" is missing: the line is ignored, and the values below it go to the key before it'),
} satisfies Partial<Record<RegProblemCode, Words>>;

const VALUES = {
  'value-without-key': always('This value stands below no key that is imported, and is ignored'),
  'name-not-quoted': always('The name of a value has to be in quotation marks; the line is ignored'),
  'name-not-closed': always('The closing quotation mark of the name is missing; the line is ignored'),
  'name-escape': always('"\\0" is not allowed in a name; the line is ignored'),
  'equals-missing': always('"=" is missing behind the name; the line is ignored'),
  'data-missing': always('No data follows "="; the line is ignored'),
  'data-unknown': (text) =>
    `This is no data: it starts with ", dword:, hex: or hex(n):${text && `, not ${text}`}. The line is ignored`,
  'type-case': (text) => `Types are written in lower case; ${text} is not known, and the line is ignored`,
  'type-number': (text) => `${text} names no type; the line is ignored`,
  'text-after-data': (text) => `Nothing but a comment may follow the data; because of ${text} the line is ignored`,
  'string-not-closed': always('The closing quotation mark is missing; the line is ignored'),
  'string-escape': always('"\\0" is not allowed in a string; the line is ignored'),
  'string-backslash': (text) =>
    `A backslash is written as "\\\\"; what an import makes of ${text} is not known of every Windows`,
  'string-over-lines': always('The string goes on over line breaks, which not every import reads'),
  'value-twice': always('The value is set a second time; this one counts'),
  'line-number-sign': always('"#" starts no comment. The line is ignored all the same; write ";"'),
  'line-unknown': always('This is neither a key nor a value nor a comment; the line is ignored'),
  'query-value-not-set': always('The default value is not set'),
} satisfies Partial<Record<RegProblemCode, Words>>;

const DATA = {
  'dword-digits': (text) =>
    `dword: takes one to eight hexadecimal digits${text && `, not ${text}`}; the line is ignored`,
  'dword-too-long': always('dword: takes at most eight digits; the line is ignored'),
  'hex-digits': (text) => `${text} is no hexadecimal byte; the value is ignored`,
  'hex-too-big': (text) => `${text} is more than one byte; the value is ignored`,
  'hex-empty': always('A byte is missing between two commas; the value is ignored'),
  'backslash-inside': always('"\\" goes on to the next line only at the end of its own; the value is ignored'),
  'comma-missing': always('"," is missing before "\\"; the value is ignored'),
  'continuation-broken': always(
    'No line of bytes follows this "\\": the value is lost, and the next line with it, which it swallows',
  ),
  'continuation-at-end': always('The file ends behind this "\\"'),
  'continuation-missing': always('The line before does not end in "\\": these bytes belong to nothing and are ignored'),
  'byte-count': (count) =>
    `The number of bytes is not that of its type: a REG_DWORD has 4, a REG_QWORD 8, this one ${count}. It is imported as it is`,
  'byte-count-odd': (count) => `Text has two bytes for each character; ${count} bytes are half a character too many`,
  'terminator-missing': always('The string does not end in a zero character; an import adds it'),
  'terminator-single': always('The last string is not followed by an empty one, which ends a REG_MULTI_SZ'),
} satisfies Partial<Record<RegProblemCode, Words>>;

const WORDS: Readonly<Record<RegProblemCode, Words>> = { ...HEADER, ...KEYS, ...VALUES, ...DATA };

/** What is wrong at a place of a registry file and what an import makes of it, as a sentence. Plain text. */
export function regProblemText({ code, detail, effect }: RegProblem): string {
  const words = WORDS[code](plain(detail ?? ''));
  const isUnsure = effect === 'uncertain' && code !== 'encoding-not-ascii' && code !== 'string-backslash';
  return `${words}${isUnsure ? '. What Windows itself does here is not known' : ''}.`;
}
