import { type RegData, dwordData, findValue, foldName, isSameData, knowsKey, knowsValue } from '../registry/index';
import type { RegistryChange, Remediation } from '../rules/rule';
import type { Range } from '../text/span';
import type { RegistryOrigin, RegistrySource } from './registrySources';

/**
 * How a setting is on a server: as the fix would set it, set to something else, not set, its key is missing, exports differ,
 * or none of them covers it.
 */
export type SettingStatus = 'in-place' | 'other' | 'not-set' | 'key-missing' | 'exports-differ' | 'unknown';

/** What the exports of a server show of one value that a fix sets. */
export interface RegistrySetting {
  readonly remediationId: string;
  readonly change: RegistryChange;
  readonly status: SettingStatus;
  /** What the value is now: with `in-place` and `other`. */
  readonly data?: RegData;
  /** The export that shows it; with `unknown` the first one, which does not. */
  readonly path: string;
  /** Where the value stands. */
  readonly range?: Range;
}

/** What registry exports show of the server of an incident. */
export interface RegistryFindings {
  readonly sources: readonly { readonly path: string; readonly origin: RegistryOrigin }[];
  /** One for each value of each registry remediation, in their order. */
  readonly settings: readonly RegistrySetting[];
}

/** Undefined without an export, and for issues that no registry setting is about. */
export function registryFindings(
  remediations: readonly Remediation[],
  sources: readonly RegistrySource[],
): RegistryFindings | undefined {
  const [first, ...others] = sources;
  const settings = remediations.flatMap(({ id, registry }) =>
    (registry?.changes ?? []).flatMap((change) =>
      first ? [{ remediationId: id, ...settingOf(change, [first, ...others]) }] : [],
    ),
  );
  if (settings.length === 0) return undefined;
  return { sources: sources.map(({ path, origin }) => ({ path, origin })), settings };
}

/** The setting of a remediation, when all of its values have the same. */
export function settingOfRemediation(findings: RegistryFindings | undefined, id: string): RegistrySetting | undefined {
  const [first, ...others] = findings?.settings.filter(({ remediationId }) => remediationId === id) ?? [];
  return others.every(({ status }) => status === first?.status) ? first : undefined;
}

/** Whether exports show how the value is, or that it is not set. */
export function isKnownSetting({ status }: RegistrySetting): boolean {
  return status !== 'unknown' && status !== 'exports-differ';
}

type Seen = Omit<RegistrySetting, 'remediationId'>;

function settingOf(change: RegistryChange, sources: readonly [RegistrySource, ...RegistrySource[]]): Seen {
  const all = sources.map((source) => settingIn(change, source));
  const [first, ...others] = all.filter(({ status }) => status !== 'unknown');
  if (!first) return { change, status: 'unknown', path: sources[0].path };
  return others.every((other) => isSame(first, other)) ? first : { change, status: 'exports-differ', path: first.path };
}

function isSame(one: Seen, other: Seen): boolean {
  if (!one.data || !other.data) return one.data === other.data;
  return isSameData(one.data, other.data);
}

function settingIn(change: RegistryChange, { path, registry }: RegistrySource): Seen {
  const { keyPath, valueName } = change;
  const data = findValue(registry.state, keyPath, valueName)?.data;
  if (!data) return { change, path, status: absence(change, registry.state) };
  const status = isSameData(data, dwordData(change.data)) ? 'in-place' : 'other';
  const place = registry.values.find(
    (value) => foldName(value.path) === foldName(keyPath) && foldName(value.name) === foldName(valueName),
  );
  return { change, path, status, data, ...(place && { range: place.range }) };
}

function absence({ keyPath, valueName }: RegistryChange, state: RegistrySource['registry']['state']): SettingStatus {
  if (knowsKey(state, keyPath) === 'missing') return 'key-missing';
  return knowsValue(state, keyPath, valueName) === 'missing' ? 'not-set' : 'unknown';
}
