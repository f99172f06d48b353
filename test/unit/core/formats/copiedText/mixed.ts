/** One stretch of text for each shape, with the article's order: lines of a dump, details, XML, messages in prose. */
export const PARTS: readonly string[] = [
  `Users report that PXE stops working now and then.

System Event Log:

<Date> <Time>  Error         <Server>    Service Control Manager     N/A     N/A       The Windows Deployment Services Server service terminated unexpectedly.  It has done this <x> time(s).  The following corrective action will be taken in 120000 milliseconds: Restart the service.

Application Event Log:

<Date> <Time> Information <Server> WDSServer WDSServer N/A Provider WdsImgSrv was shutdown successfully.
`,
  `Log Name:      Application
Source:        WDSIMGSRV
Date:          <date>
Event ID:      258
Level:         Error
User:          N/A
Computer:      pxe01.contoso.example
Description:
An error occurred while trying to initialize the Windows Deployment Services image server.
 
Error Information: 0xC1030104
Event Xml:
<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
  <System>
    <Provider Name="WDSIMGSRV" />
    <EventID Qualifiers="49414">258</EventID>
    <TimeCreated SystemTime="2012-03-25T09:14:08Z" />
  </System>
  <EventData><Data>0xC1030104</Data></EventData>
</Event>

  Event Source: WDSServer
  Event ID: 512
  Description: An error occurred while trying to initialize provider WdsImgSrv from C:\\Windows\\system32\\WdsImgSrv.dll. Since this provider is not marked as critical, Windows Deployment Services server will  continue.

  Error Information: 0xC1030104

The following may also be seen:
`,
  `25.03.2012 09:14:08 Service Control Manager: The Print Spooler service terminated unexpectedly.  It has done this 1 time(s).

- Faulting application svchost.exe_WDSServer, version 6.0.6001.18000, time stamp 0x47918b89, faulting module ntdll.dll, version 6.0.6001.18000, time stamp 0x4791a7a6, exception code 0xc0000374, fault offset 0x000afaf8, process id 0x7c4, application start time 0x01cbe2f1c3d4e5f6.
`,
  `The Windows Deployment Services (WDS) Server service terminated with service-specific error 16389 (0x4005).

- <Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
- <System>
  <Provider Name="Application Error" />
  <EventID Qualifiers="0">1000</EventID>
  </System>
- <EventData>
  <Data>svchost.exe_WDSServer</Data>
  </EventData>
  </Event>

That is all.`,
];

export const MIXED = PARTS.join('\n');
