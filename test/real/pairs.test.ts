import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import messageTemplates from '../../src/catalogue/messages.json';
import { type EventRecord, ByteDecoder, detectFormat } from '../../src/core';
import { shared } from './shared';

/** All records of a real file. */
function recordsOf(path: string): readonly EventRecord[] {
  const decoder = new ByteDecoder();
  const file = readFileSync(join(shared, 'data', path));
  const text = decoder.push(path.endsWith('.gz') ? gunzipSync(file) : file) + decoder.finish();
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

function secondOf({ timeCreated }: EventRecord): number {
  return Math.floor((timeCreated?.value.milliseconds ?? NaN) / 1000);
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

  it('is the same in Format-List and in the reference of the .evtx that it was made of', () => {
    const listed = recordsOf('text/format-list/deepbluecli_metasploit-psexec-native-target-system.fl.txt');
    const [line] = readFileSync(join(shared, 'data/reference/evtx-reference.tsv'), 'utf8')
      .split('\n')
      .filter((each) => each.includes('metasploit-psexec-native-target-system.evtx'));
    const hash = line?.split('\t')[1]?.slice(0, 16) ?? assert.fail();
    const binary = recordsOf(`reference/evtxexport-xml/${hash}.xml.gz`);
    // The newest comes first in the list.
    const [newest] = listed;
    const last = binary.at(-1);
    assert.ok(newest && last);
    const offset = secondOf(newest) - secondOf(last);
    assert.ok(offset % 900 === 0, `${offset} s is no offset of a zone`);
    for (const record of listed) {
      const message = record.message?.value ?? assert.fail();
      const same = binary.filter(
        (other) =>
          other.provider.value === record.provider.value &&
          other.eventId?.value === record.eventId?.value &&
          secondOf(other) + offset === secondOf(record) &&
          other.eventData.every(({ value }) => message.includes(value)),
      );
      assert.equal(same.length, 1, message);
    }
  });

  it('is the same in every encoding of Get-EventLog but for the letters that were lost', () => {
    const folder = 'text/get-eventlog-csv/ja_get-eventlog_';
    const [utf8, ascii] = ['utf8bom.csv', 'ascii-mojibake.csv'].map((name) => recordsOf(`${folder}${name}`));
    assert.equal(utf8?.length, 7);
    assert.deepEqual(utf8.map(saysOf), ascii?.map(saysOf));
  });
});
