import { ChunkWriter, crcOf, element } from '../../../unit/core/formats/evtx/writeChunk';
import type { WrittenEvent } from './events';

/** A chunk is closed when it is so full that another event may not fit. */
const NEARLY_FULL = 60_000;
const HEADER_LENGTH = 4096;

/** A binary log with these events, as Windows would keep them. */
export function writeEvtx(events: readonly WrittenEvent[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  let writer = new ChunkWriter();
  events.forEach((event, index) => {
    if (writer.at > NEARLY_FULL) {
      chunks.push(writer.finish());
      writer = new ChunkWriter();
    }
    writer.record({ id: index + 1, event: elementOf(event, index + 1) });
  });
  chunks.push(writer.finish());
  return joined([headerOf(chunks.length, events.length), ...chunks]);
}

function elementOf(event: WrittenEvent, id: number): ReturnType<typeof element> {
  const { provider, eventId, time, data, level = 2, computer = 'PXE01.contoso.example' } = event;
  return element('Event', { xmlns: 'http://schemas.microsoft.com/win/2004/08/events/event' }, [
    element('System', {}, [
      element('Provider', { Name: provider }),
      element('EventID', { Qualifiers: '49152' }, [String(eventId)]),
      element('Level', {}, [String(level)]),
      element('TimeCreated', { SystemTime: time }),
      element('EventRecordID', {}, [String(id)]),
      element('Channel', {}, ['System']),
      element('Computer', {}, [computer]),
    ]),
    element(
      'EventData',
      {},
      data.map((value) => element('Data', {}, [value])),
    ),
  ]);
}

function headerOf(chunkCount: number, eventCount: number): Uint8Array {
  const header = new Uint8Array(HEADER_LENGTH);
  const view = new DataView(header.buffer);
  header.set(new TextEncoder().encode('ElfFile'));
  view.setBigUint64(16, BigInt(chunkCount - 1), true);
  view.setBigUint64(24, BigInt(eventCount + 1), true);
  view.setUint32(32, 128, true);
  view.setUint16(36, 1, true);
  view.setUint16(38, 3, true);
  view.setUint16(40, HEADER_LENGTH, true);
  view.setUint16(42, chunkCount, true);
  view.setUint32(124, crcOf(header.subarray(0, 120)), true);
  return header;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
