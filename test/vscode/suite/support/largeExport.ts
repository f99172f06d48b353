import { closeSync, openSync, writeSync } from 'node:fs';

const PXE = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE';

/** More text than VS Code shares with extensions, with two keys in the middle that there is something to say of. */
export function writeLargeExport(path: string): void {
  const filler = (from: number): string =>
    Array.from({ length: 1000 }, (_, at) => {
      const key = `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso\\Key ${from + at}]`;
      return `${key}\r\n"Text"="${'x'.repeat(5000)}"\r\n\r\n`;
    }).join('');
  const target = openSync(path, 'w');
  writeSync(target, 'Windows Registry Editor Version 5.00\r\n\r\n');
  for (let part = 0; part < 6; part++) writeSync(target, filler(part * 1000));
  writeSync(target, `[${PXE}]\r\n"NumberOfThreads"=dword:00000008\r\n\r\n[HKLM\\SOFTWARE\\Short]\r\n"a"="b"\r\n\r\n`);
  for (let part = 6; part < 12; part++) writeSync(target, filler(part * 1000));
  closeSync(target);
}

/** Lines of the header and of the filler above the key with the setting. */
export const LINES_ABOVE = 2 + 6000 * 3;
