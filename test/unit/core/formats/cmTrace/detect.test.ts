import { strict as assert } from 'node:assert';
import { cmTrace } from '../../../../../src/core/formats/cmTrace';
import { detectFormat } from '../../../../../src/core/formats/index';
import { MIXED, logLine } from './samples';

const ENTRY = logLine({ message: 'PXE Provider loaded.' });
const SERVER = 'Sending  $$<SMS_HIERARCHY_MANAGER><07-15-2023 09:12:45.332+240><thread=4116 (0x1014)>';
const COPIED = 'Received from client:\tSMSPXE\t25/03/2024 15:24:02\t4736 (0x1280)';

describe('detecting CMTrace logs', () => {
  const logs: readonly (readonly [title: string, text: string])[] = [
    ['an entry', ENTRY],
    ['a byte order mark and an entry', `\ufeff${ENTRY}\r\n`],
    ['several forms', MIXED],
    ['the server form', SERVER],
    ['the form of smsdpprov.log', '[66C][Thu 09/04/2014 11:30:28]:CcmInstallPXE'],
    ['a copied entry', COPIED],
    ['a single entry that is cut off', '<![LOG[Store app'],
    ['a first entry longer than what is seen', `<![LOG[${'x'.repeat(70_000)}`],
    ['a line before an entry that is cut off', `# line\n<![LOG[Store app that is cut off`],
    ['a rollover that starts in the middle of an entry', `half]LOG]!><time="1">\n${ENTRY}`],
    ['an entry quoted in a mail', `> ${ENTRY}`],
  ];
  for (const [title, text] of logs) {
    it(`knows ${title}`, () => {
      assert.equal(detectFormat(text)?.id, 'cmtrace');
    });
  }

  const others: readonly (readonly [title: string, text: string])[] = [
    ['a script that writes such logs', `$line = "<![LOG[$Message]LOG]!><time=\`"$Time\`" date=\`"$Date\`">"\n`],
    ['a template of an entry', '<![LOG[{0}]LOG]!><time="{1}" date="{2}" component="{3}">'],
    ['a page that quotes one entry', `${'A page about logs says much before it.\n'.repeat(20)}${ENTRY}\n`],
    ['a page that quotes a copied entry', `${'A page about logs.\n'.repeat(50)}${COPIED}\n`],
    ['another log', '2026-07-29T09:15:30.125Z service started\n2026-07-29T09:15:31.125Z service stopped\n'],
    ['a log with threads in brackets', '[5464] 09:26:14: [UDPPorts] Dynamic Port Range: 64001-65000.\n'],
    ['a log with codes at the end of lines', 'Error 2 (0x2)\nError 5 (0x5)\n'],
    ['nothing', ''],
  ];
  for (const [title, text] of others) {
    it(`leaves ${title} alone`, () => {
      assert.equal(cmTrace.detect(text), false);
    });
  }

  it('knows a log that is cut anywhere behind its first entry', () => {
    const text = `${ENTRY}\n${ENTRY}\n${ENTRY}`;
    for (let cut = ENTRY.length; cut <= text.length; cut++) {
      assert.equal(cmTrace.detect(text.slice(0, cut)), true, `cut at ${cut}`);
    }
  });
});
