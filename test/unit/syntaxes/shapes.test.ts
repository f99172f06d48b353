import assert from 'node:assert/strict';
import { crash, shapes } from '../scenario';
import { type Token, tokenise } from './tokens';

const CSV = 'text.wintriage.events-csv';
const TXT = 'text.wintriage.events-txt';
const TEXT = 'text.wintriage.events-text';

/** Shapes whose grammar is not the one of event text. */
const GRAMMARS: ReadonlyMap<string, string> = new Map([
  ['CSV', CSV],
  ['German CSV', CSV],
  ['Get-WinEvent | Export-Csv', CSV],
  ['Get-EventLog | Export-Csv', CSV],
  ['Select-Object | Export-Csv', CSV],
  ['CSV in a mail', CSV],
  ['Export-Csv quoted in an answer to a mail', CSV],
  ['Azure Monitor CSV', CSV],
  ['Kibana CSV', CSV],
  ['wmic ntevent /format:csv', CSV],
  ['eventquery.vbs /fo csv', CSV],
  ['FullEventLogView CSV', CSV],
  ['TXT', TXT],
  ['TXT as code in Markdown', TXT],
]);

/** Shapes that VS Code's own grammars colour. */
const IS_STRUCTURED = /XML|JSON|Elasticsearch|Json|NXLog|Winlogbeat|Clixml/;

const SOURCE = 'entity.name.type.source';
const TIME = 'variable.other.time';
const ID = 'constant.numeric.event-id';
const LEVEL = 'token.error-token';
const ALL = [SOURCE, TIME, ID, LEVEL];

/** What a shape has not, or does not tell without the names of its columns. */
const LESS: ReadonlyMap<string, readonly string[]> = new Map([
  ['support lines', [SOURCE, TIME, LEVEL]],
  ['Get-WinEvent | Format-List', [SOURCE, TIME, ID]],
  ['Get-WinEvent | Format-List TimeCreated, Id, Message', [TIME, ID]],
  ['Get-EventLog as a table', [SOURCE, ID, LEVEL]],
  ['Format-List in an answer to a mail', [SOURCE, TIME, ID]],
  ['Get-WinEvent | Export-Csv', [TIME]],
  ['Get-EventLog | Export-Csv', [TIME, LEVEL]],
  ['Export-Csv quoted in an answer to a mail', [TIME]],
  ['Azure Monitor CSV', [TIME]],
  ['Kibana CSV', [TIME]],
  ['eventquery.vbs /fo csv', [TIME, LEVEL]],
  ['Select-Object | Export-Csv', [TIME, LEVEL]],
]);

const VALUES: Readonly<Record<string, RegExp>> = {
  // The table of eventquery.vbs cuts it off.
  [SOURCE]: /^Service Control M/,
  [TIME]: /2012/,
  // `InstanceId` of Get-EventLog is the id with its qualifiers.
  [ID]: /^(7031|3221232503)/,
  [LEVEL]: /^(Error|Fehler|错误|2)$/i,
};

function hasScope({ scopes }: Token, wanted: string): boolean {
  return scopes.some((scope) => ` ${scope}`.includes(` ${wanted}`));
}

describe('every text shape', () => {
  const second = crash.slice(1, 2);
  for (const [name, { write }] of Object.entries(shapes)) {
    if (IS_STRUCTURED.test(name)) continue;
    it(`has the colours of source, time, id and level in ${name}`, async () => {
      const tokens = await tokenise(GRAMMARS.get(name) ?? TEXT, write(second));
      for (const scope of LESS.get(name) ?? ALL) {
        const texts = tokens.filter((token) => hasScope(token, scope)).map(({ text }) => text);
        assert(
          texts.some((text) => VALUES[scope]?.test(text)),
          `${scope}: ${JSON.stringify(texts)}`,
        );
      }
    });
  }
});
