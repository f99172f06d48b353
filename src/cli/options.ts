import {
  type CaseSettings,
  type RegTarget,
  type ScanSettings,
  type TimeSettings,
  codePageNamed,
  zoneNamed,
} from '../core/index';
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
  readonly encoding?: string | undefined;
  readonly zone: string;
  readonly 'log-bias': string;
  readonly 'separate-files': boolean;
  readonly product?: string | undefined;
  readonly bitness?: string | undefined;
}

/** Throws UsageError for what is none of an option's values. */
export function caseSettings(options: ScanOptions): CaseSettings {
  return {
    windowMinutes: minutes(options.window),
    localOffsetMinutes: zone(options['time-zone']),
    unnamedComputer: options['separate-files'] ? 'file' : 'folder',
    ...targetOptions(options),
  };
}

/** In which zone the report shows times; `cases` knows that of exports with local time. */
export function timeSettings({ zone: shown }: ScanOptions, cases: CaseSettings): TimeSettings {
  const { localOffsetMinutes: exportMinutesEast } = cases;
  const stated = { ...(exportMinutesEast && { exportMinutesEast }) };
  if (shown === 'utc' || shown === 'log') return { ...stated, displayZone: shown };
  const local = zoneNamed(shown === 'local' ? Intl.DateTimeFormat().resolvedOptions().timeZone : shown);
  if (!local) throw new UsageError(`--zone takes utc, local, log or a zone such as Europe/Berlin, not ${shown}`);
  return { ...stated, displayZone: 'local', local };
}

/** Throws UsageError for what is none of an option's values. */
export function scanSettings(options: ScanOptions): ScanSettings {
  return {
    dateOrder: oneOf('--date-order', options['date-order'] ?? 'auto', ['auto', 'dayFirst', 'monthFirst']),
    fallbackEncoding: codePage(options.encoding),
    biasDirection: oneOf('--log-bias', options['log-bias'], ['west', 'east']),
  };
}

/** `--product` and `--bitness` of the servers. Throws UsageError. */
export function targetOptions({ product, bitness }: Pick<ScanOptions, 'product' | 'bitness'>): RegTarget {
  return {
    ...(product !== undefined && { product: oneOf('--product', product, ['configmgr2007', 'configmgr2012']) }),
    ...(bitness !== undefined && { bitness: oneOf('--bitness', bitness, ['32', '64']) === '32' ? 32 : 64 }),
  };
}

function codePage(text: string | undefined): ScanSettings['fallbackEncoding'] {
  const page = text === undefined ? undefined : codePageNamed(text);
  if (text !== undefined && !page)
    throw new UsageError(`--encoding takes a code page such as 850, 1251 or shift_jis, not ${text}`);
  return page;
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
