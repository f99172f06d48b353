import assert from 'node:assert/strict';
import { detectFormat } from '../../../../src/core/formats/index';
import type { EventRecord } from '../../../../src/core/records/eventRecord';
import { readAll } from '../../feed';
import { crash, shapes } from '../../scenario';
import { COMPUTER, type ScenarioEvent } from '../../shapes/event';

const LEVELS = { Error: 2, Warning: 3, Information: 4 };

/** What the event says in the fields that every shape may have. A time without a zone has the digits of the clock. */
function saidBy(event: ScenarioEvent) {
  return {
    provider: event.provider,
    eventId: event.eventId,
    level: LEVELS[event.level],
    second: Date.parse(`${event.time}Z`) / 1000,
    computer: COMPUTER,
    channel: event.channel,
    message: words(event.message),
    binary: event.binary,
  };
}

type Said = ReturnType<typeof saidBy>;

/** The same of a record; what its shape does not have is left out. */
function readOf(record: EventRecord): Partial<Said> {
  const { provider, eventId, level, timeCreated, computer, channel, message, binary } = record;
  const read = {
    provider: provider.value,
    eventId: eventId?.value,
    level: level?.value,
    second: timeCreated && Math.floor(timeCreated.value.milliseconds / 1000),
    computer: computer?.value,
    channel: channel?.value,
    message: message && words(message.value),
    binary: binary?.value,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** Exports break lines where they like. */
function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** PsLogList writes one log below the other. */
function byId(one: { readonly eventId?: number }, other: { readonly eventId?: number }): number {
  return (one.eventId ?? 0) - (other.eventId ?? 0);
}

describe('the same events in two shapes', () => {
  for (const [name, { write }] of Object.entries(shapes)) {
    it(`are equal records for the fields that both have: ${name}`, () => {
      const text = write(crash);
      const { records } = readAll(detectFormat(text) ?? assert.fail(name), text);
      const read = records.map(readOf).sort(byId);
      const said = crash.map(saidBy).sort(byId);
      assert.deepEqual(
        read,
        said.map((event, index) =>
          Object.fromEntries(Object.entries(event).filter(([field]) => field in (read[index] ?? {}))),
        ),
      );
    });
  }
});
