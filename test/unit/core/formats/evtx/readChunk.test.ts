import assert from 'node:assert/strict';
import { EVTX_CHUNK_SIZE, readEvtxChunk } from '../../../../../src/core/formats/evtx';
import { codesOf, readAll } from './feed';
import {
  ChunkWriter,
  SOME_TIME,
  element,
  eventTemplate,
  eventValues,
  filetime,
  nested,
  nothing,
  text,
  u16,
  u32,
} from './writeChunk';

const ROOT = eventTemplate();
const DATA = element('EventData', {}, [element('Data', { Name: 'param1' }, [{ index: 0, type: 0x01 }])]);
const MILLISECONDS = Date.UTC(2024, 4, 6, 7, 8, 9, 123);

/** A chunk of so many events with two templates; gives their offsets too. */
function chunkOf(count: number): { writer: ChunkWriter; offsets: number[] } {
  const writer = new ChunkWriter();
  const offsets: number[] = [];
  for (let index = 0; index < count; index++) {
    const data = nested({ root: DATA, values: [text(`value ${index}`)] });
    const computer = `pxe0${index % 2}.contoso.example`;
    offsets.push(writer.record({ event: { root: ROOT, values: eventValues(data, computer) } }));
  }
  return { writer, offsets };
}

function flip(bytes: Uint8Array, at: number, bits: number): void {
  bytes[at] = (bytes[at] ?? 0) ^ bits;
}

