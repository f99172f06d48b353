import { regCheck } from './regCheck';
import { regDiff } from './regDiff';
import { UsageError } from './usage';

/** `wintriage reg check` and `wintriage reg diff`. */
export function reg([name, ...args]: string[], print: (text: string) => void): Promise<number> {
  if (name === 'check') return regCheck(args, print);
  if (name === 'diff') return regDiff(args, print);
  throw new UsageError(`reg takes check or diff, not ${name ?? 'nothing'}`);
}
