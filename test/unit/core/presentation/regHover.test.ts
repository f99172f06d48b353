import assert from 'node:assert/strict';
import { regHover } from '../../../../src/core/presentation';
import { readReg } from '../../../../src/core/registry';
import { PXE, PXE64, known, regFile } from '../regLanguage/knownSketch';

/** The hover over the start of the last line that holds the text. */
function hover(line: string, key = '[HKEY_CURRENT_USER\\A]'): string {
  const text = regFile(key, line);
  return regHover(readReg(text), text.lastIndexOf(line) + 1, known)?.markdown ?? '';
}

function bytes(time: bigint): string {
  const pairs = time.toString(16).padStart(16, '0').match(/../g) ?? [];
  return pairs.reverse().join(',');
}

describe('regHover', () => {
  it('tells what is known of a value: number, default, range, whose it is, article', () => {
    const text = hover('"NumberOfThreads"=dword:00000008', `[${PXE64}]`);
    assert.match(text, /^\*\*NumberOfThreads\*\*/);
    assert.match(text, /`REG_DWORD 0x00000008 \(8\)`/);
    assert.match(text, /REG_DWORD · the workaround sets 1/);
    assert.match(text, /Read by ConfigMgr 2007, 64-bit Windows/);
    assert.match(text, /\[KB 2510665\]\(https:\/\/support\.microsoft\.com\/kb\/2510665\)/);
    const tftp = '[HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet002\\Services\\WDSServer\\Providers\\WDSTFTP]';
    assert.match(hover('"MaximumBlockSize"=dword:00000400', tftp), /512 to 1456 bytes/);
    assert.match(hover('"EnableVariableWindowExtension"=dword:0', tftp), /`: off/);
    assert.match(hover('"IsCritical"=dword:1', tftp), /does not start/);
  });

  it('decodes data', () => {
    assert.match(hover('"a"=dword:ffffffff'), /0xffffffff \(4294967295\)` \(signed -1\)/);
    assert.match(hover('"a"=hex(b):ff,00,00,00,00,00,00,00'), /REG_QWORD 0x00000000000000ff \(255\)/);
    assert.match(hover('"a"=hex(2):25,00,41,00,25,00,00,00'), /REG_EXPAND_SZ "%A%"/);
    assert.match(hover('"a"=hex(7):41,00,00,00,42,00,00,00,00,00'), /1\. `A`\n2\. `B`/);
    assert.match(hover('"a"=-'), /\*\*a\*\* is deleted/);
    assert.match(hover('@="x"'), /Default value\n\n`REG_SZ "x"`/);
  });

  it('reads times and addresses where a value may be one', () => {
    const time = bytes(129761900480000000n);
    assert.match(hover(`"a"=hex(b):${time}`), /as a FILETIME 2012-03-14 09:14:08 UTC/);
    assert.match(hover(`"a"=hex:${time}`), /as a FILETIME 2012-03-14/);
    assert.doesNotMatch(hover('"a"=hex(b):01,00,00,00,00,00,00,00'), /FILETIME/);
    assert.match(hover('"ServerAddress"=dword:c0000201'), /as an IP address 192\.0\.2\.1/);
    assert.match(hover('"IPAddress"=hex:c0,00,02,01'), /as an IP address 192\.0\.2\.1/);
    assert.doesNotMatch(hover('"Size"=hex:c0,00,02,01'), /address/);
    assert.match(
      hover('"a"=hex:02,00,00,45,c0,00,02,01,00,00,00,00,00,00,00,00'),
      /socket address 192\.0\.2\.1, port 69/,
    );
  });

  it('tells which view of the registry a path is in', () => {
    assert.match(
      hover('', `[${PXE64}]`) || hover(`[${PXE64}]`, ''),
      /32-bit view.*`HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\PXE`/,
    );
    assert.match(
      hover(`[${PXE}]`, ''),
      /64-bit view.*`HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE`/,
    );
    assert.doesNotMatch(hover('[HKEY_CURRENT_USER\\Software\\x]', ''), /view/);
  });

  it('tells what a deletion takes along, and what a root is', () => {
    assert.match(hover('[-HKEY_USERS\\x]', ''), /Deletes the key with all its values and all keys below it/);
    assert.match(hover('[HKEY_CURRENT_USER\\x]', ''), /settings of the user who imports the file/);
  });

  it('says that a line is ignored', () => {
    assert.match(hover('"a"=dword:1', '[HKLM\\x]'), /An import ignores this line/);
  });

  it('keeps text of the file from becoming Markdown', () => {
    const evil = '[x](command:evil) <b> $(alert) `';
    for (const markdown of [hover(`"${evil}"="${evil}"`), hover(`[HKEY_USERS\\${evil}]`, '')]) {
      const outside = markdown.replace(/(`+)[^`].*?[^`]\1(?!`)/g, '');
      assert.doesNotMatch(outside, /(?<!\\)\]\(|(?<!\\)</);
    }
  });
});
