import { type Shift, shiftsOf } from '../../text/escapes';

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|[\s\S])/g;

const SIMPLE: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Undoes the escapes of a JSON string, given without its quotes. An escape that JSON does not know stands for its second unit. */
export function unescapeJson(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(ESCAPE, unescapeOne);
}

/** Where the text of such a string falls behind it; undefined when it has no escapes. */
export function jsonShifts(raw: string): readonly Shift[] | undefined {
  return raw.includes('\\') ? shiftsOf(raw, ESCAPE, unescapeOne) : undefined;
}

function unescapeOne(escape: string): string {
  if (escape.length > 2) return String.fromCharCode(parseInt(escape.slice(2), 16));
  const unit = escape.charAt(1);
  return SIMPLE[unit] ?? unit;
}
