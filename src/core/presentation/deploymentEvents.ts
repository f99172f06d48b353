import { say } from './eventValues';
import type { KnownEvent } from './knownEvent';

/** One line of the table: no sentence of its own, but the error code where there is one. */
function withCode(provider: string, eventId: number, title: string): KnownEvent {
  const withoutStop = title.replace(/\.$/, '');
  return {
    provider,
    eventId,
    title,
    sentence: (v) => say`${withoutStop}: ${v.anyCode()}.`,
    brief: (v) => v.anyCode(),
  };
}

const server = 'wdsserver';
const imageServer = 'wdsimgsrv';
const pxe = 'wdspxe';

/**
 * Events of Windows Deployment Services. Ids from TechNet dd353520, dd299751, cc726554, cc726560, cc726584, cc726612,
 * cc726628 and from KB 2510665, KB 2712387 and KB 2009647; ids that no public source explains are left out.
 */
export const DEPLOYMENT_EVENTS: readonly KnownEvent[] = [
  withCode(server, 257, 'The Windows Deployment Services server could not start.'),
  {
    provider: server,
    eventId: 512,
    title: 'A provider of Windows Deployment Services could not be initialized; the server goes on without it.',
    sentence: (v) =>
      say`The provider ${v.text(1)} of Windows Deployment Services could not be initialized: ${v.anyCode()}. It is not marked as critical, so the server goes on without it.`,
    brief: (v) => say`${v.text(1)}, ${v.anyCode()}` ?? v.anyCode(),
  },
  {
    provider: server,
    eventId: 513,
    title: 'A critical provider of Windows Deployment Services could not be initialized; the server shuts down.',
    sentence: (v) =>
      say`The provider ${v.text(1)} of Windows Deployment Services could not be initialized: ${v.anyCode()}. It is marked as critical, so the server shuts down.`,
    brief: (v) => say`${v.text(1)}, ${v.anyCode()}` ?? v.anyCode(),
  },
  withCode(server, 514, 'All providers of Windows Deployment Services failed.'),
  withCode(server, 515, 'The registry value that names the library of a WDS provider could not be read.'),
  withCode(server, 516, 'The registry value that names the start routine of a WDS provider could not be read.'),
  {
    provider: server,
    eventId: 517,
    title: 'A provider of Windows Deployment Services was loaded and initialized.',
    sentence: (v) => say`The provider ${v.text(1)} of Windows Deployment Services was loaded and initialized.`,
    brief: (v) => v.text(1),
  },
  withCode(server, 518, 'A WDS provider lacks a routine that it must have.'),
  withCode(server, 520, 'A WDS provider left endpoints open when it shut down.'),
  { provider: imageServer, eventId: 256, title: 'The WDS image server was initialized.' },
  withCode(imageServer, 258, 'The WDS image server could not be initialized.'),
  {
    provider: imageServer,
    eventId: 264,
    title: 'A client asked the WDS image server to write a log message, and that failed.',
    sentence: (v) => say`A log message of the client ${v.text(1)} could not be written: ${v.code(2, 'any')}.`,
    brief: (v) => say`${v.text(1)}, ${v.code(2, 'any')}`,
  },
  withCode(imageServer, 266, 'The WDS image server could not refresh its settings.'),
  withCode(pxe, 256, 'The registry key of the PXE providers could not be opened.'),
  withCode(pxe, 257, 'The registry value that names the library of a PXE provider could not be read.'),
  withCode(pxe, 258, 'The registry value that says whether a PXE provider is critical could not be read.'),
  withCode(pxe, 259, 'The library of a PXE provider could not be loaded.'),
  withCode(pxe, 260, 'The library of a PXE provider does not export its start routine.'),
  withCode(pxe, 261, 'A PXE provider could not be initialized.'),
  { provider: pxe, eventId: 262, title: 'A PXE provider was loaded and initialized.', brief: (v) => v.text(1) },
  withCode(pxe, 264, 'A PXE provider that is not marked as critical failed; WDS goes on without it.'),
  withCode(pxe, 265, 'A PXE provider that is marked as critical failed; the WDS server shuts down.'),
  withCode(pxe, 268, 'All PXE providers failed.'),
];
