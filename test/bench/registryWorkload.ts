import { REG_BINARY, REG_EXPAND_SZ, renderValue, stringData } from '../../src/core/registry';

/**
 * What `reg export` writes, after the shape of real exports: per key some strings, numbers and wrapped bytes; one key in
 * four has no values. Deterministic. `megabytes` counts the bytes of the file, two for each character.
 */
export function regExportOf(megabytes: number): string {
  const parts = ['Windows Registry Editor Version 5.00\r\n\r\n'];
  let length = 0;
  for (let index = 0; length < megabytes * 5e5; index++) {
    const block = blockAt(index);
    parts.push(block);
    length += block.length;
  }
  return parts.join('');
}

function blockAt(index: number): string {
  const guid = `{${(index * 2654435761).toString(16).padStart(8, '0').slice(0, 8)}-52fc-4d5e-a57f-${index.toString(16).padStart(12, '0')}}`;
  const lines = [`[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso\\Components\\${index % 97}\\${guid}]`];
  if (index % 4 !== 0) {
    lines.push(`@="Component ${index}"`, `"InstallPath"="C:\\\\Program Files\\\\Contoso\\\\${index}\\\\bin"`);
    for (let value = 0; value < index % 9; value++) {
      lines.push(`"Setting${value}"=dword:${(index * value).toString(16).padStart(8, '0').slice(-8)}`);
    }
    if (index % 3 === 0)
      lines.push(renderValue('LocalizedName', stringData(`@%SystemRoot%\\system32\\${guid}.dll,-1`, REG_EXPAND_SZ)));
    if (index % 50 === 0)
      lines.push(renderValue('Blob', { type: REG_BINARY, bytes: new Uint8Array(4000).fill(index) }));
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}
