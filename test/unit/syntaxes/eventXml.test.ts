import { checkScopes } from './tokens';

const START = "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>";

describe('the grammar that is injected into XML', () => {
  it('marks provider, id, level and time of an event', async () => {
    const text = `${START}<Provider Name='«WDSServer»'/><EventID Qualifiers='33027'>«512»</EventID><Level>«3»</Level><TimeCreated SystemTime='«2012-03-14T09:16:09.000000000Z»'/></System></Event>`;
    const scopes = ['entity.name.type.source', 'constant.numeric.event-id', 'token.warn-token', 'variable.other.time'];
    await checkScopes('text.xml', text, scopes);
  });

  it('marks program and exception code, with or without 0x', async () => {
    const text = `${START}</System><EventData><Data>«svchost.exe_WDSServer»</Data><Data>«c0000374»</Data><Data>«0xC1030136»</Data></EventData></Event>`;
    await checkScopes('text.xml', text, ['entity.name.type.program', 'constant.numeric.hex', 'constant.numeric.hex']);
  });

  it('reads an event that was copied from the Details tab, line by line', async () => {
    const text = `- <Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">\n- <System>\n  <Level>«2»</Level>\n</System>\n</Event>\n<Level>«2»</Level>`;
    await checkScopes('text.xml', text, ['token.error-token', 'not token.error-token']);
  });

  it('leaves XML that is no event alone', async () => {
    await checkScopes('text.xml', '<Game><Level>«2»</Level></Game>', ['not token.error-token']);
  });
});
