import assert from 'node:assert/strict';
import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { lineOf, readAll } from './feed';
import {
  ChunkWriter,
  bytes,
  element,
  eventTemplate,
  eventValues,
  nested,
  nothing,
  text,
  texts,
  u16,
  u32,
} from './writeChunk';

const first = { index: 0, type: 0x01 };
const optional = { index: 0, type: 0x01, optional: true };

describe('renderEventXml', () => {
  it('writes an event as Windows exports it', () => {
    const data = element('EventData', {}, [element('Data', { Name: 'param1' }, [first])]);
    const line = lineOf(eventTemplate(), ...eventValues(nested({ root: data, values: [text('WdsImgSrv')] })));
    assert.equal(
      line,
      "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='WDSServer'/>" +
        "<EventID Qualifiers='49152'>257</EventID><Level>2</Level><Keywords>0x80000000000000</Keywords>" +
        "<TimeCreated SystemTime='2024-05-06T07:08:09.1234567Z'/><EventRecordID>4711</EventRecordID><Channel>System</Channel>" +
        '<Computer>pxe01.contoso.example</Computer><Security/></System>' +
        "<EventData><Data Name='param1'>WdsImgSrv</Data></EventData></Event>",
    );
  });

  it('leaves out an optional element or attribute whose value is null, and keeps an empty one', () => {
    const root = element('a', {}, [element('b', { c: 'x' }, [optional]), element('d', { e: optional })]);
    assert.equal(lineOf(root, nothing), '<a><d/></a>');
    assert.equal(lineOf(root, text('')), "<a><b c='x'></b><d e=''/></a>");
  });

  it('writes a null value that is not optional as nothing', () => {
    assert.equal(lineOf(element('a', { b: first }, [first]), nothing), "<a b=''></a>");
  });

  it('keeps the event when its optional data is null', () => {
    assert.equal(lineOf(element('a', {}, ['x', { index: 0, type: 0x21, optional: true }]), nothing), '<a>x</a>');
  });

  it('repeats an element for each item of an array, once for an empty one', () => {
    const root = element('a', {}, [element('Data', { n: 'x' }, [{ index: 0, type: 0x81 }])]);
    assert.equal(
      lineOf(root, texts(['one', '', 't&o'])),
      "<a><Data n='x'>one</Data><Data n='x'></Data><Data n='x'>t&amp;o</Data></a>",
    );
    assert.equal(lineOf(root, texts([])), "<a><Data n='x'></Data></a>");
  });

  it('tells an empty element from one without content', () => {
    assert.equal(lineOf(element('a', {}, [element('b'), element('c', {}, [])])), '<a><b/><c></c></a>');
  });

  it('writes characters, entities and sections of a template', () => {
    const root = element('a', { b: ['x', { character: 39 }] }, [
      { character: 38 },
      { entity: 'lt' },
      { cdata: '<&>' },
      { entity: 'nbsp' },
    ]);
    assert.equal(lineOf(root), "<a b='x&apos;'>&amp;&lt;<![CDATA[<&>]]>&amp;nbsp;</a>");
  });

  it('writes a section that would break the line or end early as text', () => {
    assert.equal(lineOf(element('a', {}, [{ cdata: 'x\ny' }, { cdata: ']]>' }])), '<a>x&#10;y]]&gt;</a>');
  });

  it('keeps an event on one line and leaves references of message files as they are', () => {
    const root = element('a', { b: first }, [first]);
    assert.equal(
      lineOf(root, text("a\r\nb\t'%%1792")),
      "<a b='a&#13;&#10;b&#9;&apos;%%1792'>a&#13;&#10;b\t'%%1792</a>",
    );
  });

  it('replaces what XML forbids', () => {
    assert.equal(
      lineOf(element('a', {}, [first]), text('x\u0001\ud800y\ufffe\ud83d\ude00')),
      '<a>x\ufffd\ufffdy\ufffd\ud83d\ude00</a>',
    );
  });

  it('writes elements that stand in the record itself, without a template', () => {
    const writer = new ChunkWriter();
    writer.record({
      event: element('Event', { xmlns: 'urn:x' }, [element('System', {}, [element('EventID', {}, ['1149'])])]),
    });
    writer.record({ event: element('Event', {}, [element('System', {}, [element('EventID', {}, ['7'])])]) });
    const { lines, heads, problems } = readAll(writer.finish());
    assert.deepEqual(lines, [
      "<Event xmlns='urn:x'><System><EventID>1149</EventID></System></Event>",
      '<Event><System><EventID>7</EventID></System></Event>',
    ]);
    assert.deepEqual(
      heads.map(({ eventId }) => eventId),
      [1149, 7],
    );
    assert.deepEqual(problems, []);
  });

  it('writes elements that stand in a value', () => {
    const part = element('Part', { n: 'x' }, [element('b', {}, ['y'])]);
    assert.equal(
      lineOf(element('a', {}, [{ index: 0, type: 0x21 }]), nested(part)),
      "<a><Part n='x'><b>y</b></Part></a>",
    );
  });

  it('makes names of what no name may hold', () => {
    assert.equal(lineOf(element('1 a', { 'b=c': 'x', 'é²': 'y' })), "<_1_a b_c='x' é_='y'/>");
  });

  it('writes the first of two attributes with the same name', () => {
    assert.equal(lineOf(element('a', { 'b c': 'x', 'b=c': 'y' })), "<a b_c='x'/>");
  });

  it('uses a template again for every record that refers to it', () => {
    const writer = new ChunkWriter();
    const root = element('a', {}, [{ index: 0, type: 0x08 }]);
    for (const number of [1, 2, 3]) writer.record({ event: { root, values: [u32(number)] } });
    assert.deepEqual(readAll(writer.finish()).lines, ['<a>1</a>', '<a>2</a>', '<a>3</a>']);
  });

  it('takes a value that is not there as null', () => {
    assert.equal(
      lineOf(element('a', {}, [element('b', {}, [{ index: 5, type: 0x06, optional: true }])]), u16(1)),
      '<a></a>',
    );
  });

  it('gives back any text that was written, through an XML parser', () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      trimValues: false,
      parseTagValue: false,
      htmlEntities: true,
    });
    const root = element('a', { b: first }, [first]);
    const character = fc.constantFrom(...Array.from('ab<>&\'"]\r\n\t %;#é€\ud83d\ude00'));
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 40 }), (written) => {
        fc.pre(written !== '' && !written.includes('\0'));
        const line = lineOf(root, text(written));
        assert.ok(!/[\r\n]/.test(line));
        const parsed = parser.parse(line) as { a: { '#text': string; '@_b': string } };
        assert.deepEqual([parsed.a['#text'], parsed.a['@_b']], [written, written]);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('drops zero units that end a text and writes bytes of the ANSI code page', () => {
    const root = element('a', {}, [first]);
    assert.equal(lineOf(root, text('ab\0\0')), '<a>ab</a>');
    assert.equal(lineOf(root, bytes(0x02, [0x61, 0x80, 0xe9, 0])), '<a>a€é</a>');
  });
});
