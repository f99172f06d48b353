import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Which of the two faces of a 64-bit Windows registry a program sees; `reg.exe` calls them /reg:64 and /reg:32. */
export type View = '64' | '32';

/** A value as `reg query` prints it, e.g. type `REG_DWORD` and data `0x1`. */
export interface RegistryValue {
  readonly type: string;
  readonly data: string;
}

/** A new, empty Windows registry in Wine. */
export interface Registry {
  /** Imports a .reg file as a double click does. */
  importReg(file: string): void;
  /** Runs a command line of `reg.exe`; with a view, at a prompt of that bitness. */
  runCommand(command: string, view?: View): void;
  /** The value, or undefined where it or its key does not exist. */
  queryValue(key: string, name: string, view: View): RegistryValue | undefined;
  /** The bytes that `reg export` writes for a key; undefined where it does not exist. */
  exportKey(key: string): Uint8Array | undefined;
  dispose(): void;
}

/** Makes a registry of its own in a temporary folder; the first start of Wine in it takes some ten seconds. */
function createRegistry(): Registry {
  const home = mkdtempSync(join(tmpdir(), 'wt-wine-'));
  // reg.exe opens no window, so there is no need of a display.
  const prefix = join(home, 'prefix');
  mkdirSync(prefix);
  const environment = { ...process.env, WINEPREFIX: prefix, WINEDEBUG: '-all', DISPLAY: '' };
  const run = (program: string, args: readonly string[]): Run =>
    runWine(program, args, environment, join(home, 'output.txt'));
  const registry = {
    importReg: (file: string) => {
      importInto(run, file);
    },
    runCommand: (command: string, view?: View) => {
      runRegCommand(run, command, view);
    },
    exportKey: (key: string) => exportFrom(run, key, join(home, 'export.reg')),
    queryValue: (key: string, name: string, view: View) => queryIn(run, key, name, view),
    dispose: () => {
      run('wineserver', ['--kill', '--wait']);
      rmSync(home, { recursive: true, force: true });
    },
  };
  try {
    // Otherwise it ends some seconds after the last command, and starts anew with the next one.
    require0(run('wineserver', ['--persistent']), 'wineserver --persistent');
    require0(run('wineboot', ['--init']), 'wineboot --init');
  } catch (error) {
    registry.dispose();
    throw error;
  }
  return registry;
}

/** Gives the tests of a suite a registry and a folder for files, which are there from the first test to the last. */
export function useRegistry(): { readonly folder: string; readonly registry: Registry } {
  const folder = mkdtempSync(join(tmpdir(), 'wt-reg-'));
  let made: Registry | undefined;
  before(() => {
    made = createRegistry();
  });
  after(() => {
    made?.dispose();
    rmSync(folder, { recursive: true });
  });
  return {
    folder,
    get registry() {
      if (!made) throw new Error('the registry is made before the first test');
      return made;
    },
  };
}

/** Runs a command of the command line that has to succeed. */
export function runCli(...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} gave ${String(status)}: ${stdout}${stderr}`);
}

interface Run {
  readonly status: number | null;
  readonly output: string;
}

type RunWine = (program: string, args: readonly string[]) => Run;

/** Of some seconds that the slowest command takes on a busy machine. */
const TWO_MINUTES = 120_000;
const MOST_ATTEMPTS = 3;

/** How reg.exe begins whatever it says of a command that it could not carry out. */
const SAID_BY_REG = /^reg: /m;

/**
 * Runs a program, again where Wine was at fault: it now and then fails to start one, or hangs. What reg.exe has to say stands; that its
 * commands are run twice changes nothing.
 */
function runWine(program: string, args: readonly string[], environment: NodeJS.ProcessEnv, log: string): Run {
  for (let attempt = 1; ; attempt++) {
    const result = runWineOnce(program, args, environment, log);
    if (attempt === MOST_ATTEMPTS || result.status === 0 || SAID_BY_REG.test(result.output)) return result;
    const command = `${program} ${args.join(' ')}`;
    console.warn(
      `Wine: ${command} gave ${String(result.status)}, attempt ${attempt} of ${MOST_ATTEMPTS}: ${result.output}`,
    );
  }
}

function runWineOnce(program: string, args: readonly string[], environment: NodeJS.ProcessEnv, log: string): Run {
  // To a file: Wine's services live on for some seconds and would hold a pipe open for as long.
  const output = openSync(log, 'w');
  const stdio = ['ignore', output, output] as const;
  const result = spawnSync(program, args, { env: environment, stdio: [...stdio], timeout: TWO_MINUTES });
  closeSync(output);
  if (result.error && !('code' in result.error && result.error.code === 'ETIMEDOUT'))
    throw new Error(`${program} cannot be run (on Debian: apt-get install wine): ${result.error.message}`);
  return { status: result.status, output: readFileSync(log, 'utf8') };
}

function importInto(run: RunWine, file: string): void {
  require0(run('wine', ['reg', 'import', windowsPath(file)]), `reg import ${file}`);
}

/** `/reg:32` makes reg.exe see what a 32-bit one sees; it takes one such option. */
function runRegCommand(run: RunWine, command: string, view: View | undefined): void {
  const [program = '', ...args] = (command.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
  const hasView = args.some((word) => word.startsWith('/reg:'));
  require0(run('wine', [program, ...args, ...(view && !hasView ? [`/reg:${view}`] : [])]), command);
}

function exportFrom(run: RunWine, key: string, file: string): Uint8Array | undefined {
  const { status, output } = run('wine', ['reg', 'export', key, windowsPath(file), '/y']);
  if (status === 0) return readFileSync(file);
  if (output.includes('Unable to find the specified registry')) return undefined;
  throw new Error(`reg export ${key} gave ${String(status)}: ${output}`);
}

function windowsPath(file: string): string {
  return `Z:${resolve(file).replaceAll('/', '\\')}`;
}

function queryIn(run: RunWine, key: string, name: string, view: View): RegistryValue | undefined {
  const { status, output } = run('wine', ['reg', 'query', key, '/v', name, `/reg:${view}`]);
  const [, type, data] = new RegExp(`^ {4}${name} {4}(REG_\\w+) {4}(.*?)\\r?$`, 'm').exec(output) ?? [];
  if (status === 0 && type !== undefined && data !== undefined) return { type, data };
  if (output.includes('Unable to find the specified registry')) return undefined;
  throw new Error(`reg query ${key} /v ${name} gave ${String(status)}: ${output}`);
}

function require0({ status, output }: Run, what: string): void {
  if (status !== 0) throw new Error(`${what} gave ${String(status)}: ${output}`);
}
