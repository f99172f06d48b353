import assert from 'node:assert/strict';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { eventXml } from '../../../../src/core/formats/eventXml';
import type { EventRecord } from '../../../../src/core/records/eventRecord';
import { readAll } from '../../feed';
import { marked } from '../../marked';

const NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';

const terminated =
  `<Event xmlns='${NAMESPACE}'><System><Provider Name='Service Control Manager' Guid='{555908d1-a6d7-4695-8e1e-26931d2012f4}' ` +
  `EventSourceName='Service Control Manager'/><EventID Qualifiers='49152'>7031</EventID><Version>0</Version><Level>2</Level>` +
  `<Task>0</Task><Opcode>0</Opcode><Keywords>0x8080000000000000</Keywords><TimeCreated SystemTime='2012-03-14T09:14:08.124182700Z'/>` +
  `<EventRecordID>143</EventRecordID><Correlation/><Execution ProcessID='516' ThreadID='3772'/><Channel>System</Channel>` +
  `<Computer>PXE01.contoso.example</Computer><Security UserID='S-1-5-18'/></System><EventData><Data Name='param1'>Windows ` +
  `Deployment Services Server</Data><Data Name='param2'>2</Data><Data/><Binary>5700440053005300</Binary></EventData></Event>`;

const heap =
  `<Event xmlns="${NAMESPACE}">\r\n  <System>\r\n    <Provider Name="Application Error" />\r\n    <EventID Qualifiers="0">1000</EventID>\r\n` +
  `    <Level>2</Level>\r\n    <TimeCreated SystemTime="2012-03-14T09:14:07.0000000Z" />\r\n    <Channel>Application</Channel>\r\n` +
  `    <Computer>PXE01</Computer>\r\n  </System>\r\n  <EventData>\r\n    <Data>svchost.exe_WDSServer</Data>\r\n    <Data>6.0 &lt;x&gt; &amp;amp; &#13;&#10;</Data>\r\n` +
  `    <Data><![CDATA[a </Event> <b>]]></Data>\r\n    <Data>\r\n</Data>\r\n  </EventData>\r\n</Event>`;

/** The texts that the places of a record stand for. */
function textsOf(text: string, record: EventRecord): Record<string, string | undefined> {
  const { provider, eventId, level, timeCreated, recordId, channel, computer, userId } = record;
  const fields = { provider, eventId, level, timeCreated, recordId, channel, computer, userId };
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, textOf(text, field?.span)]));
}

function textOf(text: string, span: { start: number; end: number } | undefined): string | undefined {
  return span && text.slice(span.start, span.end);
}

