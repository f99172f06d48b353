import { checkScopes } from './tokens';

const SCOPE = 'text.wintriage.cmtrace';
const ERROR = 'token.error-token';
const WARNING = 'token.warn-token';

function tail(type: string): string {
  return `<time="11:45:37.549+300" date="06-03-2019" component="SMSPXE" context="" type="${type}" thread="6004" file="smspxe.cpp:137">`;
}

describe('the grammar of CMTrace logs', () => {
  it('colours the message of one line by the type that follows it', async () => {
    for (const [type, scopes] of [
      ['3', [ERROR, 'not token.warn-token']],
      ['2', [WARNING, 'not token.error-token']],
      ['1', ['not token.error-token', 'not token.warn-token']],
    ] as const) {
      for (const scope of scopes) await checkScopes(SCOPE, `<![LOG[«it happened»]LOG]!>${tail(type)}`, [scope]);
    }
  });

  it('takes the type of the entry itself where several stand on one line', async () => {
    const text = `<![LOG[«good»]LOG]!>${tail('1')}<![LOG[«bad»]LOG]!>${tail('3')}`;
    await checkScopes(SCOPE, text, ['not token.error-token', ERROR]);
  });

  it('marks time, component, type, thread and file', async () => {
    const text =
      '<![LOG[x]LOG]!><«time»="«11:45:37.549+300»" date="«06-03-2019»" component="«SMSPXE»" context="" type="«3»" thread="«6004»" file="«smspxe.cpp:137»">';
    await checkScopes(SCOPE, text, [
      'entity.other.attribute-name',
      'variable.other.time',
      'variable.other.time',
      'entity.name.type.component',
      ERROR,
      'constant.numeric.thread',
      'string.quoted.double',
    ]);
  });

  it('goes on over the lines of a message, and ends one that is never closed before the next entry', async () => {
    const text = `<![LOG[first\n«second»]LOG]!>${tail('1')}\n<![LOG[open\n«more»\n<![LOG[«closed»]LOG]!>${tail('3')}`;
    await checkScopes(SCOPE, text, ['meta.message', 'meta.message', ERROR]);
  });

  it('marks the parts of the server form, of smsdpprov.log and of copied entries', async () => {
    const time = 'variable.other.time';
    const component = 'entity.name.type.component';
    const thread = 'constant.numeric.thread';
    await checkScopes(SCOPE, 'x  $$<«SMS_EXECUTIVE»><«07-15-2023 09:12:45.332+240»><thread=«4116 (0x1014)»>', [
      component,
      time,
      thread,
    ]);
    await checkScopes(SCOPE, '[«66C»][«Thu 09/04/2014 11:30:28»]:CcmInstallPXE', [thread, time]);
    await checkScopes(SCOPE, 'x\t«SMSPXE»\t«25/03/2024 15:24:02»\t«4736 (0x1280)»', [component, time, thread]);
  });

  it('marks codes in messages', async () => {
    await checkScopes(SCOPE, `<![LOG[failed, «0x80070005»]LOG]!>${tail('1')}`, ['constant.numeric.hex']);
  });
});
