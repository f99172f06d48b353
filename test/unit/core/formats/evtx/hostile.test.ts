import assert from 'node:assert/strict';
import { findXmlFault } from '../../../../../src/core/formats/xmlFault';
import { cpuTime } from '../../../cpuTime';
import { type ChunkContent, codesOf, readAll } from './feed';
import { ChunkWriter, type Content, type Element, bytes, element, nested, nothing, text, value } from './writeChunk';

const VALUE = { index: 0, type: 0x01 };
const PART = { index: 0, type: 0x21 };

/** Milliseconds of processor time that even a hostile chunk takes; far more than it does, as machines differ. */
const MOST = 3000;

function readInTime(chunk: Uint8Array): ChunkContent {
  let content: ChunkContent | undefined;
  assert.ok(cpuTime(() => (content = readAll(chunk))) < MOST);
  assert.ok(content);
  for (const { offset } of content.problems) assert.ok(offset >= 0 && offset <= chunk.length);
  for (const line of content.lines) assert.equal(findXmlFault(line), undefined, line.slice(0, 500));
  return content;
}

/** A record of one template instance whose definition is said to stand at `offset`. */
function withDefinitionAt(offset: (tokenAt: number) => number): ChunkContent {
  const writer = new ChunkWriter();
  writer.record({ event: { root: element('a'), values: [] } });
  const chunk = writer.finish();
  const token = 512 + 24 + 4;
  new DataView(chunk.buffer).setUint32(token + 6, offset(token), true);
  return readInTime(chunk);
}

