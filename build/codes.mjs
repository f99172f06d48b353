// Makes src/catalogue/codes/{ntstatus,win32,hresult}.json from ntstatus.h and winerror.h of mingw-w64, which are in the
// public domain: `node build/codes.mjs NTSTATUS_H WINERROR_H VERSION`, where VERSION is that of Debian's mingw-w64-common.
import { readFileSync, writeFileSync } from 'node:fs';

const [ntstatusPath, winerrorPath, version] = process.argv.slice(2);
if (version === undefined) throw new Error('usage: node build/codes.mjs NTSTATUS_H WINERROR_H VERSION');
const ntstatus = readFileSync(ntstatusPath, 'utf8');
const winerror = readFileSync(winerrorPath, 'utf8');

/** Of several names for one value the first is the usual one (STATUS_SUCCESS before STATUS_WAIT_0). */
const unwanted = new Set(['SEC_E_OK']);

/** Ends of ranges are no codes of their own, though the header defines them like codes. */
const rangeEnd = /_(?:FIRST|LAST)$/;

/** The defines that the pattern finds, by value; its first group is the name, its second the number. */
function definesOf(header, pattern, base = 0) {
  const names = new Map();
  for (const [, name, number] of header.matchAll(pattern)) {
    const value = base + Number(number);
    if (!unwanted.has(name) && !rangeEnd.test(name) && !names.has(value)) names.set(value, name);
  }
  return names;
}

function write(table, header, names) {
  const $source = `${header} of mingw-w64 (Debian mingw-w64-common ${version}), public domain; made by build/codes.mjs`;
  const sorted = [...names].sort(([one], [other]) => one - other);
  const entries = sorted.map(([value, name]) => [`0x${value.toString(16).toUpperCase()}`, name]);
  const path = new URL(`../src/catalogue/codes/${table}.json`, import.meta.url);
  writeFileSync(path, `${JSON.stringify({ $source, ...Object.fromEntries(entries) }, null, 2)}\n`);
  console.log(`${table}: ${entries.length} codes`);
}

write('ntstatus', 'ntstatus.h', definesOf(ntstatus, /^#define (\w+) \(\(NTSTATUS\)(0x[0-9A-Fa-f]+)L?\)/gm));
write(
  'win32',
  'winerror.h',
  new Map([
    ...definesOf(winerror, /^#define (\w+) \(WSABASEERR \+ (\d+)\)/gm, 10000),
    ...definesOf(winerror, /^#define (\w+) __MSABI_LONG\((\d+)\)/gm),
  ]),
);
write(
  'hresult',
  'winerror.h',
  definesOf(winerror, /^#define (\w+) (?:_HRESULT_TYPEDEF_\(|\(\(HRESULT\))(0x[0-9A-Fa-f]+)L?\)/gm),
);
