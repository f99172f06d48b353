import assert from 'node:assert/strict';
import { inferEvent } from '../../../../src/core/records/inferEvent';
import { indexTemplates, startsMessage } from '../../../../src/core/records/templateIndex';

const index = indexTemplates(
  [
    { provider: 'Contoso Agent', eventId: 1, text: 'The %1 service ended unexpectedly.  It did so %2 time(s).' },
    {
      provider: 'Contoso Agent',
      eventId: 2,
      text: 'The %1 service ended unexpectedly.  It did so %2 time(s).  Next: %3.',
    },
    { provider: 'Contoso Agent', eventId: null, text: 'Provider %1 went away.' },
    {
      provider: 'Fabrikam',
      eventId: 3,
      text: 'An error occurred while trying to load the image server.%n%nError Information: %1',
    },
    { provider: 'Fabrikam', eventId: 4, text: 'Provider %1 came back.' },
    { provider: 'Fabrikam Two', eventId: 5, text: 'Provider %1 came back.' },
  ],
  new Map([['the agent', 'Contoso Agent']]),
);

/** Provider, id and whether the message is whole, as one line. */
function infer(text: string, provider?: string): string | undefined {
  const found = inferEvent(index, text, undefined, provider);
  return found && `${found.provider} ${found.eventId ?? '-'} ${found.isComplete ? 'whole' : 'cut'} ${found.end}`;
}

describe('inferEvent', () => {
  it('tells provider and id by the text', () => {
    assert.equal(infer('The X service ended unexpectedly. It did so 2 time(s).'), 'Contoso Agent 1 whole 54');
    assert.equal(
      infer('The X service ended unexpectedly. It did so 2 time(s). Next: restart.'),
      'Contoso Agent 2 whole 69',
    );
  });

  it('tells the provider alone where no id is known', () => {
    assert.equal(infer('Provider A went away.'), 'Contoso Agent - whole 21');
  });

  it('leaves the id open where a cut-off message may be of several events', () => {
    assert.equal(infer('The X service ended unexpectedly.  It did so 2'), 'Contoso Agent - cut 46');
  });

  it('leaves open what two providers say in the same words', () => {
    assert.equal(infer('Provider A came back.'), undefined);
    assert.equal(infer('Provider A came back.', 'Fabrikam'), 'Fabrikam 4 whole 21');
  });

  it('says where the message ends when other text follows on lines of its own', () => {
    const text = 'An error occurred while trying to load the image server. \n \nError Information: 0x5\n\nNow what?';
    assert.equal(infer(text), `Fabrikam 3 whole ${text.indexOf('\n\nNow')}`);
  });

  it('tells a message that was cut off inside its first sentence when that is long enough', () => {
    assert.equal(infer('An error occurred while trying to load the image server.'), 'Fabrikam 3 cut 56');
    assert.equal(infer('An error occurred.'), undefined);
  });

  it('tries the templates of the named provider only, by any of its names', () => {
    assert.equal(infer('Provider A went away.', 'Fabrikam'), undefined);
    assert.equal(infer('Provider A went away.', 'The Agent'), 'Contoso Agent - whole 21');
    assert.equal(infer('Provider A went away.', 'CONTOSO AGENT Eventlog Provider'), 'Contoso Agent - whole 21');
  });

  it('does not take prose for a message', () => {
    assert.equal(infer('The service ended, and then it did so again.'), undefined);
    assert.equal(infer('The X service has crashed and hangs.'), undefined);
    assert.equal(infer(''), undefined);
  });

  it('looks at its part of the text only', () => {
    const text = 'See: Provider A went away. Good.';
    const found = inferEvent(index, text, { from: 5, to: 26 });
    assert.deepEqual(found, { provider: 'Contoso Agent', isComplete: true, end: 26 });
  });
});

describe('startsMessage', () => {
  const starts = (line: string) => startsMessage(index, line, 0, line.length);

  it('tells the first line of a message', () => {
    assert.ok(starts('The X service ended unexpectedly.  It did so 2 time(s).'));
    assert.ok(starts('An error occurred while trying to load the image server.'));
    assert.ok(starts('Provider A went away.'));
  });

  it('says no to other text', () => {
    assert.ok(!starts('The X service has crashed.'));
    assert.ok(!starts('Provider A'));
    assert.ok(!starts('Theodor'));
    assert.ok(!starts(''));
  });
});