describe('.evtx reader and hostile chunks', () => {
  const minimal =
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>" +
    "<TimeCreated SystemTime='2024-05-06T07:08:09.1234567Z'/><EventRecordID>1</EventRecordID></System></Event>";

  const offsets: readonly (readonly [string, (token: number) => number])[] = [
    ['outside of the chunk', () => 0xffffffff],
    ['at the last byte of the chunk', () => 65_535],
    ['at itself', (token) => token],
    ['at the start of its record', () => 512],
    ['in the header', () => 8],
  ];
  for (const [name, offset] of offsets) {
    it(`writes id and time of a record whose template stands ${name}`, () => {
      const content = withDefinitionAt(offset);
      assert.ok(codesOf(content).includes('template-missing'));
      assert.deepEqual([content.heads.length, content.lines], [1, [minimal]]);
    });
  }

  it('reads what stands before damage in a template, and closes it', () => {
    const writer = new ChunkWriter();
    const root = element('Event', {}, [
      element('System', {}, [element('EventID', {}, ['7'])]),
      element('x', {}, [VALUE]),
    ]);
    writer.record({ event: { root, values: [text('y')] } });
    const chunk = writer.finish();
    // The token of the value is replaced by one that does not exist.
    chunk[chunk.findIndex((byte, at) => byte === 0x0d && chunk[at + 3] === 0x01 && chunk[at + 4] === 0x04)] = 0x1f;
    const content = readInTime(chunk);
    assert.deepEqual(
      [content.lines, content.heads[0]?.eventId],
      [['<Event><System><EventID>7</EventID></System><x></x></Event>'], 7],
    );
    assert.deepEqual(content.problems.find(({ code }) => code === 'event-damaged')?.detail, 'token 0x1f');
  });

  it('reports damage inside the chunk that a template would leave', () => {
    const writer = new ChunkWriter();
    const root = element('a', {}, [element('b', { 'name of twenty-one': 'x' }, [VALUE])]);
    const start = writer.record({ event: { root, values: [text('y')] } });
    const chunk = writer.finish();
    const view = new DataView(chunk.buffer);
    view.setUint32(start + 24 + 4 + 10 + 20, 0xffffff, true);
    for (let length = start + 100; length < writer.at; length++) {
      const cut = chunk.slice(0, length);
      const size = length - start;
      new DataView(cut.buffer).setUint32(start + 4, size, true);
      new DataView(cut.buffer).setUint32(length - 4, size, true);
      assert.equal(readInTime(cut).heads.length, 1, `${length} bytes`);
    }
  });

  it('stops at a name that is not there', () => {
    const writer = new ChunkWriter();
    writer.record({ event: { root: element('a', {}, [element('b'), element('b')]), values: [] } });
    const chunk = writer.finish();
    const view = new DataView(chunk.buffer);
    const nameOfB = chunk.findIndex((byte, at) => byte === 0x62 && chunk[at + 2] === 0 && chunk[at - 2] === 1) - 8;
    const second = chunk.findIndex((_, at) => at > nameOfB && view.getUint32(at, true) === nameOfB);
    view.setUint32(second, 0x7fffffff, true);
    const content = readInTime(chunk);
    assert.deepEqual([content.lines, codesOf(content)], [['<a><b/></a>'], ['chunk-records-checksum', 'name-missing']]);
  });

  it('ends elements inside each other at a depth that no log has', () => {
    let inner: Element = element('z');
    for (let depth = 0; depth < 2000; depth++) inner = element('z', {}, [inner]);
    const writer = new ChunkWriter();
    writer.record({ event: inner });
    const content = readInTime(writer.finish());
    assert.deepEqual(codesOf(content), ['event-too-deep']);
    assert.ok(content.lines[0]?.endsWith('</z>'));
  });

  it('ends templates inside each other', () => {
    const root = element('a', {}, [PART]);
    let event = { root, values: [nothing] };
    for (let depth = 0; depth < 100; depth++) event = { root, values: [nested(event)] };
    const writer = new ChunkWriter();
    writer.record({ event });
    assert.deepEqual(codesOf(readInTime(writer.finish())), ['event-too-deep']);
  });

  it('bounds what values that are used many times at many depths become', () => {
    const root = element('a', {}, new Array<Content>(500).fill(PART));
    let event = { root, values: [text('x')] };
    for (let depth = 0; depth < 10; depth++) event = { root, values: [nested(event)] };
    const writer = new ChunkWriter();
    for (let count = 0; count < 20; count++) writer.record({ event });
    const content = readInTime(writer.finish());
    assert.ok(codesOf(content).includes('event-too-large'));
    assert.ok(content.lines.every((line) => line.length < 1_000_000));
  });

  it('bounds what an array becomes whose element has much in it', () => {
    const root = element('a', {}, [element('b', {}, ['x'.repeat(10_000), { index: 0, type: 0x84 }])]);
    const writer = new ChunkWriter();
    writer.record({ event: { root, values: [bytes(0x84, new Array<number>(20_000).fill(1))] } });
    const content = readInTime(writer.finish());
    assert.deepEqual(codesOf(content), ['event-too-large']);
  });

  it('bounds arrays inside arrays', () => {
    const array = { index: 0, type: 0x84 };
    let inner: Element = element('b', {}, [array]);
    for (let depth = 0; depth < 6; depth++) inner = element('b', {}, [inner, array]);
    const writer = new ChunkWriter();
    writer.record({
      event: { root: element('a', {}, [inner]), values: [bytes(0x84, new Array<number>(5000).fill(1))] },
    });
    assert.ok(codesOf(readInTime(writer.finish())).includes('event-too-large'));
  });

  it('bounds definitions that overlap each other', () => {
    const writer = new ChunkWriter();
    // One definition of many elements; every record has its template four bytes further on in it.
    const root = element('a', {}, new Array<Element>(2500).fill(element('b')));
    writer.record({ event: { root, values: [] } });
    const first = 512 + 24 + 4 + 10 + 24;
    for (let index = 0; writer.at < 62_000; index++) {
      writer.record({
        event: {
          root: element('x', {}, [PART]),
          values: [
            value(0x21, (to) => {
              to.u8(0x0c, 1);
              to.u32(7);
              to.u32(first + index * 4 - 24);
            }),
          ],
        },
      });
    }
    readInTime(writer.finish());
  });

  it('believes no count of values', () => {
    const writer = new ChunkWriter();
    writer.record({ event: { root: element('a', {}, [VALUE]), values: [text('x')] } });
    const chunk = writer.finish();
    const count = chunk.findIndex((byte, at) => byte === 1 && at > 560 && chunk[at + 4] === 2 && chunk[at + 6] === 1);
    new DataView(chunk.buffer).setUint32(count, 0xffffffff, true);
    assert.deepEqual(readInTime(chunk).lines, ['<a></a>']);
  });

  it('believes no size of a record', () => {
    for (const size of [0, 1, 27, 0x7fffffff, 0xffffffff]) {
      const writer = new ChunkWriter();
      writer.record({ event: element('a') });
      const second = writer.record({ event: element('b') });
      const chunk = writer.finish();
      new DataView(chunk.buffer).setUint32(516, size, true);
      assert.deepEqual(
        readInTime(chunk).heads.map(({ start }) => start),
        [second],
        String(size),
      );
    }
  });

  it('reads random bytes behind a header', () => {
    let state = 12_345;
    for (let round = 0; round < 30; round++) {
      const chunk = new ChunkWriter().finish(65_536);
      for (let at = 512; at < chunk.length; at++)
        chunk[at] = (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >>> 16;
      new DataView(chunk.buffer).setUint32(512, 0x2a2a, true);
      new DataView(chunk.buffer).setUint32(516, 60_000, true);
      readInTime(chunk);
    }
  });
});
