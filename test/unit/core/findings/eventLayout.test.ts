import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { layOutEventXml, offsetBeforeLayout, offsetInLayout } from '../../../../src/core/findings/eventLayout';

describe('layOutEventXml', () => {
  it('puts each element on a line, indented by its depth', () => {
    assert.equal(
      layOutEventXml('<Event><System><EventID>7031</EventID><Level>2</Level></System><Data></Data><Data/></Event>'),
      [
        '<Event>',
        '  <System>',
        '    <EventID>7031</EventID>',
        '    <Level>2</Level>',
        '  </System>',
        '  <Data></Data>',
        '  <Data/>',
        '</Event>',
      ].join('\n'),
    );
  });

  it('leaves text that stands over lines as it is, with LF as its line end', () => {
    assert.equal(
      layOutEventXml('<Event>\r\n <System>\r\n </System>\r</Event>'),
      '<Event>\n <System>\n </System>\n</Event>',
    );
  });

  it('splits neither text nor attributes nor CDATA sections', () => {
    const xml = `<Data Name="a><b">x > y</Data>`;
    assert.equal(layOutEventXml(xml), xml);
    const section = '<Data><![CDATA[<a><b>]]></Data>';
    assert.equal(layOutEventXml(section), section);
    assert.equal(layOutEventXml('<a>text<b/>more</a>'), '<a>text<b/>more</a>');
  });

  it('does not grow beyond reason with depth', () => {
    const deep = '<a>'.repeat(20_000);
    assert.ok(layOutEventXml(deep).length < deep.length * 12);
  });

  it('takes any text, putting in white space only', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b/>',
      '<',
      '>',
      '"',
      "'",
      ' ',
      '\n',
      '\r',
      '\r\n',
      'x',
      '<!--',
      '-->',
      ']]>',
      '<![CDATA[',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        assert.equal(layOutEventXml(text).replace(/\s/g, ''), text.replace(/\s/g, ''));
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('offsets in a layout', () => {
  const xml = '<Event><System>\r\n<EventID>7031</EventID></System></Event>';
  const laidOut = layOutEventXml(xml);

  it('lead to the same unit and back, but for what is no unit of both', () => {
    for (let offset = 0; offset < xml.length; offset++) {
      if (xml[offset] === '\r' || xml[offset] === '\n') continue;
      const shown = offsetInLayout(xml, laidOut, offset);
      assert.equal(laidOut[shown], xml[offset]);
      assert.equal(offsetBeforeLayout(xml, laidOut, shown), offset);
    }
    assert.equal(offsetInLayout(xml, laidOut, xml.length), laidOut.length);
  });

  it('take what was put in for what follows it', () => {
    const shown = laidOut.indexOf('\n  <System>');
    assert.equal(xml.slice(offsetBeforeLayout(xml, laidOut, shown + 1)).startsWith('<System>'), true);
  });
});