describe('event-xml', () => {
  it('reads every field of the event schema with its place', () => {
    const text = `<Events>${terminated}</Events>`;
    const [record, ...others] = readAll(eventXml, text).records;
    assert.ok(record);
    assert.equal(others.length, 0);
    assert.equal(textOf(text, record.span), terminated);
    assert.deepEqual(textsOf(text, record), {
      provider: 'Service Control Manager',
      eventId: '7031',
      level: '2',
      timeCreated: '2012-03-14T09:14:08.124182700Z',
      recordId: '143',
      channel: 'System',
      computer: 'PXE01.contoso.example',
      userId: 'S-1-5-18',
    });
    assert.deepEqual(
      [record.provider.value, record.eventId?.value, record.level?.value],
      ['Service Control Manager', 7031, 2],
    );
    assert.deepEqual([record.qualifiers, record.recordId?.value, record.userId?.value], [49152, 143, 'S-1-5-18']);
    assert.deepEqual(record.timeCreated?.value, { milliseconds: Date.UTC(2012, 2, 14, 9, 14, 8, 124), zone: 'utc' });
    assert.equal(record.binary?.value, '5700440053005300');
    assert.deepEqual(
      record.eventData.map(({ name, value, span }) => [name, value, textOf(text, span)]),
      [
        ['param1', 'Windows Deployment Services Server', 'Windows Deployment Services Server'],
        ['param2', '2', '2'],
        [undefined, '', '<Data/>'],
      ],
    );
  });

  it('undoes entities and CDATA, and does not end an event inside one', () => {
    const [record] = readAll(eventXml, heap).records;
    assert.deepEqual(
      record?.eventData.map(({ value }) => value),
      ['svchost.exe_WDSServer', '6.0 <x> &amp; \r\n', 'a </Event> <b>', '\n'],
    );
  });

  it('reads events without a root element, one after the other', () => {
    const { records, problems } = readAll(eventXml, terminated + heap + terminated);
    assert.deepEqual(
      records.map(({ eventId }) => eventId?.value),
      [7031, 1000, 7031],
    );
    assert.deepEqual(problems, []);
  });

  it('reads what the Details tab copies, with its minus signs', () => {
    const text = `- <Event xmlns="${NAMESPACE}">\n- <System>\n  <Provider Name="WDSServer" /> \n  <EventID Qualifiers="49414">512</EventID> \n  </System>\n- <EventData>\n  <Data>WdsImgSrv</Data> \n  </EventData>\n  </Event>\n`;
    const { records, problems } = readAll(eventXml, text);
    assert.deepEqual(
      records.map(({ eventId, eventData }) => [eventId?.value, eventData[0]?.value]),
      [[512, 'WdsImgSrv']],
    );
    assert.deepEqual(problems, []);
  });

  it('reads rendered messages and UserData', () => {
    const text =
      `<Event><System><Provider Name='X'/><EventID>1</EventID></System><UserData><Info xmlns='y'><Code>5</Code><Deep><Path>c</Path></Deep></Info></UserData>` +
      `<RenderingInfo Culture='en-US'><Message>It &quot;stopped&quot;.</Message></RenderingInfo></Event>`;
    const [record] = readAll(eventXml, text).records;
    assert.equal(record?.message?.value, 'It "stopped".');
    assert.deepEqual(
      record.eventData.map(({ name, value }) => [name, value]),
      [
        ['Code', '5'],
        ['Path', 'c'],
      ],
    );
  });

  it('reads elements with a namespace prefix', () => {
    const text = `<ev:Events><ev:Event xmlns:ev='${NAMESPACE}'><ev:System><ev:Provider Name='P'/><ev:EventID>7</ev:EventID></ev:System><ev:EventData><ev:Data>d</ev:Data></ev:EventData></ev:Event></ev:Events>`;
    const [record] = readAll(eventXml, text).records;
    assert.deepEqual([record?.provider.value, record?.eventId?.value, record?.eventData[0]?.value], ['P', 7, 'd']);
  });

  it('takes the low word of an event id, and no number for none', () => {
    const event = (id: string) => `<Event><System><Provider Name='P'/><EventID>${id}</EventID></System></Event>`;
    const { records } = readAll(eventXml, event('3221232503') + event('x') + event(''));
    assert.deepEqual(
      records.map(({ eventId }) => eventId?.value),
      [3221232503 % 65536, undefined, undefined],
    );
  });

  it('reports mismatched tags at their place and keeps what can be read', () => {
    const { text, spans } = marked(
      `<Event><System><Provider Name='P'/><EventID>7</EventID></System><EventData><Data>a«</Dat»</EventData></Event>${terminated}`,
    );
    const { records, problems } = readAll(eventXml, text);
    assert.deepEqual(
      records.map(({ eventId }) => eventId?.value),
      [7, 7031],
    );
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['xml-malformed'],
    );
    assert.equal(problems[0]?.span.start, spans[0]?.start);
  });

  it('reports an event that is not closed before the next one, and reads both', () => {
    const cut = terminated.slice(0, terminated.indexOf('<Data/>'));
    const { records, problems } = readAll(eventXml, cut + heap);
    assert.deepEqual(
      records.map(({ eventId }) => eventId?.value),
      [7031, 1000],
    );
    assert.equal(records[0]?.eventData[0]?.value, 'Windows Deployment Services Server');
    assert.deepEqual(
      problems.map(({ code, span }) => [code, span.start]),
      [['xml-cut-off', 0]],
    );
  });

  it('does not obey declared entities and says so', () => {
    const text = `<?xml version='1.0'?><!DOCTYPE bomb [<!ENTITY a "aaaa">]><Events><Event><System><Provider Name='P'/><EventID>1</EventID></System><EventData><Data>&a;</Data></EventData></Event></Events>`;
    assert.ok(eventXml.detect(text));
    assert.ok(eventXml.detect(text.replace(']>', '\n<!ENTITY b "&a;">\n] >\n')));
    assert.ok(!eventXml.detect(text.replace(']>', ']>words ')));
    const { records, problems } = readAll(eventXml, text);
    assert.equal(records[0]?.eventData[0]?.value, '&a;');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['xml-declares-entities'],
    );
  });

  it('reports what is declared before the first event, in blocks of every size', () => {
    const declared = `<?xml version='1.0'?><!-- <!DOCTYPE x> -->${' '.repeat(100)}<!DOCTYPE bomb>${' '.repeat(100)}`;
    const text = `${declared}<Events>${terminated}<!DOCTYPE other>${terminated}</Events>`;
    const whole = readAll(eventXml, text);
    assert.deepEqual(
      whole.problems.map(({ code, span }) => [code, span.start]),
      [['xml-declares-entities', text.indexOf('<!DOCTYPE bomb')]],
    );
    for (let blockSize = 1; blockSize < 300; blockSize += 1 + (blockSize >> 3)) {
      assert.deepEqual(readAll(eventXml, text, { blockSize }), whole, `block size ${blockSize}`);
    }
  });

  it('knows in blocks of every size what stands in a comment or CDATA section', () => {
    const hidden = `<!-- ${' '.repeat(80)}${terminated} --><![CDATA[${terminated}${' '.repeat(80)}]]>`;
    for (const text of [
      `${hidden}<Events>${terminated}${hidden}${hidden}${terminated}</Events>${hidden}`,
      `<Events>${terminated}<!-- never closed ${' '.repeat(80)}${terminated}${terminated}`,
      `<Events>${terminated}<!-->${' '.repeat(80)}${terminated}-->${terminated}<![CDATA[${terminated}`,
    ]) {
      const whole = readAll(eventXml, text);
      assert.ok(whole.records.length <= 2);
      for (let blockSize = 1; blockSize < 300; blockSize += 1 + (blockSize >> 3)) {
        assert.deepEqual(readAll(eventXml, text, { blockSize }), whole, `block size ${blockSize}`);
      }
    }
  });

  it('gives the same records in blocks of every size', () => {
    const text = `\r\n<Events>\r\n${terminated}\r\n${heap}<!-- <Event > -->${terminated}</Events>`;
    const whole = readAll(eventXml, text);
    assert.equal(whole.records.length, 3);
    for (let blockSize = 1; blockSize < 200; blockSize++) {
      assert.deepEqual(readAll(eventXml, text, { blockSize }), whole, `block size ${blockSize}`);
    }
  });

  it('reads what is whole when the text is cut anywhere', () => {
    const text = `<Events>${terminated}${heap}</Events>`;
    for (let end = 0; end <= text.length; end++) {
      const { records, problems } = readAll(eventXml, text.slice(0, end));
      for (const { span } of [...records, ...problems])
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= end);
      if (end >= text.indexOf(heap)) assert.equal(textOf(text, records[0]?.span), terminated);
      if (end >= text.indexOf(heap) + heap.length) assert.equal(problems.length, 0);
    }
  });

  it('reads arbitrary damage without failing', () => {
    const text = `<Events>${terminated}${heap}</Events>`;
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom('<', '>', '"', "'", '&', '\0', '\uD800', '<!--', '<![CDATA[', ''),
        (at, insert) => {
          const damaged = text.slice(0, at) + insert + text.slice(at + 1);
          const { records, problems } = readAll(eventXml, damaged);
          for (const { span } of [...records, ...problems])
            assert.ok(span.start <= span.end && span.end <= damaged.length);
        },
      ),
      { seed: 2510665, numRuns: 500 },
    );
  });

  it('reads the same values as a full XML parser', () => {
    const value = fc.string({
      unit: fc.constantFrom('a', '<', '&', '"', "'", ' ', 'ü', ']]>', '\u{1F600}'),
      minLength: 1,
    });
    const escaped = (text: string) =>
      text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/'/g, '&apos;');
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
        const data = values.map((text) => `<Data Name='${escaped(text)}'>${escaped(text)}</Data>`).join('');
        const xml = `<Event><System><Provider Name='P'/><EventID>1</EventID></System><EventData>${data}</EventData></Event>`;
        const [record] = readAll(eventXml, xml).records;
        assert.deepEqual(
          record?.eventData.map(({ name, value: read }) => [name, read]),
          values.map((text) => [text, text]),
        );
        const tree: unknown = new XMLParser({
          trimValues: false,
          parseTagValue: false,
          isArray: (name) => name === 'Data',
        }).parse(xml);
        assert.deepEqual(tree, { Event: { System: { Provider: '', EventID: '1' }, EventData: { Data: values } } });
      }),
      { seed: 7031, numRuns: 200 },
    );
  });

  it('is recognised by content alone', () => {
    for (const head of [
      `<Events>${terminated}`,
      terminated,
      `\uFEFF<?xml version="1.0"?>\r\n<Events>${heap}`,
      `- ${heap}`,
    ]) {
      assert.equal(eventXml.detect(head), true, head.slice(0, 40));
    }
  });

  it('leaves other XML alone', () => {
    for (const head of [
      '<project><Event name="x"/></project>',
      '<Events><Event><title>Party</title></Event></Events>',
      '<html><body>&lt;Event </body></html>',
      `Log Name: System\n${terminated}`,
      'plain text',
      '',
    ]) {
      assert.equal(eventXml.detect(head), false, head.slice(0, 40));
    }
  });
});
