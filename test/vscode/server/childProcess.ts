import type { ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();
const graceMilliseconds = 3_000;

/** Sees to it that `child` and what it started end with this process, however this process ends. */
export function endWithUs(child: ChildProcess): void {
  // Before the temporary folders are removed, in which the child writes.
  if (running.size === 0) process.prependOnceListener('exit', killAll);
  running.add(child);
  child.once('exit', () => running.delete(child));
}

/** Ends the child and everything in its process group: politely, then not. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    signalGroup(child, 'SIGTERM');
    const grace = setTimeout(() => {
      signalGroup(child, 'SIGKILL');
    }, graceMilliseconds);
    await ended;
    clearTimeout(grace);
  }
  signalGroup(child, 'SIGKILL');
}

/** Turns the signals of a person and of a CI system into an ordinary exit, which ends the children. */
export function exitOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(130));
  }
}

function killAll(): void {
  for (const child of running) signalGroup(child, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // The group is gone already, which is what was wanted.
  }
}
