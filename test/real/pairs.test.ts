import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import messageTemplates from '../../src/catalogue/messages.json';
import { type EventRecord, ByteDecoder, detectFormat } from '../../src/core';
import { shared } from './shared';

/** All records of a real file. */
function recordsOf(path: string): readonly EventRecord[] {
  const decoder = new ByteDecoder();
  const text = decoder.push(readFileSync(join(shared, 'data', path))) + decoder.finish();
  const records: EventRecord[] = [];
  const reader = detectFormat(text)?.openReader({ dateOrder: 'auto', messageTemplates });
  reader?.read(
    { text, base: 0, ended: true },
    { head: () => true, record: (record) => void records.push(record), problem: () => undefined },
  );
  return records;
}

/** What a record says, without its places. */
function saysOf({
  provider,
  eventId,
  level,
  timeCreated,
  computer,
  recordId,
  channel,
  eventData,
}: EventRecord): unknown {
  return {
    provider: provider.value,
    eventId: eventId?.value,
    level: level?.value,
    time: timeCreated?.value,
    computer: computer?.value,
    recordId: recordId?.value,
    channel: channel?.value,
    data: eventData.map(({ name, value }) => [name, value]),
  };
}

function valueOf({ eventData }: EventRecord, name: string): string | undefined {
  return eventData.find((item) => item.name === name)?.value;
}

describe('real files: one event in two shapes', () => {
  it('is the same in a JSON array and in JSON lines', () => {
    const array = recordsOf('pairs/WithSecureLabs+chainsaw/tests/evtx/clo_search_qj_simple_string.txt');
    const lines = recordsOf('pairs/WithSecureLabs+chainsaw/tests/evtx/clo_search_q_jsonl_simple_string.txt');
    assert.equal(array.length, 2);
    assert.deepEqual(array.map(saysOf), lines.map(saysOf));
  });

  it('is the same in the two tables of messages of one parser', () => {
    const [linux] = recordsOf('pairs/Velocidex+evtx/fixtures/Event4624_linux.golden');
    const [windows] = recordsOf('pairs/Velocidex+evtx/fixtures/Event4624_windows.golden');
    assert.ok(linux && windows);
    assert.deepEqual(saysOf(linux), saysOf(windows));
    assert.equal(valueOf(linux, 'TargetUserName'), 'user');
  });

  it('is the same in every encoding of Get-EventLog but for the letters that were lost', () => {
    const folder = 'text/get-eventlog-csv/ja_get-eventlog_';
    const [utf8, ascii] = ['utf8bom.csv', 'ascii-mojibake.csv'].map((name) => recordsOf(`${folder}${name}`));
    assert.equal(utf8?.length, 7);
    assert.deepEqual(utf8.map(saysOf), ascii?.map(saysOf));
  });
});
