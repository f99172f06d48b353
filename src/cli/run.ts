import { visible } from '../core/index';
import { version } from '../../package.json';
import { failureText, isSystemError } from './failure';
import { fix } from './fix';
import type { Output } from './output';
import { reg } from './reg';
import { rules } from './rules';
import { scan } from './scan';
import { UsageError, usage } from './usage';

type Command = (args: string[], output: Output) => number | Promise<number>;

const commands = new Map<string, Command>([
  ['scan', scan],
  ['fix', fix],
  ['rules', rules],
  ['reg', reg],
]);

const HELP: readonly string[] = ['--help', '-h', 'help'];

/** Runs the program with these arguments and gives its exit code. Never rejects: what goes wrong is said. */
export async function run(args: readonly string[], output: Output): Promise<number> {
  try {
    return await runCommand(args, output);
  } catch (error) {
    const path = isSystemError(error) && error.path !== undefined ? `${visible(error.path)}: ` : '';
    const hint = isUsageError(error) ? "'wintriage --help' lists the commands\n" : '';
    output.complain(`wintriage: ${path}${failureText(error)}\n${hint}`);
    return 2;
  }
}

async function runCommand([name = '--help', ...args]: readonly string[], output: Output): Promise<number> {
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length);
  if (HELP.includes(name) || options.includes('--help') || options.includes('-h')) {
    output.print(usage);
    return 0;
  }
  if (name === '--version') {
    output.print(`${version}\n`);
    return 0;
  }
  const command = commands.get(name);
  if (!command) throw new UsageError(`there is no command ${name}`);
  return command(args, output);
}

/** What went wrong because of how the program was called; parseArgs throws TypeErrors with a code of its own. */
function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
