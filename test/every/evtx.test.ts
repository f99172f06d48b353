import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../src/catalogue';
import { FileScan, type SourceReport } from '../../src/core';
import { findXmlFault } from '../../src/core/formats/xmlFault';
import { type ChunkContent, readAll } from '../unit/core/formats/evtx/feed';
import { ChunkWriter, element, eventTemplate, eventValues, nested, text } from '../unit/core/formats/evtx/writeChunk';
import { changedAt, shiftedAt } from '../unit/damage';
import { assertSame } from '../unit/feed';
import { writeEvtx } from '../vscode/suite/support/evtxFile';

const FILE_HEADER = 4096;

const catalogue = loadBuiltInCatalogue();

const ROOT = eventTemplate();
const DATA = element('EventData', {}, [element('Data', { Name: 'param1' }, [{ index: 0, type: 0x01 }])]);

/** A chunk of four records; the first defines the templates and names of all. */
function fourRecords(): { readonly chunk: Uint8Array; readonly starts: readonly number[]; readonly end: number } {
  const writer = new ChunkWriter();
  const starts = ['one', 'two', 'three', 'four'].map((value) =>
    writer.record({ event: { root: ROOT, values: eventValues(nested({ root: DATA, values: [text(value)] })) } }),
  );
  return { chunk: writer.finish(), starts, end: writer.at };
}

/** Signs of known issues that each of these events is. */
const SIGNS = 3;
const CRASHED = {
  provider: 'Service Control Manager',
  eventId: 7031,
  time: '2012-03-14T09:14:08.000Z',
  data: ['Windows Deployment Services Server', '1'],
};

function scanned(bytes: Uint8Array, blockSize = bytes.length + 1): SourceReport {
  const scan = new FileScan('case/System.evtx', catalogue, { dateOrder: 'auto' });
  for (let at = 0; at < bytes.length; at += blockSize) scan.push(bytes.subarray(at, at + blockSize));
  return scan.finish();
}

function checkPlaces({ heads, lines, problems }: ChunkContent, length: number): void {
  for (const { start, end } of heads) assert.ok(start >= 0 && start < end && end <= length);
  for (const { offset } of problems) assert.ok(offset >= 0 && offset <= length);
  for (const line of lines) assert.equal(findXmlFault(line), undefined, line);
}

/** Calls back with every damage that leaves all other bytes where they are, to every byte from `from` to `to`. */
function eachChange(
  bytes: Uint8Array,
  from: number,
  to: number,
  check: (changed: Uint8Array, why: string, at: number) => void,
): void {
  for (let at = from; at < to; at++) {
    for (const { how, bytes: changed } of changedAt(bytes, at)) check(changed, `byte ${at} ${how}`, at);
  }
}

describe('a chunk of .evtx', () => {
  const { chunk, starts, end } = fourRecords();
  const whole = readAll(chunk);
  const [first = 0, second = 0] = starts;

  function reread(bytes: Uint8Array): ChunkContent {
    const read = readAll(bytes);
    checkPlaces(read, bytes.length);
    return read;
  }

  it('gives of every prefix the records that are whole', () => {
    for (let length = 0; length <= chunk.length; length++) {
      const count = [...starts.slice(1), end].filter((each) => each <= length).length;
      assertSame(reread(chunk.subarray(0, length)).lines, whole.lines.slice(0, count), `${length} bytes`);
    }
  });

  it('gives all records whichever byte of its header is changed', () => {
    eachChange(chunk, 0, first, (changed, why) => {
      assertSame(reread(changed).lines, whole.lines, why);
    });
  });

  it('counts the records behind a first one of which any byte is changed', () => {
    eachChange(chunk, first, second, (changed, why) => {
      const found = reread(changed).heads.map(({ start }) => start);
      assertSame(found.slice(-3), starts.slice(1), why);
    });
  });

  it('gives the records around one of which any byte is changed', () => {
    eachChange(chunk, second, end, (changed, why, at) => {
      const hit = starts.filter((start) => start <= at).length - 1;
      const { lines } = reread(changed);
      assertSame(lines.slice(0, hit), whole.lines.slice(0, hit), why);
      const behind = whole.lines.slice(hit + 1);
      assertSame(lines.slice(lines.length - behind.length), behind, why);
    });
  });

  it('gives the records before a byte that was left out or comes twice', () => {
    for (let at = second; at < end; at++) {
      const before = starts.filter((start) => start <= at).length - 1;
      for (const { how, bytes } of shiftedAt(chunk, at))
        assertSame(reread(bytes).lines.slice(0, before), whole.lines.slice(0, before), `byte ${at} ${how}`);
    }
  });
});

describe('a file of .evtx', () => {
  const events = ['one', 'two', 'three'].map((data) => ({ ...CRASHED, data: [...CRASHED.data, data] }));
  const written = writeEvtx(events);
  // Behind its last record a chunk is empty; prefixes that end there are those of the chunk above.
  const file = written.subarray(0, FILE_HEADER + new DataView(written.buffer).getUint32(FILE_HEADER + 48, true));
  const whole = scanned(file);

  it('has the findings of what is there of every prefix', () => {
    assert.deepEqual([whole.recordCount, whole.findings.length], [3, 3 * SIGNS]);
    let count = 0;
    for (let length = 0; length <= file.length; length++) {
      const { recordCount, findings } = scanned(file.subarray(0, length));
      assert.ok(recordCount >= count, `${length} bytes`);
      count = recordCount;
      assertSame(findings, whole.findings.slice(0, count * SIGNS), `${length} bytes`);
    }
    assert.equal(count, 3);
    assert.deepEqual(scanned(written).findings, whole.findings);
  });

  it('has the same in blocks of every size', () => {
    for (let blockSize = 1; blockSize < file.length; blockSize++)
      assertSame(scanned(file, blockSize), whole, `block size ${blockSize}`);
  });

  it('has all findings whichever byte of its header is changed', () => {
    eachChange(file, 0, FILE_HEADER, (changed, why) => {
      assertSame(scanned(changed).findings, whole.findings, why);
    });
  });
});
