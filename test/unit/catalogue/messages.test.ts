import assert from 'node:assert/strict';
import messages from '../../../src/catalogue/messages.json';
import { eventText } from '../../../src/core/formats/copiedText';
import { extractInsertionStrings } from '../../../src/core/records/insertionStrings';
import { inferEvent } from '../../../src/core/records/inferEvent';
import { indexTemplates, templatesOf } from '../../../src/core/records/templateIndex';

const index = indexTemplates(messages);

/** The message with `v1v` for %1 and so on. */
function filled(text: string): string {
  return text.replaceAll('%n', '\r\n').replace(/%(\d+)/g, 'v$1v');
}

/** As pages, mails and people change a message. */
const SPELLINGS: readonly ((message: string) => string)[] = [
  (message) => message,
  (message) => message.replace(/\s+/g, ' '),
  (message) => message.replace(/\.$/, ''),
  (message) => message.toUpperCase().replaceAll('\r\n', '\n'),
];

describe('the message templates of the catalogue', () => {
  it('each tell their event by its text', () => {
    for (const { provider, eventId, text } of messages) {
      for (const spell of SPELLINGS) {
        const message = spell(filled(text));
        assert.deepEqual(inferEvent(index, message), {
          provider,
          ...(eventId !== null && { eventId }),
          isComplete: true,
          end: message.length,
        });
      }
    }
  });

  it('each give back the insertion strings that their message was made with', () => {
    for (const { provider, text } of messages) {
      for (const spell of SPELLINGS) {
        const message = spell(filled(text));
        const items = extractInsertionStrings(
          { value: message, span: { start: 0, end: message.length } },
          templatesOf(index, provider),
        );
        for (const [, number] of text.matchAll(/%(\d+)/g)) {
          const item = items?.[Number(number) - 1];
          assert.equal(item?.value.toLowerCase(), `v${number}v`, `${provider}: ${message}`);
          assert.equal(message.slice(item.span.start, item.span.end), item.value);
        }
      }
    }
  });

  it('name their source', () => {
    assert.deepEqual(
      messages.filter(({ source }) => source === ''),
      [],
    );
  });

  it('do not have two insertion strings in a row, which no message tells apart', () => {
    assert.deepEqual(
      messages.filter(({ text }) => /%\d+\s*%\d/.test(text)),
      [],
    );
  });

  it('of crashes make a text detected that holds nothing else', () => {
    const isSign = ({ provider, eventId }: (typeof messages)[number]) =>
      provider === 'Application Error' ||
      (provider === 'WDSServer' && [257, 512, 513].includes(eventId ?? 0)) ||
      eventId === 258;
    const signs = messages.filter(isSign).filter(({ provider }) => provider !== 'WDSPXE');
    assert.ok(signs.length >= 9);
    for (const { text } of signs) assert.ok(eventText.detect(filled(text)), text);
  });
});
