import type { Output } from './output';
import { regCheck } from './regCheck';
import { regDiff } from './regDiff';
import { UsageError } from './usage';

/** `wintriage reg check` and `wintriage reg diff`. */
export function reg([name, ...args]: string[], output: Output): Promise<number> {
  if (name === 'check') return regCheck(args, output);
  if (name === 'diff') return regDiff(args, output);
  throw new UsageError(`reg takes check or diff, not ${name ?? 'nothing'}`);
}
