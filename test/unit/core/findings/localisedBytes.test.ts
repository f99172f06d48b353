import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { FileScan, type SourceReport } from '../../../../src/core';
import { languages } from '../../../../src/core/languages/index';
import { ByteDecoder } from '../../../../src/core/text/byteDecoder';
import { type CodePage, isDoubleByte } from '../../../../src/core/text/encoding';
import { localisedShapes } from '../../localisedShapes';
import { crash } from '../../scenario';

const catalogue = loadBuiltInCatalogue();

/** Code pages of Windows in that language: that of its programs and that of its command prompt. */
const PAGES: Readonly<Record<string, readonly CodePage[]>> = {
  de: ['windows-1252', 'ibm850'],
  en: ['windows-1252', 'ibm437'],
  es: ['windows-1252', 'ibm850'],
  fr: ['windows-1252', 'ibm850'],
  it: ['windows-1252', 'ibm850'],
  ja: ['shift_jis'],
  pl: ['windows-1250', 'ibm852'],
  pt: ['windows-1252', 'ibm850'],
  ru: ['windows-1251', 'ibm866'],
  tr: ['windows-1254', 'ibm857'],
  'zh-CN': ['gbk'],
  'zh-TW': ['big5'],
};

const encoders = new Map<CodePage, ReadonlyMap<string, readonly number[]>>();

/** The bytes of each character, by decoding every one. */
function encoderOf(page: CodePage): ReadonlyMap<string, readonly number[]> {
  const known = encoders.get(page);
  if (known) return known;
  const bytesOf = new Map<string, readonly number[]>();
  const add = (...bytes: readonly number[]): void => {
    const decoder = new ByteDecoder({ known: page });
    const text = decoder.push(Uint8Array.from(bytes)) + decoder.finish();
    if (text.length === 1 && text !== '\uFFFD' && !bytesOf.has(text)) bytesOf.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  for (let lead = 0x81; isDoubleByte(page) && lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
  }
  encoders.set(page, bytesOf);
  return bytesOf;
}

function encode(text: string, page: CodePage): Uint8Array {
  const encoder = encoderOf(page);
  return Uint8Array.from(
    Array.from(text).flatMap((unit) => encoder.get(unit) ?? assert.fail(`${page} has no ${unit}`)),
  );
}

function scanOf(bytes: Uint8Array, fallbackEncoding?: CodePage): SourceReport {
  const scan = new FileScan('System.txt', catalogue, { dateOrder: 'auto', fallbackEncoding });
  scan.push(bytes);
  return scan.finish();
}

/** What has to be the same in every encoding. */
function readOf({ recordCount, problemCount, coverage, findings }: SourceReport): unknown {
  const seen = findings.map(({ signId, range, record }) => [signId, range, record.level?.value]);
  return { recordCount, problemCount, coverage, seen };
}

describe('exports in every display language', () => {
  for (const language of languages.filter(({ id }) => id !== 'ko')) {
    for (const [shape, write] of Object.entries(localisedShapes)) {
      const text = write(language, crash);
      it(`are the same in UTF-8, UTF-16 and their code pages: ${language.name}, ${shape}`, () => {
        const expected = scanOf(Buffer.from(text));
        assert.deepEqual([expected.recordCount, expected.problemCount], [crash.length, 0]);
        const wide = Buffer.from(text, 'utf16le');
        for (const bytes of [wide, Buffer.from(`\uFEFF${text}`, 'utf16le'), Buffer.from(wide).swap16()])
          assert.deepEqual(readOf(scanOf(bytes)), readOf(expected));
        for (const page of PAGES[language.id] ?? assert.fail(language.id)) {
          const report = scanOf(encode(text, page), page);
          assert.deepEqual(readOf(report), readOf(expected), page);
        }
      });
    }
  }
});
