import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { SourceScan, correlate } from '../../../../src/core';
import type { FormatId } from '../../../../src/core/formats/format';
import { crash, shapes } from '../../scenario';
import * as marks from '../../shapes/marks';

const catalogue = loadBuiltInCatalogue();

/** What becomes of a text on its way through clipboards and mails. */
const changes: Readonly<Record<string, (text: string) => string>> = {
  'lines that end in several ways': marks.mixedLineEnds,
  'a blank line behind each line': marks.spaced,
  'lines without the blanks at their ends': marks.trimmed,
  'lines with blanks at their ends': marks.padded,
  'every line indented': marks.indented,
  'blanks for tabs': marks.untabbed,
  'hard blanks among the blanks': marks.hardBlanks,
  'hard blanks alone': marks.onlyHardBlanks,
  'words above it': marks.belowWords,
  'a fence around it in Markdown': marks.fenced,
  'the same events again below them': marks.twice,
};

/** What becomes only of some of them. */
const changesOfSome: Readonly<Record<string, readonly [made: (text: string) => string, formats: readonly FormatId[]]>> =
  {
    'lines broken at blanks': [marks.wrapped, ['event-json', 'event-xml']],
    'lines broken at blanks in an answer': [marks.wrappedAndQuoted, ['event-json', 'event-xml']],
    'curly quotation marks': [
      marks.smartQuotes,
      ['event-json', 'event-xml', 'clixml', 'event-csv', 'event-txt', 'powershell-csv', 'nt5-list', 'splunk-text'],
    ],
  };

function seenIn(text: string) {
  const source = new SourceScan('case/export', catalogue, { dateOrder: 'auto' });
  source.push(text);
  const report = source.finish('utf-8');
  const settings = { windowMinutes: 10, localOffsetMinutes: undefined, unnamedComputer: 'folder' } as const;
  const incidents = correlate([report], catalogue, settings).incidents.map(({ ruleId, confidence, seen }) => ({
    ruleId,
    confidence,
    signs: seen.map(({ sign }) => sign.id),
  }));
  return { format: report.format, incidents };
}

describe('the crash in a text that was mailed or pasted', () => {
  for (const [change, made] of Object.entries(changes)) {
    it(`is the same with ${change}, whatever its shape`, () => {
      for (const [shape, { write }] of Object.entries(shapes)) {
        const text = write(crash);
        assert.deepEqual(seenIn(made(text)).incidents, seenIn(text).incidents, shape);
      }
    });
  }

  for (const [change, [made, formats]] of Object.entries(changesOfSome)) {
    it(`is the same with ${change}, in shapes that are quoted or can be broken`, () => {
      for (const [shape, { write }] of Object.entries(shapes)) {
        const text = write(crash);
        const before = seenIn(text);
        if (!before.format || !formats.includes(before.format)) continue;
        assert.deepEqual(seenIn(made(text)).incidents, before.incidents, shape);
      }
    });
  }
});
