import assert from 'node:assert/strict';
import { checkPlaces, lines, recordIn, recordsIn, summariesOf } from './check';

const ENDED = 'The Print Spooler service terminated unexpectedly.  It has done this 2 time(s).';

describe('a line of a support dump', () => {
  it('is read by its columns, which two blanks or more part', () => {
    checkPlaces(`«<Date> <Time>  «Error»     <Server>   ««Service Control Manager»»    N/A     N/A      «${ENDED}»»`, [
      (record) => record.span,
      (record) => record.level,
      (record) => record.provider,
      (record) => record.eventId,
      (record) => record.message,
    ]);
  });

  it('is read by its columns, which tabs part, empty ones too', () => {
    const text = ['3/25/2012', '9:14:08 AM', 'Warning', 'PXE01', 'Fabrikam', '', 'CONTOSO\\admin', 'All gone.'].join(
      '\t',
    );
    assert.deepEqual(summariesOf(recordsIn(text)), ['Fabrikam -, 3, 2012-03-25T09:14:08, PXE01: All gone.']);
    assert.equal(recordIn(text).userId?.value, 'CONTOSO\\admin');
  });

  it('has the id of the event whose message it holds, and says that it was inferred', () => {
    const { eventId, eventIdInferred } = recordIn(
      `<Date> <Time>  Error  X  Service Control Manager  N/A  N/A  ${ENDED}`,
    );
    assert.deepEqual([eventId?.value, eventIdInferred], [7034, true]);
  });

  it('has no id when the message is unknown, or of another provider', () => {
    const [first, second] = recordsIn(
      lines(
        '<Date> <Time>  Error  X  Fabrikam  N/A  N/A  All gone.',
        `<Date> <Time>  Error  X  Fabrikam  N/A  N/A  ${ENDED}`,
      ),
    );
    assert.deepEqual([first?.eventId, first?.eventIdInferred, second?.eventId], [undefined, undefined, undefined]);
  });

  it('is read without columns when the message is known', () => {
    checkPlaces(
      '«<Date> <Time> «Warning» «PXE01» ««WDSServer»» WDSServer N/A «An error occurred while trying to initialize provider A from ' +
        'B.dll. Since this provider is not marked as critical, Windows Deployment Services server will continue. Error ' +
        'Information: 0x5»»',
      [
        (record) => record.span,
        (record) => record.level,
        (record) => record.computer,
        (record) => record.provider,
        (record) => record.eventId,
        (record) => record.message,
      ],
    );
  });

  it('has a provider of several words without columns', () => {
    const text = `25.3.2012 09:14:08 Error PXE01 Service Control Manager N/A N/A ${ENDED.replace(/ {2}/g, ' ')}`;
    assert.deepEqual(summariesOf(recordsIn(text)), [
      `Service Control Manager 7034*, 2, 2012-03-25T09:14:08, PXE01: ${ENDED.replace(/ {2}/g, ' ')}`,
    ]);
  });

  it('has the provider of its message when the line does not name it', () => {
    const { provider } = recordIn(`<Date> <Time> Error PXE01 Dienst N/A N/A ${ENDED}`);
    assert.equal(provider.value, 'Service Control Manager');
  });

  it('may have source and message only', () => {
    checkPlaces(`«8.2.2021 14:46:25» «Service Control Manager»: «${ENDED}»`, [
      (record) => record.timeCreated,
      (record) => record.provider,
      (record) => record.message,
    ]);
  });

  it('is not what other programs log', () => {
    const others = lines(
      '2024-03-25 09:14:08 INFO: started',
      '2024-03-25 09:14:08, Info                  CBS    Starting the session.',
      '2024-03-25 09:14:08 Error PXE01 Fabrikam N/A N/A All gone.',
      '25.3.2012 09:14:08  Error  two  columns',
      '25.3.2012 09:14:08  Shrug  PXE01  Fabrikam  N/A  N/A  All gone.',
      '1 2 3',
      '<Date> is a placeholder',
      '<Dates>',
    );
    assert.deepEqual(recordsIn(others), []);
  });
});

describe('dates of a text', () => {
  const header = (date: string) => lines('Event Source: Fabrikam', 'Event ID: 7', `Date: ${date}`, '');

  it('that leave the order of day and month open are read as others of the text show it', () => {
    const [, second] = recordsIn(header('3/25/2012 9:14:08') + header('3/4/2012 9:14:08'));
    assert.deepEqual(second?.timeCreated?.value, {
      milliseconds: Date.UTC(2012, 2, 4, 9, 14, 8),
      zone: 'unstated',
      ambiguous: { order: 'monthFirst', swapped: Date.UTC(2012, 3, 3, 9, 14, 8) },
    });
  });

  it('are read as the setting says when none shows it', () => {
    const { timeCreated } = recordIn(header('3/4/2012 9:14:08'), { dateOrder: 'monthFirst' });
    assert.equal(timeCreated?.value.milliseconds, Date.UTC(2012, 2, 4, 9, 14, 8));
  });
});
