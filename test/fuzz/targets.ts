import assert from 'node:assert/strict';
import { inspect, isDeepStrictEqual } from 'node:util';
import { loadBuiltInCatalogue } from '../../src/catalogue';
import { ByteDecoder, FileScan, HEAD_LENGTH, SourceScan, detectFormat } from '../../src/core';
import { readEvtxChunk, readEvtxHeader, renderEventXml } from '../../src/core/formats/evtx';
import type { EventFormat } from '../../src/core/formats/format';
import { formats } from '../../src/core/formats/index';
import {
  type RegDocument,
  allValuesOf,
  applyReg,
  dataOf,
  decodeData,
  emptyState,
  keysOf,
  readReg,
  readRegQuery,
  renderReg,
  undoOf,
} from '../../src/core/registry';
import { readAll, spansIn } from '../unit/feed';
import { isWellFormed } from './wellFormed';

/** One reader under test. */
export interface Target {
  readonly name: string;
  /** Longest input, in bytes. */
  readonly longest: number;
  /** Reads the input in all the ways in which the program does; throws when something is wrong with what it gave. */
  check(bytes: Uint8Array): void;
}

const LONGEST_TEXT = 16_384;
const DEEP = { depth: 6 };
const catalogue = loadBuiltInCatalogue();

/** UTF-8, but for one character that stands for half of a pair, which a document can hold and UTF-8 cannot. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replaceAll('\ue000', '\ud83d');
}

function assertInside(value: unknown, length: number): void {
  for (const { start, end } of spansIn(value)) {
    assert.ok(0 <= start && start <= end && end <= length, `span ${start} to ${end} of ${length} units`);
  }
}

/** Says what differs; `isDeepStrictEqual` alone is many times faster. */
function assertSame(actual: unknown, expected: unknown, message: string): void {
  if (isDeepStrictEqual(actual, expected)) return;
  assert.deepEqual(actual, expected, `${message}: ${inspect(actual, DEEP)} instead of ${inspect(expected, DEEP)}`);
}

/** A number that follows from the input, so that it is the same when the input is read again. */
function numberFrom(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => (Math.imul(sum, 31) + byte) >>> 0, 7);
}

function checkText(format: EventFormat, bytes: Uint8Array): void {
  const text = textOf(bytes);
  const head = text.slice(0, HEAD_LENGTH);
  const isDetected = format.detect(head);
  checkBlocks(format, text, bytes);
  // The same with something above it or in other quotation marks has a reader around it.
  const detected = detectFormat(head);
  if (detected && detected !== format) checkBlocks(detected, text, bytes);
  if (isDetected) checkPipeline(text);
}

function checkBlocks(format: EventFormat, text: string, bytes: Uint8Array): void {
  const whole = readAll(format, text);
  assertInside(whole, text.length);
  // Small blocks make a long text be looked at over and over, as the reader alone does not wait for more.
  const smallest = Math.ceil(text.length / 64) + 1;
  const blockSize = smallest + (numberFrom(bytes) % smallest);
  assertSame(readAll(format, text, { blockSize }), whole, `blocks of ${blockSize} units give something else`);
}

/** What an open document goes through: findings, and each record again as a hover reads it. */
function checkPipeline(text: string): void {
  assert.ok(detectFormat(text.slice(0, HEAD_LENGTH)), 'one detects it, all together do not');
  const scan = new SourceScan('/fuzz', catalogue, { dateOrder: 'auto', recordIndex: true });
  scan.push(text);
  const report = scan.finish('utf-8');
  // The values of a registry file are counted, but no hover reads them again as events.
  assert.equal(scan.recordIndex.count, report.registry ? 0 : report.recordCount);
  for (let index = 0; index < Math.min(50, scan.recordIndex.count); index++) {
    const { start, end } = scan.recordIndex.spanAt(index);
    assert.ok(0 <= start && start <= end && end <= text.length, `record ${start} to ${end} of ${text.length} units`);
    const record = scan.readRecord(text.slice(start, end), start);
    assertInside(record, text.length);
  }
}

