import { type Shift, shiftsOf } from '../../text/escapes';

/** An escape, or a line break: JSON has none inside strings, so that a mail program or a console broke the line at a blank. */
const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|[\s\S])|(?<![ \t])[ \t]*[\r\n][\r\n \t]*/g;
const ESCAPED = /[\\\r\n]/;
const BACKSLASH = '\\';

const SIMPLE: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Undoes the escapes of a JSON string, given without its quotes, and the line breaks that it should not have. An escape that JSON does not know stands for its second unit. */
export function unescapeJson(raw: string): string {
  if (!ESCAPED.test(raw)) return raw;
  return raw.replace(ESCAPE, unescapeOne);
}

/** Where the text of such a string falls behind it; undefined when it has no escapes. */
export function jsonShifts(raw: string): readonly Shift[] | undefined {
  return ESCAPED.test(raw) ? shiftsOf(raw, ESCAPE, unescapeOne) : undefined;
}

function unescapeOne(escape: string): string {
  if (!escape.startsWith(BACKSLASH)) return ' ';
  if (escape.length > 2) return String.fromCharCode(parseInt(escape.slice(2), 16));
  const unit = escape.charAt(1);
  return SIMPLE[unit] ?? unit;
}
