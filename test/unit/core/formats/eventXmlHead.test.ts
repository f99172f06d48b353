import assert from 'node:assert/strict';
import fc from 'fast-check';
import { eventXml } from '../../../../src/core/formats/eventXml';
import { XmlHeadReader } from '../../../../src/core/formats/eventXmlHead';
import { EventXmlScanner } from '../../../../src/core/formats/eventXmlScanner';
import { XmlEventCursor } from '../../../../src/core/formats/xmlEventCursor';
import { type RecordBrief, briefOf } from '../../../../src/core/records/recordBrief';

/** Mostly what Windows writes, so that an event finds the one before in the reader's memory, and now and then something else. */
function mostly(usual: string, ...others: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom('', ...others) },
  );
}

const number = (most: number) => fc.nat(most).map(String);
const quote = mostly("'", '"');

const event = fc
  .record({
    start: mostly(
      "<Event xmlns='http://x/event'>",
      '<Event>',
      '<Event  >',
      '<Event a="</System>">',
      '<Event><EventID>9</EventID>',
    ),
    system: mostly('<System>', '<System\r\n>', ' <System> ', '<System><Level>1</Level>'),
    provider: mostly(
      '<Provider Name=',
      '<Provider Guid="{1}" Name=',
      '<ProviderX Name=',
      '<Provider\tName = ',
      '<Provider><A Name=',
    ),
    name: fc.oneof(
      fc.constantFrom('Service Control Manager', 'MsiInstaller', 'A &amp; B', ''),
      mostly('WDSServer', "a'b", 'a>b', 'a<b'),
    ),
    nameEnd: mostly('/>', " Guid='{555908d1}'/>", '>', '></Provider>', ' />\r\n'),
    id: mostly(
      "<EventID Qualifiers='16384'>",
      '<EventID>',
      '<EventID Qualifiers="0">',
      '<EventID/>',
      '<EventIDs>',
      '<EventID> ',
    ),
    idValue: fc.oneof(
      { weight: 9, arbitrary: number(99_999) },
      { weight: 1, arbitrary: fc.constantFrom('', 'x', '3221232503', '12345678901', ' 7 ') },
    ),
    level: mostly(
      '</EventID><Version>0</Version><Level>',
      '</EventID><Level>',
      '</EventID></System><Level>',
      '<Level>',
    ),
    levelValue: fc.oneof(
      { weight: 9, arbitrary: number(5) },
      { weight: 1, arbitrary: fc.constantFrom('', '9', '42', ' 4', 'Information') },
    ),
    time: mostly(
      '</Level><Task>0</Task><TimeCreated SystemTime=',
      '</Level></System><TimeCreated SystemTime=',
      '</Level><TimeCreated a="b" SystemTime=',
    ),
    timeValue: mostly(
      '2012-03-14T09:14:08.124182700Z',
      '2012-02-31T09:14:08.124Z',
      '2012-03-14T09:14:08',
      '2012-03-14 09:14',
      'x',
      '2012-03-14T09:14:08.12"Z',
      '2012-03-14T09:14:08.1234567890Z',
    ),
    between: mostly(
      '/><EventRecordID>1</EventRecordID>',
      '/>',
      '/></System>',
      '></TimeCreated>',
      '/><Computers>x</Computers>',
    ),
    computer: mostly('<Computer>', '<Computer a="b">', '<Computer >', '<Computer/>', '</System><Computer>'),
    computerName: mostly('PXE01.contoso.example', ' PXE01 ', 'ü', 'a&lt;b', 'x\r\n'),
    end: mostly(
      '</Computer><Security/></System>',
      '</System>',
      '</Computer>',
      '<',
      '</Computer></System><RenderingInfo><Level>Information</Level></RenderingInfo>',
    ),
    quotes: fc.tuple(quote, quote, quote, quote),
    rest: mostly(
      '<EventData><Data>x</Data></EventData></Event>',
      '</Event>',
      '<EventData><Computer>no</Computer></EventData></Event>',
    ),
    cut: fc.option(fc.noBias(fc.nat(999)), { freq: 8 }),
  })
  .map((it) => {
    const [open, close, before, after] = it.quotes;
    const text =
      `${it.start}${it.system}${it.provider}${open}${it.name}${close}${it.nameEnd}${it.id}${it.idValue}${it.level}${it.levelValue}` +
      `${it.time}${before}${it.timeValue}${after}${it.between}${it.computer}${it.computerName}${it.end}${it.rest}`;
    return it.cut === null ? text : text.slice(0, Math.max(7, Math.floor((text.length * it.cut) / 1000)));
  });

const names = mostly('Service Control Manager', 'Service Control ManXger', 'A &amp; B');

