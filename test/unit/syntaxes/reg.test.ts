import { checkScopes } from './tokens';

const REG = 'source.wintriage.reg';

describe('the grammar of registry files', () => {
  it('marks header, key and value of a fix', async () => {
    const text = [
      '«Windows Registry Editor Version 5.00»',
      '',
      '«; KB 2510665, workaround 2»',
      '[«HKEY_LOCAL_MACHINE»\\«SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE»]',
      '«"NumberOfThreads"»=«dword»:«00000001»',
      '"NumberOfThreads"=«-»',
    ].join('\r\n');
    const key = ['keyword.other.root', 'entity.name.type.key'];
    const value = ['variable.other.value-name', 'storage.type.dword', 'constant.numeric.hex'];
    await checkScopes(REG, text, [
      'keyword.other.header',
      'comment.line',
      ...key,
      ...value,
      'keyword.control.deletion',
    ]);
  });

  it('marks the deletion of a key', async () => {
    await checkScopes(REG, '[«-»HKEY_CURRENT_USER\\«Software\\a]b»]', [
      'keyword.control.deletion',
      'entity.name.type.key',
    ]);
  });

  it('follows bytes over continued lines, with comments after the backslash', async () => {
    const text = '@=«hex(7)»:«41»,00,\\ «; two strings»\n  «42»,00\n«"Next"»="text"';
    const scopes = [
      'storage.type.hex',
      'constant.numeric.hex',
      'comment',
      'constant.numeric.hex',
      'variable.other.value-name',
    ];
    await checkScopes(REG, text, scopes);
  });

  it('shows what an unfinished continuation swallows', async () => {
    await checkScopes(REG, '"a"=hex:01,\\\n«"b"=»dword:00000001', ['invalid.illegal']);
  });

  it('marks strings and their escapes', async () => {
    const text = '«"Name"»=«"C:»«\\\\»Temp «\\"»x«\\"»"';
    const escape = 'constant.character.escape';
    await checkScopes(REG, text, ['variable.other.value-name', 'string.quoted.double', escape, escape, escape]);
  });

  it('marks what regedit does not take', async () => {
    await checkScopes(REG, '«regedit4»', ['invalid.illegal']);
    await checkScopes(REG, '«[HKLM\\SOFTWARE]»', ['invalid.illegal']);
    await checkScopes(REG, 'REGEDIT4\nName=«1»', ['invalid.illegal']);
    await checkScopes(REG, '"a"=«dword:xyz»', ['invalid.illegal']);
  });
});
