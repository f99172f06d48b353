/** What regedit writes for blocks of lines, each below its key. */
export function exportOf(...keys: readonly (readonly string[])[]): string {
  const blocks = keys.map((lines) => `${lines.join('\r\n')}\r\n\r\n`);
  return ['Windows Registry Editor Version 5.00\r\n\r\n', ...blocks].join('');
}