/** An event as Windows writes it, with something written over a part of it, put in or taken out. */
const spoilt = fc
  .record({
    name: names,
    id: mostly('7036', '7', '70361234567'),
    at: fc.noBias(fc.nat(999)),
    piece: fc.constantFrom(
      ...[
        '</System>',
        '<System>',
        '<Level>1</Level>',
        '<EventID>1</EventID>',
        "<Provider Name='X'/>",
        '<Computer>x</Computer>',
      ],
      ...[
        "<TimeCreated SystemTime='2001-01-01T00:00:00.000Z'/>",
        '>',
        '<',
        "'",
        '"',
        '/',
        ' ',
        '1',
        'x',
        '',
        '</',
        '/>',
        '<!--',
      ],
    ),
    taken: fc.constantFrom('over', 'over', 'over', 0, 1, 9, 1000),
    isSpoilt: fc.boolean(),
  })
  .map(({ name, id, at, piece, taken, isSpoilt }) => {
    const text =
      `<Event xmlns='x'><System><Provider Name='${name}' Guid='{5}'/><EventID Qualifiers='0'>${id}</EventID><Version>0</Version>` +
      `<Level>4</Level><Task>0</Task><TimeCreated SystemTime='2012-03-14T09:14:08.124182700Z'/><EventRecordID>1</EventRecordID>` +
      `<Channel>System</Channel><Computer>PXE01</Computer><Security/></System><EventData/></Event>`;
    const from = Math.floor((text.length * at) / 1000);
    const to = from + (typeof taken === 'string' ? piece.length : taken);
    return isSpoilt ? text.slice(0, from) + piece + text.slice(to) : text;
  });

/** Remembers events from one text to the next. */
const scanner = new EventXmlScanner();

/** What a reader says that has seen no other event. */
function briefAlone(text: string, from: number, to: number): RecordBrief {
  return new XmlHeadReader('').brief({ text, base: 0, ended: true }, from, to);
}

describe('XmlHeadReader', () => {
  it('reads each event as if it were the first, whatever it learned from the events before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(event, spoilt, spoilt, spoilt, spoilt), { minLength: 12, maxLength: 20 }),
        (events) => {
          const text = events.join('');
          const reader = new XmlHeadReader('');
          const window = { text, base: 0, ended: true };
          const cursor = new XmlEventCursor(text, '', scanner.marksOf(text));
          for (let event = cursor.next(0); event; event = cursor.next(event.to)) {
            const { from, to } = event;
            const brief = reader.brief(window, from, to, scanner);
            assert.deepEqual(brief, briefAlone(text, from, to), text.slice(from, to));
            assert.deepEqual(briefOf(reader.head(window, from, to)), brief);
          }
        },
      ),
      { seed: 36, numRuns: 2000 },
    );
  });

  it('looks at nothing outside the event', () => {
    fc.assert(
      fc.property(event, event, event, (before, text, after) => {
        const inside = briefAlone(before + text + after, before.length, before.length + text.length);
        const alone = briefAlone(text, 0, text.length);
        assert.deepEqual({ ...inside, start: 0, end: text.length }, alone);
      }),
      { seed: 37, numRuns: 1500 },
    );
  });

  it('takes level and computer from the System part only', () => {
    const text =
      "<Event><System><Level>2</Level><EventID>7</EventID><Provider Name='P'/></System><EventData><Computer>no</Computer></EventData>" +
      '<RenderingInfo><Level>Error</Level></RenderingInfo></Event>';
    const { provider, eventId, level, computer } = briefAlone(text, 0, text.length);
    assert.deepEqual([provider, eventId, level, computer], ['P', 7, 2, undefined]);
  });

  it('gives the same briefs in blocks of every size', () => {
    const text = fc.sample(event, { seed: 38, numRuns: 12 }).join('');
    const whole = briefsOf(text, text.length);
    assert.ok(whole.length > 5);
    for (let blockSize = 1; blockSize < 400; blockSize += 3)
      assert.deepEqual(briefsOf(text, blockSize), whole, `${blockSize}`);
  });
});

function briefsOf(text: string, blockSize: number): RecordBrief[] {
  const reader = eventXml.openReader({ dateOrder: 'auto', messageTemplates: [] });
  const briefs: RecordBrief[] = [];
  const sink = {
    head: () => assert.fail('a reader that has briefs gives no heads'),
    brief: (brief: RecordBrief) => briefs.push(brief) < 0,
    record: () => assert.fail('nobody asked for a record'),
    problem: () => undefined,
  };
  let base = 0;
  for (let end = Math.min(blockSize, text.length); ; end = Math.min(end + blockSize, text.length)) {
    base += reader.read({ text: text.slice(base, end), base, ended: end === text.length }, sink);
    if (end === text.length) return briefs;
  }
}
