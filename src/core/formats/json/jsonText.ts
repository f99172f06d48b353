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
  return raw.replace(/\\(?:u([0-9a-f]{4})|([\s\S]))/gi, (_whole, code: string | undefined, unit: string | undefined) =>
    code === undefined ? (SIMPLE[unit ?? ''] ?? unit ?? '') : String.fromCharCode(parseInt(code, 16)),
  );
}
