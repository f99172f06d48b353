import { failureText, isSystemError } from './cli/failure';
import { fix } from './cli/fix';
import { reg } from './cli/reg';
import { rules } from './cli/rules';
import { scan } from './cli/scan';
import { UsageError, usage } from './cli/usage';
import { visible } from './core/index';
import { version } from '../package.json';

type Command = (args: string[], print: (text: string) => void) => number | Promise<number>;

const commands = new Map<string, Command>([
  ['scan', scan],
  ['fix', fix],
  ['rules', rules],
  ['reg', reg],
]);

function print(text: string): void {
  process.stdout.write(text);
}

/** Who reads the output may stop early (`| head`); what is done then goes on without it. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const HELP: readonly string[] = ['--help', '-h', 'help'];

async function run([name = '--help', ...args]: string[]): Promise<number> {
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length);
  if (HELP.includes(name) || options.includes('--help') || options.includes('-h')) {
    print(usage);
    return 0;
  }
  if (name === '--version') {
    print(`${version}\n`);
    return 0;
  }
  const command = commands.get(name);
  if (!command) throw new UsageError(`there is no command ${name}`);
  return command(args, print);
}

/** What went wrong because of how the program was called; parseArgs throws TypeErrors with a code of its own. */
function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

run(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    const path = isSystemError(error) && error.path !== undefined ? `${visible(error.path)}: ` : '';
    process.stderr.write(
      `wintriage: ${path}${failureText(error)}\n${isUsageError(error) ? "'wintriage --help' lists the commands\n" : ''}`,
    );
    process.exitCode = 2;
  },
);
