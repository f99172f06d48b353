import { checkScopes } from './tokens';

const TEXT = 'text.wintriage.events-text';
const LABEL = 'keyword.other.label';

describe('the grammar of Windows event text', () => {
  it('marks labels and values of a copied event', async () => {
    const text = [
      '«Log Name:»      System',
      'Source:        «Service Control Manager»',
      'Date:          «3/14/2012 10:14:08 AM»',
      'Event ID:      «7031»',
      'Level:         «Error»',
      'Description:',
      'The «Windows Deployment Services Server» service terminated unexpectedly.',
    ].join('\n');
    const values = ['entity.name.type.source', 'variable.other.time', 'constant.numeric.event-id', 'token.error-token'];
    await checkScopes(TEXT, text, [LABEL, ...values, 'entity.name.type.service']);
  });

  it('knows the labels of other display languages', async () => {
    await checkScopes(TEXT, '«Quelle»:        «WDSServer»', [LABEL, 'entity.name.type.source']);
    await checkScopes(TEXT, 'Уровень: «Ошибка»', ['token.error-token']);
  });

  it('takes the event that follows "Event Xml:" for XML, up to the next event', async () => {
    const text = [
      '«Event Xml:»',
      '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">',
      '    <EventID Qualifiers="49152">«7031»</EventID>',
      '</Event>',
      '',
      '«Log Name:»      Application',
    ].join('\n');
    await checkScopes(TEXT, text, [LABEL, 'meta.embedded.block.xml', LABEL]);
    await checkScopes(TEXT, text.replace(/[«»]/g, '').replace('7031', '«7031»'), ['constant.numeric.event-id']);
  });

  it('ends unclosed XML at the next event', async () => {
    await checkScopes(TEXT, 'Event Xml:\n<Event xmlns="\nLog Name:      System\nSource:  «WDSServer»', [
      'entity.name.type.source',
    ]);
  });

  it('marks the columns of a line that a support tool printed', async () => {
    const line =
      '«3/14/2012 10:16:09 AM»  «Error»    PXE01.contoso.example   «WDSIMGSRV»     WdsImgSrv    N/A     An error occurred.    Error Information: «0xC1030136»';
    const scopes = ['variable.other.time', 'token.error-token', 'entity.name.type.source', 'constant.numeric.hex'];
    await checkScopes(TEXT, line, scopes);
    await checkScopes(TEXT, '<Date> <Time>  «Warning»   <WDS_Server>   «WDSServer»   WDSServer   N/A   x', [
      'token.warn-token',
      'entity.name.type.source',
    ]);
  });
});
