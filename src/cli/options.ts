import type { CaseSettings, DateOrder } from '../core/index';
import { localOffsetOf } from '../platform/index';
import { UsageError } from './usage';

/** `--format` as given. */
export function formatOption(value: string): 'text' | 'json' {
  return oneOf('--format', value, ['text', 'json']);
}

/** Options of `scan` as parseArgs gives them. */
export interface ScanOptions {
  readonly window: string;
  readonly 'time-zone'?: string | undefined;
  readonly 'date-order'?: string | undefined;
  readonly 'separate-files': boolean;
  readonly product?: string | undefined;
  readonly bitness?: string | undefined;
}

/** Throws UsageError for what is none of an option's values. */
export function caseSettings(options: ScanOptions): CaseSettings {
  const { product, bitness } = options;
  return {
    windowMinutes: minutes(options.window),
    localOffsetMinutes: zone(options['time-zone']),
    unnamedComputer: options['separate-files'] ? 'file' : 'folder',
    ...(product !== undefined && { product: oneOf('--product', product, ['configmgr2007', 'configmgr2012']) }),
    ...(bitness !== undefined && { bitness: oneOf('--bitness', bitness, ['32', '64']) === '32' ? 32 : 64 }),
  };
}

export function dateOrder(options: ScanOptions): DateOrder | 'auto' {
  return oneOf('--date-order', options['date-order'] ?? 'auto', ['auto', 'dayFirst', 'monthFirst']);
}

function zone(text: string | undefined): CaseSettings['localOffsetMinutes'] {
  if (text === undefined) return undefined;
  const offset = localOffsetOf(text);
  if (!offset) throw new UsageError(`--time-zone takes a zone such as Europe/Berlin or +01:00, not ${text}`);
  return offset;
}

function minutes(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1440)) throw new UsageError(`--window takes minutes from 1 to 1440, not ${text}`);
  return value;
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${option} takes ${allowed.join('|')}, not ${value}`);
  return found;
}
