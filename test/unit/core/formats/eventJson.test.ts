import assert from 'node:assert/strict';
import { eventJson } from '../../../../src/core/formats/eventJson';
import { spanWithin } from '../../../../src/core/text/escapes';
import { cpuTime } from '../../cpuTime';
import { readAll } from '../../feed';
import { marked } from '../../marked';

const event = (id: number): string =>
  `{"ProviderName":"WDSServer","Id":${id},"Level":3,"TimeCreated":"2012-03-14T09:16:09Z"}`;

function idsIn(text: string): (number | undefined)[] {
  return readAll(eventJson, text).heads.map(({ eventId }) => eventId?.value);
}

function problemsIn(text: string): (readonly [string, number])[] {
  return readAll(eventJson, text).problems.map(({ code, span }) => [code, span.start] as const);
}

describe('events as JSON', () => {
  it('have exact places', () => {
    const { text, spans } = marked(
      '[\r\n {"Id": «512», "ProviderName": "«WDSServer»", "TimeCreated": "«\\/Date(1331716569000)\\/»"}]',
    );
    const [head] = readAll(eventJson, text).heads;
    assert.deepEqual([head?.eventId?.span, head?.provider.span, head?.timeCreated?.span], spans);
    assert.deepEqual(head?.timeCreated?.value, { milliseconds: 1331716569000, zone: 'utc' });
  });

  it('may have their number behind them, as PowerShell 5 writes it', () => {
    for (const text of [
      `{\r\n    "value":  [${event(1)},${event(2)}],\r\n    "Count":  2\r\n}\r\n`,
      `{"value":[${event(1)},${event(2)}],"Count":2}`,
    ])
      assert.deepEqual([idsIn(text), problemsIn(text)], [[1, 2], []]);
    const other = `{"value":[${event(1)}],"Count":"2"}`;
    assert.deepEqual(problemsIn(other), [['text-not-understood', other.indexOf('"Count"')]]);
  });

  it('keep numbers beyond 2^53 as they are written', () => {
    const text =
      '{"Event":{"System":{"Provider":{"Name":"P"},"EventID":{"Value":1}},"EventData":{"mask":9223372036854775809}}}';
    assert.equal(readAll(eventJson, text).records[0]?.eventData[0]?.value, '9223372036854775809');
  });

  it('find a place inside a text behind escapes', () => {
    const { text, spans } = marked('{"Id":1,"ProviderName":"P","Message":"a\\r\\n\\u0027b\\u0027 «0xC1030136»"}');
    const message = readAll(eventJson, text).records[0]?.message;
    assert.ok(message);
    const from = message.value.indexOf('0x');
    assert.deepEqual(spanWithin(message, from, from + 10), spans[0]);
  });

  it('take an entry type for what it is, not for a level', () => {
    const text = '{"EventID":7031,"Source":"SCM","EntryType":1,"InstanceId":3221232503,"TimeGenerated":"x"}';
    const { records, problems } = readAll(eventJson, text);
    assert.deepEqual([records[0]?.level?.value, records[0]?.qualifiers], [2, 49152]);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['field-not-readable'],
    );
  });

  it('invent no zone', () => {
    const text = '{"EventTime":"2012-03-14 10:14:08","SourceName":"P","EventID":1}';
    assert.equal(readAll(eventJson, text).heads[0]?.timeCreated?.value.zone, 'unstated');
  });

  it('are found in an object that holds nothing else', () => {
    assert.deepEqual(idsIn(`{"Events": [${event(1)}, ${event(2)}]}`), [1, 2]);
    assert.deepEqual(idsIn(`{"_index":"x","_source":${event(3)}}`), [3]);
  });

  it('are read on behind a string that is not closed', () => {
    const damaged = '{"ProviderName":"WDSServer","Id":7,"Message":"cut';
    const text = `${event(1)}\n${damaged}\n${event(2)}\n`;
    assert.deepEqual(idsIn(text), [1, 7, 2]);
    assert.deepEqual(problemsIn(text), [['json-damaged', text.indexOf('cut') + 3]]);
  });

  it('are read with a blank where a mail program broke a line inside a text, which is told once', () => {
    const { text, spans } = marked(
      '{"ProviderName":"WDSServer","Id":512,"Message":"An error of\u0027s«\r\n»image server.  \n   Code:\n\n«0xC1030136»"}\n{"ProviderName":"WDS\nServer","Id":513}',
    );
    const whole = readAll(eventJson, text);
    assert.equal(whole.records[0]?.message?.value, "An error of's image server. Code: 0xC1030136");
    assert.equal(whole.records[1]?.provider.value, 'WDS Server');
    assert.deepEqual(whole.problems, [{ code: 'json-lines-broken', span: spans[0] }]);
    const message = whole.records[0].message;
    assert.deepEqual(spanWithin(message, message.value.length - 10, message.value.length), spans[1]);
    for (let blockSize = 1; blockSize < text.length; blockSize++) {
      assert.deepEqual(readAll(eventJson, text, { blockSize }), whole, `blocks of ${blockSize} units`);
    }
  });

  it('do not wait for the end of a text that is longer than any of an event', () => {
    const text = `{"ProviderName":"P","Id":7,"Message":"cut\n${'x\n'.repeat(0x10000)}"}\n${event(2)}`;
    assert.deepEqual(idsIn(text), [7, 2]);
    assert.deepEqual(problemsIn(text), [['json-damaged', text.indexOf('cut') + 3]]);
  });

  it('are read on behind damage in an array on one line', () => {
    const text = `[${event(1)},{"ProviderName":"P","Id" 5},${event(2)}]`;
    assert.deepEqual(idsIn(text), [1, 2]);
    assert.equal(problemsIn(text).length, 1);
  });

  it('are not swallowed by an array that is never closed', () => {
    const text = `[{"ProviderName":"P","Id":5,"Properties":[${event(1)},${event(2)}]`;
    assert.deepEqual(idsIn(text), [5, 1, 2]);
    assert.deepEqual(problemsIn(text), [['json-damaged', text.indexOf(event(1))]]);
  });

  it('tell once of other objects in a row', () => {
    assert.deepEqual(problemsIn(`${event(1)}\n{"a":1}\n{"b":2}\n${event(2)}\n{"c":3}\n`), [
      ['text-not-understood', event(1).length + 1],
      ['text-not-understood', event(1).length * 2 + 18],
    ]);
  });

  it('are found in a damaged answer of Elasticsearch, whatever the blocks', () => {
    const text = `{"took":d_:false,"hits":{"total":5,"hits":[${event(512)}, ${event(258)}]}}`;
    const whole = readAll(eventJson, text);
    assert.deepEqual(
      whole.heads.map(({ eventId }) => eventId?.value),
      [512, 258],
    );
    for (let blockSize = 1; blockSize < text.length; blockSize++) {
      assert.deepEqual(readAll(eventJson, text, { blockSize }), whole, `blocks of ${blockSize} units`);
    }
  });

  it('are not seen in other JSON', () => {
    const others = [
      '{"name":"x","version":"1.0.0"}',
      '[{"id":1,"source":"a","message":"b","level":"error"}]',
      '{"Id":7031,"Source":"WDSServer","Level":"Error"}',
      '[[[[',
      '{',
      '',
    ];
    assert.deepEqual(
      others.filter((text) => eventJson.detect(text)),
      [],
    );
  });

  it('take time that grows with their size only, however they nest', () => {
    for (const unit of ['[', '{"a":', '{"', '{"a":["', '"', '\\', '{"Id":1,']) {
      const text = event(1) + unit.repeat(50_000);
      const taken = cpuTime(() => {
        assert.equal(readAll(eventJson, text, { messageTemplates: [] }).heads.length, 1);
      });
      assert.ok(taken < 5000, unit);
    }
  });
});
