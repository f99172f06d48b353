import { say, type EventValues } from './eventValues';
import type { KnownEvent } from './knownEvent';

/**
 * Crashes of programs. Insertion strings as in the message tables of wer.dll and faultrep.dll (libyal/winevt-kb); newer
 * versions of Windows name them.
 */
export const CRASH_EVENTS: readonly KnownEvent[] = [
  {
    provider: 'application error',
    eventId: 1000,
    title: 'A program crashed.',
    sentence: (v) => say`${program(v)} crashed in ${moduleName(v)} with exception ${exception(v)}.`,
    brief: (v) => say`${v.text(1, 'AppName')} / ${moduleName(v)} / ${exception(v)}`,
  },
  {
    provider: 'windows error reporting',
    eventId: 1001,
    title: 'Windows Error Reporting made a report.',
    sentence: (v) =>
      say`Windows Error Reporting made a report of the kind ${v.quoted(3)}; its first parameter is ${v.quoted(6)}.`,
    brief: (v) => say`${v.text(3)}, ${v.text(6)}`,
  },
];

/** A service host writes the service it ran behind its own name: `svchost.exe_WDSServer`. */
function program(v: EventValues): string | undefined {
  const name = v.text(1, 'AppName');
  const host = /^(svchost\.exe)_(\S+)$/i.exec(name ?? '');
  return host ? `The service ${host[2] ?? ''} (in ${host[1] ?? ''})` : name && `The program ${name}`;
}

function moduleName(v: EventValues): string | undefined {
  return v.text(4, 'ModuleName');
}

function exception(v: EventValues): string | undefined {
  return v.code(7, 'exception', 'ExceptionCode');
}
