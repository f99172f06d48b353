import fc from 'fast-check';

const HEADER = 'Windows Registry Editor Version 5.00';
const PIECES = [
  ...['"', '\\', '\\\\', '\\"', ';', '#', '[', ']', '=', ',', '-', '@', ' ', '\t', ':', '(', ')', '\\0', 'é', '\0'],
  ...['hex:', 'hex(7):', 'hex(2):', 'dword:', '25', '00,', '41,00,', '1', 'ffffffff', 'x', '\\\r\n  ', '\\;c\n  '],
  ...['HKEY_CURRENT_USER\\A', 'HKLM\\', '[HKEY_CURRENT_USER\\A]\r\n', '"a"="b"\r\n', '@=-\n', '\r', '\n', '\r\n'],
];

/** Text that looks like a registry file in parts. */
export const anyText: fc.Arbitrary<string> = fc
  .tuple(fc.boolean(), fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }))
  .map(([hasHeader, pieces]) => (hasHeader ? `${HEADER}\r\n\r\n` : '') + pieces.join(''));

const KEYS = ['A', 'A\\B', 'A\\B\\C', 'a\\D', 'E', 'E\\]x', 'F\\G\\H'];
const NAMES = ['@', '"n"', '"N"', '"other"', '"q\\"s\\\\"', '"x"'];
const DATA = [
  '"text"',
  '""',
  '"C:\\\\dir"',
  'dword:00000001',
  'dword:2a',
  'hex:',
  'hex:01,ff',
  'hex(7):41,00,00,00,00,00',
  'hex(2):41,00',
  'hex(b):01,00,00,00,00,00,00,00',
  '-',
];

const keyLine = fc
  .tuple(
    fc.constantFrom('[', '[', '[', '[-'),
    fc.constantFrom('HKEY_CURRENT_USER', 'HKEY_LOCAL_MACHINE'),
    fc.constantFrom(...KEYS),
  )
  .map(([bracket, root, key]) => `${bracket}${root}\\${key}]`);
const valueLine = fc
  .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...DATA))
  .map(([name, data]) => `${name}=${data}`);

/** A file of version 5 that is right: keys and values, set and deleted, some of them more than once. */
export const anyFile: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 1, arbitrary: keyLine }, { weight: 3, arbitrary: valueLine }), { maxLength: 40 })
  .map((lines) => [HEADER, '', ...lines, ''].join('\r\n'));