function checkEvtx(chunk: Uint8Array): void {
  let last = -1;
  readEvtxHeader(chunk);
  readEvtxChunk(chunk, {
    head: ({ start, end }) => {
      assert.ok(start > last && end <= chunk.length, `record at ${start}`);
      last = start;
      return true;
    },
    record: (record) => {
      const xml = renderEventXml(record);
      assert.doesNotMatch(xml, /[\0-\x08\x0a-\x1f]/, 'not one line');
      if (xml.length < LONGEST_TEXT) assert.ok(isWellFormed(xml), `not well-formed: ${xml}`);
    },
    problem: ({ offset }) => {
      assert.ok(offset >= 0 && offset <= chunk.length, `problem at ${offset}`);
    },
  });
}

function checkFile(bytes: Uint8Array): void {
  const reports = [bytes.length, numberFrom(bytes) % (bytes.length + 1)].map((at) => {
    const scan = new FileScan('/fuzz', catalogue, { dateOrder: 'auto' });
    scan.push(bytes.slice(0, at));
    scan.push(bytes.slice(at));
    return scan.finish();
  });
  assertSame(reports[1], reports[0], 'two blocks give something else than one');
}

const EVENT =
  `<Event xmlns='x'><System><Provider Name='P'/><EventID>1</EventID><Level>4</Level>` +
  `<TimeCreated SystemTime='2012-03-14T09:14:08.124Z'/><Computer>PXE01</Computer></System></Event>\r\n`;

/** Events that are only counted: enough that the format is known before, and that what stands between is looked at as bytes. */
const ABOVE = events(0x12000);
const BELOW = events(0x28000);

function events(length: number): Buffer {
  return Buffer.from(EVENT.repeat(Math.ceil(length / EVENT.length)));
}

/** What stands amid events that are passed over is read as if all of them were read, in UTF-8 and in UTF-16, whose units may be any. */
function checkSkim(bytes: Uint8Array): void {
  const utf16 = Buffer.from(Buffer.concat([ABOVE, bytes, BELOW]).toString(), 'utf16le');
  const unit = (ABOVE.length + (numberFrom(bytes) % (bytes.length + 1))) * 2;
  utf16.copyWithin(unit + 1, unit, unit + 8);
  checkSkimOf(Buffer.concat([ABOVE, bytes, BELOW]));
  checkSkimOf(utf16);
  checkSkimOf(utf16.swap16());
}

function checkSkimOf(file: Uint8Array): void {
  const decoder = new ByteDecoder();
  const source = new SourceScan('/fuzz', catalogue, { dateOrder: 'auto' });
  source.push(decoder.push(file) + decoder.finish());
  const scan = new FileScan('/fuzz', catalogue, { dateOrder: 'auto' });
  scan.push(file);
  const all = source.finish(decoder.encoding, decoder.hasInvalidBytes);
  assertSame(scan.finish(), all, 'passing over events gives something else');
}

function checkRegistry(read: (text: string) => RegDocument, bytes: Uint8Array): void {
  const text = textOf(bytes);
  const document = read(text);
  assertInside([[...keysOf(document)], document.problems, document.header], text.length);
  for (const value of allValuesOf(document)) {
    assertInside(value, text.length);
    if (value.kind === 'value') decodeData(dataOf(document, value));
  }
  const before = emptyState();
  const after = applyReg(before, document);
  undoOf(document, before);
  const again = readReg(renderReg(document));
  if (document.isImported && again.isImported) {
    assertSame(applyReg(before, again), after, 'written out, it imports to something else');
  }
}

function registry(name: string, read: (text: string) => RegDocument): Target {
  const check = (bytes: Uint8Array): void => {
    checkRegistry(read, bytes);
  };
  return { name, longest: LONGEST_TEXT, check };
}

/** Every reader of the project; a format that is added to the list of formats is one of them. */
export const targets: readonly Target[] = [
  { name: 'evtx', longest: 0x10000, check: checkEvtx },
  { name: 'file', longest: 0x12000, check: checkFile },
  { name: 'skim', longest: LONGEST_TEXT, check: checkSkim },
  ...formats.map((format) => ({
    name: format.id,
    longest: LONGEST_TEXT,
    check: (bytes: Uint8Array) => {
      checkText(format, bytes);
    },
  })),
  registry('reg-import', (text) => readReg(text)),
  registry('reg-query-import', readRegQuery),
];
