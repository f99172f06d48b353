import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { InstalledServer } from '../provision/server';
import { end, endWithUs } from './childProcess';

/** Where the server keeps what belongs to this run. */
export interface ServerFolders {
  readonly serverData: string;
  readonly userData: string;
  readonly extensions: string;
}

/** A VS Code server that listens. */
export interface RunningServer {
  /** `127.0.0.1:PORT`, which is also the authority of its vscode-remote addresses. */
  readonly authority: string;
  readonly token: string;
  /** The last lines that it wrote, for messages about failures. */
  log(): string;
  stop(): Promise<void>;
}

const startTimeout = 300_000;

/** Starts the server on a free port of this machine. */
export async function startServer(server: InstalledServer, folders: ServerFolders): Promise<RunningServer> {
  // Whoever reaches the port can run programs as this user, so even a test's server asks for a secret.
  const token = randomBytes(16).toString('hex');
  const child = spawn(server.node, [server.main, ...serverArguments(folders, token)], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentOf(),
  });
  endWithUs(child);
  const log = keepLog(child);
  try {
    const port = await portOf(child);
    return { authority: `127.0.0.1:${port}`, token, log, stop: () => end(child) };
  } catch (error) {
    await end(child);
    throw new Error(`VS Code's server did not start: ${String(error)}\n${log()}`, { cause: error });
  }
}

function serverArguments(folders: ServerFolders, token: string): readonly string[] {
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
    ...['--server-data-dir', folders.serverData, '--user-data-dir', folders.userData],
    ...['--extensions-dir', folders.extensions],
    ...['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust'],
    // Newer builds take the address's payload, which names the extension under test, only with this.
    '--enable-smoke-test-driver',
  ];
}

function environmentOf(): NodeJS.ProcessEnv {
  // By variables of these names VS Code would take itself for part of an editor that this runs in.
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name));
  // An empty description of the extension gallery keeps the editor from asking one.
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}' };
}

const keptLines = 60;

function keepLog(child: ChildProcess): () => string {
  let kept: string[] = [];
  const keep = (chunk: Buffer): void => {
    const lines = chunk.toString().split('\n');
    kept = [...kept, ...lines.filter((line) => line.trim() !== '')].slice(-keptLines);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => kept.join('\n');
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`no port after ${startTimeout / 1000} s`));
    }, startTimeout);
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(port);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`it ended with ${code ?? 'a signal'}`));
    });
  });
}