describe('readEvtxChunk', () => {
  it('tells of each record what its event says', () => {
    const { writer, offsets } = chunkOf(2);
    const { heads, problems } = readAll(writer.finish(), 4096);
    assert.deepEqual(problems, []);
    assert.deepEqual(heads[1], {
      start: 4096 + (offsets[1] ?? 0),
      end: 4096 + writer.at,
      recordId: 4711,
      provider: 'WDSServer',
      eventId: 257,
      level: 2,
      timeCreated: { milliseconds: MILLISECONDS, zone: 'utc' },
      computer: 'pxe01.contoso.example',
    });
    assert.equal(heads[0]?.computer, 'pxe00.contoso.example');
  });

  it('makes records only of those that are asked for', () => {
    const rendered: number[] = [];
    let heads = 0;
    readEvtxChunk(chunkOf(5).writer.finish(), {
      head: () => ++heads % 2 === 0,
      record: ({ head }) => void rendered.push(head.start),
      problem: ({ code }) => {
        throw new Error(code);
      },
    });
    assert.deepEqual([heads, rendered.length], [5, 2]);
  });

  it('finds the provider among the values as well as in the template', () => {
    const root = element('Event', {}, [
      element('System', {}, [element('Provider', { Name: { index: 0, type: 0x01 } })]),
    ]);
    const writer = new ChunkWriter();
    for (const name of ['WDSServer', 'WDSIMGSRV', 'WDSIMGSRV'])
      writer.record({ event: { root, values: [text(name)] } });
    assert.deepEqual(
      readAll(writer.finish()).heads.map(({ provider }) => provider),
      ['WDSServer', 'WDSIMGSRV', 'WDSIMGSRV'],
    );
  });

  it('takes fields from System only, and what is missing from the record', () => {
    const root = element('Event', {}, [
      element('UserData', {}, [element('EventID', {}, ['99']), element('Computer', {}, ['x'])]),
      element('System', {}, [element('EventID', {}, [{ index: 0, type: 0x08 }]), element('Level', {}, ['9'])]),
    ]);
    const writer = new ChunkWriter();
    writer.record({ id: 12, event: { root, values: [u32(0xc0030101)] } });
    const [head] = readAll(writer.finish()).heads;
    assert.deepEqual(
      [head?.eventId, head?.level, head?.recordId, head?.provider, head?.computer, head?.timeCreated.milliseconds],
      [0x0101, undefined, 12, '', undefined, MILLISECONDS],
    );
  });

  it('reads times and numbers that are written as text', () => {
    const system = element('System', {}, [
      element('EventID', { Qualifiers: '16384' }, ['7036']),
      element('TimeCreated', { SystemTime: '2012-03-14T09:14:08.124182700Z' }),
    ]);
    const writer = new ChunkWriter();
    writer.record({ event: element('Event', {}, [system]) });
    const [head] = readAll(writer.finish()).heads;
    assert.deepEqual([head?.eventId, head?.timeCreated.milliseconds], [7036, Date.UTC(2012, 2, 14, 9, 14, 8, 124)]);
  });

  it('falls back on the time of the record when the event has a null one', () => {
    const root = element('Event', {}, [
      element('System', {}, [element('TimeCreated', { SystemTime: { index: 0, type: 0x11, optional: true } })]),
    ]);
    const writer = new ChunkWriter();
    writer.record({ event: { root, values: [nothing] } });
    writer.record({ event: { root, values: [filetime(SOME_TIME + 10_000n)] } });
    assert.deepEqual(
      readAll(writer.finish()).heads.map(({ timeCreated }) => timeCreated.milliseconds),
      [MILLISECONDS, MILLISECONDS + 1],
    );
  });

  it('says nothing of a chunk that was never used', () => {
    assert.deepEqual(readAll(new Uint8Array(EVTX_CHUNK_SIZE)), { heads: [], lines: [], problems: [] });
  });

  it('reads a chunk that stands anywhere in its buffer', () => {
    const chunk = chunkOf(2).writer.finish();
    const file = new Uint8Array(chunk.length + 3);
    file.set(chunk, 3);
    assert.deepEqual(readAll(file.subarray(3)), readAll(chunk));
  });

  it('reports sums that do not fit, and reads on', () => {
    const { writer, offsets } = chunkOf(3);
    const chunk = writer.finish();
    chunk[130] = 1;
    flip(chunk, (offsets[2] ?? 0) + 16, 1);
    const content = readAll(chunk);
    assert.deepEqual(codesOf(content), ['chunk-header-checksum', 'chunk-records-checksum']);
    assert.equal(content.heads.length, 3);
  });

  it('does not check sums where the chunk says that it has none', () => {
    const chunk = chunkOf(1).writer.finish();
    chunk[120] = 4;
    assert.deepEqual(codesOf(readAll(chunk)), []);
  });

  it('reads the records behind a bad magic', () => {
    const chunk = chunkOf(3).writer.finish();
    chunk[0] = 0x58;
    const content = readAll(chunk);
    assert.deepEqual([codesOf(content), content.heads.length], [['chunk-magic'], 3]);
  });

  it('reads the records of a chunk whose first pages are lost, as far as they stand for themselves', () => {
    const writer = new ChunkWriter();
    const root = element('Event', {}, [element('System', {}, [element('EventID', {}, ['1'])])]);
    for (let count = 0; count < 3; count++) writer.record({ event: { root: eventTemplate(`p${count}`), values: [] } });
    writer.record({ id: 40, event: { root, values: [] } });
    const [second = 0] = readAll(writer.finish())
      .heads.slice(1)
      .map(({ start }) => start);
    const chunk = writer.finish();
    chunk.fill(0, 0, second);
    const content = readAll(chunk);
    assert.deepEqual(
      content.heads.map(({ recordId }) => recordId),
      [2, 3, 40],
    );
    assert.equal(codesOf(content)[0], 'chunk-magic');
  });

  it('reads records that were written after the header', () => {
    const { writer, offsets } = chunkOf(5);
    const content = readAll(writer.finish(offsets[2]));
    assert.equal(content.heads.length, 5);
    assert.deepEqual(content.problems, [{ code: 'chunk-longer-than-header', offset: offsets[2], detail: '3' }]);
  });

  it('reads the records of a chunk whose header has lost where they end', () => {
    const { writer } = chunkOf(3);
    const chunk = writer.finish();
    new DataView(chunk.buffer).setUint32(48, 0, true);
    const content = readAll(chunk);
    assert.equal(content.heads.length, 3);
    assert.deepEqual(codesOf(content), ['chunk-header-checksum', 'chunk-records-checksum', 'chunk-longer-than-header']);
  });

  it('does not take what is left of an older log for records', () => {
    const { writer, offsets } = chunkOf(3);
    const used = writer.at;
    writer.record({ id: 900, event: element('Event') });
    assert.equal(readAll(writer.finish(used)).heads.length, offsets.length);
  });

  it('reads the records behind one that is damaged', () => {
    const { writer, offsets } = chunkOf(4);
    const chunk = writer.finish();
    const [, second = 0, third = 0] = offsets;
    chunk[second] = 0;
    const content = readAll(chunk);
    assert.deepEqual(
      content.heads.map(({ start }) => start),
      [offsets[0], third, offsets[3]],
    );
    assert.deepEqual(
      content.problems.filter(({ code }) => code === 'record-damaged'),
      [{ code: 'record-damaged', offset: second, detail: String(third - second) }],
    );
  });

  it('reads the start of a record whose end is damaged, and the one after it', () => {
    const { writer, offsets } = chunkOf(3);
    const chunk = writer.finish();
    flip(chunk, (offsets[2] ?? 0) - 4, 0xff);
    const content = readAll(chunk);
    assert.deepEqual([content.heads.length, codesOf(content)], [3, ['chunk-records-checksum', 'record-damaged']]);
  });

  it('reads every record that is whole in a chunk that is cut off anywhere', () => {
    const { writer, offsets } = chunkOf(4);
    const chunk = writer.finish();
    const whole = readAll(chunk);
    const ends = [...offsets.slice(1), writer.at];
    for (let length = 0; length < writer.at + 8; length++) {
      const { heads, lines, problems } = readAll(chunk.subarray(0, length));
      const expected = ends.filter((end) => end <= length).length;
      assert.deepEqual(heads, whole.heads.slice(0, expected), `${length} bytes`);
      assert.deepEqual(lines, whole.lines.slice(0, expected), `${length} bytes`);
      assert.equal(
        problems.some(({ code }) => code === 'chunk-cut-off'),
        length > 0,
        `${length} bytes`,
      );
    }
  });

  it('gives the values of the records next to any damaged byte', () => {
    const { writer, offsets } = chunkOf(3);
    const chunk = writer.finish();
    const whole = readAll(chunk);
    // The first record holds names and templates of the others; the last one stands for itself.
    for (let at = offsets[2] ?? 0; at < writer.at; at++) {
      const damaged = chunk.slice();
      flip(damaged, at, 1 << (at % 8));
      const content = readAll(damaged);
      assert.deepEqual(content.lines.slice(0, 2), whole.lines.slice(0, 2), `byte ${at}`);
      assert.ok(codesOf(content).includes('chunk-records-checksum'), `byte ${at}`);
    }
  });

  it('takes the event id from the text of its element, not from its qualifiers', () => {
    const root = element('Event', {}, [
      element('System', {}, [element('EventID', { Qualifiers: { index: 0, type: 0x06 } }, [{ index: 1, type: 0x06 }])]),
    ]);
    const writer = new ChunkWriter();
    writer.record({ event: { root, values: [u16(0xc103), u16(0x0136)] } });
    const [head] = readAll(writer.finish()).heads;
    assert.equal(head?.eventId, 0x0136);
  });
});
