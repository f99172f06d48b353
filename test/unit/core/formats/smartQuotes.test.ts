import assert from 'node:assert/strict';
import { detectFormat } from '../../../../src/core/formats/index';
import { readAll } from '../../feed';
import { marked } from '../../marked';

function messagesIn(text: string): readonly (string | undefined)[] {
  const format = detectFormat(text);
  assert.ok(format, text);
  return readAll(format, text).records.map(({ message }) => message?.value);
}

const HEADER = 'Level,Date and Time,Source,Event ID,Task Category';
const START = 'Error,10/17/2016 6:38:24 PM,WDSServer,512,WDSServer';
const XML =
  "<Event xmlns='x'><System><Provider Name='WDSServer'/><EventID>512</EventID><Level>3</Level></System>" +
  "<RenderingInfo Culture='de-DE'><Message>Quelle=„Wds“, Ziel „x“</Message></RenderingInfo></Event>";

describe('quotation marks that a word processor made', () => {
  it('are read as those of the notation, at their places', () => {
    const { text, spans } = marked(`${HEADER}\r\n${START},“a, «b»”\r\n`);
    const format = detectFormat(text);
    assert.ok(format);
    const [record] = readAll(format, text).records;
    assert.equal(record?.message?.value, 'a, b');
    assert.equal(record.message.span.end, spans[0]?.end);
  });

  it('stay in a text that has straight ones, or fields without any', () => {
    assert.deepEqual(messagesIn(`${HEADER}\r\n${START},"a, “b”"\r\n`), ['a, “b”']);
    assert.deepEqual(messagesIn(`${HEADER}\r\n${START},Der Dienst „Wds“ wurde beendet.\r\n`), [
      'Der Dienst „Wds“ wurde beendet.',
    ]);
  });

  it('stay in XML whose attributes have straight ones', () => {
    assert.deepEqual(messagesIn(XML), ['Quelle=„Wds“, Ziel „x“']);
  });
});
