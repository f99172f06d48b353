import assert from 'node:assert/strict';
import { eventText } from '../../../../../src/core/formats/copiedText';
import { lines } from './check';
import { MIXED } from './mixed';

const detects = (...parts: readonly string[]): boolean => eventText.detect(lines(...parts));

describe('detecting copied text', () => {
  it('knows labels of the details page, wherever they start', () => {
    assert.ok(detects('Log Name:      System', 'Source:        Fabrikam'));
    assert.ok(detects('Hello,', '', 'this happened:', '', '   Event Source: Fabrikam', '   Event id:  7'));
    assert.ok(detects('LOG NAME: System\r\nSOURCE: Fabrikam'));
  });

  it('knows a line of a support dump', () => {
    assert.ok(detects('<Date> <Time>  Error  <Server>  Fabrikam  N/A  N/A  All gone.'));
    assert.ok(detects('3/25/2012 9:14:08 AM\tError\tPXE01\tFabrikam\tNone\tN/A\tAll gone.'));
    assert.ok(detects('25.03.2012 09:14:08 Service Control Manager: The X service terminated unexpectedly.'));
    assert.ok(
      detects('<Date> <Time> Error <Server> Service Control Manager N/A N/A The X service terminated unexpectedly.'),
    );
  });

  it('knows the message of a crash at the start of a line', () => {
    assert.ok(detects('It says:', '- Faulting application name: a.exe, version: 1.0, time stamp: 0x1'));
    assert.ok(detects('Faulting application a.exe, version 1.0, time stamp 0x1'));
    assert.ok(detects('An error occurred while trying to initialize the Windows Deployment Services image server.'));
  });

  it('knows a text of all shapes, also when its head is cut anywhere behind the first event', () => {
    const first = MIXED.indexOf('Application Event Log');
    for (let length = first; length < MIXED.length; length++) assert.ok(eventText.detect(MIXED.slice(0, length)));
  });

  it('leaves configuration files alone', () => {
    assert.ok(!detects('source: git', 'level: 3', 'type: app', 'user: root'));
    assert.ok(!detects('pipeline:', '  - Source: a', '    Level: b'));
    assert.ok(!detects('{"Source": "a",', '"Event ID": 7}'));
  });

  it('knows an event with its date in code, as in an issue', () => {
    const event = ['Log Name: System', 'Source: Fabrikam', 'Date: 3/14/2012 9:14:08 AM', 'Event ID: 7'];
    assert.ok(detects('It logged this:', '', '```', ...event, '```'));
    const line =
      '3/14/2012 9:14:08 AM  Error  PXE01  Service Control Manager  N/A  N/A  The WDS service terminated unexpectedly.';
    assert.ok(detects('```', line, '```'));
  });

  it('leaves documents alone whose examples stand in code or in the middle of a line', () => {
    assert.ok(!detects('# Events', '', '```', 'Log Name: System', 'Source: Fabrikam', '```', '', 'Done.'));
    assert.ok(!detects('| 1000 | `Faulting application name: %1, version: %2` |'));
    assert.ok(!detects('Search for "Faulting application name: svchost.exe_WDSServer, version: 6.1".'));
    assert.ok(!detects('The Windows Deployment Services Server service terminated unexpectedly.'));
  });

  it('leaves source code alone', () => {
    assert.ok(
      !detects("const text = 'Log Name: System\\nSource: Fabrikam';", '// Source: a', 'case "Event ID:": break;'),
    );
  });

  it('leaves other logs alone', () => {
    assert.ok(!detects('2024-03-25 09:14:08, Info                  CBS    Starting the session.'));
    assert.ok(!detects('2024-03-25 09:14:08 ERROR  worker-1  service  -  -  Something failed.'.replace(/ {2}/g, ' ')));
    assert.ok(!detects('<![LOG[Source: a]LOG]!><time="09:14:07.118+000" date="03-25-2012" component="SMSPXE">'));
    assert.ok(!detects('TimeCreated  : 9/20/2016 8:41:13 PM', 'ProviderName : Fabrikam', 'Id           : 7'));
    assert.ok(
      !detects('Level,Date and Time,Source,Event ID,Task Category', 'Error,3/25/2012 9:14:08 AM,Fabrikam,7,None,Gone.'),
    );
  });

  it('leaves XML without text around it to its own format', () => {
    assert.ok(!detects('<Event xmlns="x"><System><Provider Name="Fabrikam"/><EventID>7</EventID></System></Event>'));
    assert.ok(!detects(''));
  });
});
