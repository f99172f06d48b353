import { say, type EventValues } from './eventValues';
import type { KnownEvent } from './knownEvent';

const provider = 'service control manager';

/** Recovery actions of a service by number (SC_ACTION_TYPE): the text of %5 is in the language of the server. */
const ACTIONS: readonly (readonly [sentence: string, brief: string])[] = [
  ['takes no action', 'no action'],
  ['restarts it', 'restart'],
  ['restarts the computer', 'restart of the computer'],
  ['runs a program', 'program run'],
];

/**
 * Events of the Service Control Manager. Insertion strings as in the message table of services.exe
 * (libyal/winevt-kb, MessageFile-services.exe.md).
 */
export const SERVICE_EVENTS: readonly KnownEvent[] = [
  {
    provider,
    eventId: 7000,
    title: 'A service failed to start.',
    sentence: (v) => say`The service ${v.quoted(1)} failed to start: ${v.code(2, 'system')}.`,
    brief: (v) => say`${v.text(1)}, ${v.code(2, 'system')}`,
  },
  {
    provider,
    eventId: 7001,
    title: 'A service could not start because another one it needs did not.',
    sentence: (v) =>
      say`The service ${v.quoted(1)} needs ${v.quoted(2)}, which failed to start: ${v.code(3, 'system')}.`,
    brief: (v) => say`${v.text(1)} needs ${v.text(2)}`,
  },
  {
    provider,
    eventId: 7009,
    title: 'A service did not connect in time.',
    sentence: (v) => say`The service ${v.quoted(2)} did not connect within ${v.milliseconds(1)} of its start.`,
    brief: (v) => say`${v.text(2)}, no answer for ${v.milliseconds(1)}`,
  },
  {
    provider,
    eventId: 7011,
    title: 'A service did not answer in time.',
    sentence: (v) => say`The service ${v.quoted(2)} did not answer a request within ${v.milliseconds(1)}.`,
    brief: (v) => say`${v.text(2)}, no answer for ${v.milliseconds(1)}`,
  },
  {
    provider,
    eventId: 7023,
    title: 'A service ended with an error.',
    sentence: (v) => say`The service ${v.quoted(1)} ended with an error: ${v.code(2, 'system')}.`,
    brief: (v) => say`${v.text(1)}, ${v.code(2, 'system')}`,
  },
  {
    provider,
    eventId: 7024,
    title: 'A service ended with an error number of its own.',
    sentence: (v) => say`The service ${v.quoted(1)} ended with an error number of its own: ${v.code(2, 'service')}.`,
    brief: (v) => say`service-specific error ${v.code(2, 'service')}`,
  },
  {
    provider,
    eventId: 7031,
    title: 'A service ended unexpectedly.',
    sentence: (v) =>
      say`The service ${v.quoted(1)} ended unexpectedly for the ${v.ordinal(2)} time; ${recovery(v)}.` ??
      say`The service ${v.quoted(1)} ended unexpectedly.`,
    brief: (v) => briefRecovery(v) ?? say`${v.ordinal(2)} time`,
  },
  {
    provider,
    eventId: 7034,
    title: 'A service ended unexpectedly.',
    sentence: (v) =>
      say`The service ${v.quoted(1)} ended unexpectedly for the ${v.ordinal(2)} time; no recovery action is set.`,
    brief: (v) => say`${v.ordinal(2)} time, no recovery action`,
  },
  {
    provider,
    eventId: 7036,
    title: 'A service changed its state.',
    sentence: (v) => say`The service ${v.quoted(1)} entered the state ${v.quoted(2)}.`,
    brief: (v) => say`${v.text(1)}: ${v.text(2)}`,
  },
  {
    provider,
    eventId: 7040,
    title: 'The start type of a service was changed.',
    sentence: (v) =>
      say`The start type of the service ${v.quoted(1)} was changed from ${v.quoted(2)} to ${v.quoted(3)}.`,
    brief: (v) => say`${v.text(1)}: ${v.text(3)}`,
  },
  {
    provider,
    eventId: 7045,
    title: 'A service was installed.',
    sentence: (v) => say`The service ${v.quoted(1)} was installed; it runs ${v.quoted(2)}.`,
    brief: (v) => say`${v.text(1)}`,
  },
];

function recovery(v: EventValues): string | undefined {
  const action = actionOf(v);
  return action
    ? say`Windows ${action[0]} after ${v.milliseconds(3)}`
    : say`planned action after ${v.milliseconds(3)}: ${v.quoted(5)}`;
}

function briefRecovery(v: EventValues): string | undefined {
  const action = actionOf(v);
  return action && say`${v.ordinal(2)} time, ${action[1]} after ${v.milliseconds(3)}`;
}

/** By its number; exports without insertion strings have only the text, which is known in English. */
function actionOf(v: EventValues): readonly [string, string] | undefined {
  const written = v.text(4);
  if (written !== undefined) return /^\d$/.test(written) ? ACTIONS[Number(written)] : undefined;
  return /^restart the service\.?$/i.test(v.text(5) ?? '') ? ACTIONS[1] : undefined;
}
