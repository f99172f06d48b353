import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { SourceScan, correlate } from '../../../../src/core';
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
});
