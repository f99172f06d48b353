import type { EventRecord } from '../records/eventRecord';
import type { Finding } from '../findings/finding';
import { type RegistryState, knowsKey } from '../registry/index';
import type { Remediation, Variant } from '../rules/rule';
import type { CaseSettings } from './caseSettings';
import type { ServerTraits } from './incident';
import { type RegistryFindings, settingOfRemediation } from './registryFindings';
import type { RegistrySource } from './registrySources';

/** Folder of a ConfigMgr 2012 or later distribution point. Source: facts on log places, `\SMS_DP$\sms\logs`. */
const CONFIGMGR2012_FOLDER = 'sms_dp$';

const SOFTWARE = 'HKEY_LOCAL_MACHINE\\SOFTWARE';
/** What 32-bit programs see of it on 64-bit Windows; 32-bit Windows has no such key. */
const WOW64 = `${SOFTWARE}\\Wow6432Node`;
/** Keys that the articles name: of the PXE service point of ConfigMgr 2007, and of the distribution point of 2012. */
const SERVICE_POINT = 'Microsoft\\SMS\\PXE';
const DISTRIBUTION_POINT = `${SOFTWARE}\\Microsoft\\SMS\\DP`;

/**
 * What the evidence tells about the server: the fault offset of an Application Error has 8 hex digits in a 32-bit process
 * and 16 in a 64-bit one, and svchost.exe is as wide as its Windows; paths may name the product, and so do the keys of a
 * registry export. A setting has the last word. `findings` are all of the server; crashes of both kinds tell nothing.
 */
export function readTraits(
  findings: readonly Finding[],
  registry: readonly RegistrySource[],
  settings: Pick<CaseSettings, 'product' | 'bitness'>,
): ServerTraits {
  const states = registry.map((source) => source.registry.state);
  const [bitness, ...others] = new Set(findings.flatMap(({ record }) => bitnessOf(record) ?? []));
  const isConfigMgr2012 = findings.some(namesConfigMgr2012);
  return {
    ...(bitness && others.length === 0 && { bitness: { value: bitness, origin: 'fault-offset' } }),
    ...registryBitness(states),
    ...(settings.bitness && { bitness: { value: settings.bitness, origin: 'setting' } }),
    ...(isConfigMgr2012 && { product: { value: 'configmgr2012', origin: 'path' } }),
    ...registryProduct(states),
    ...(settings.product && { product: { value: settings.product, origin: 'setting' } }),
  };
}

function registryBitness(states: readonly RegistryState[]): Pick<ServerTraits, 'bitness'> {
  const known = states.map((state) => knowsKey(state, WOW64));
  if (known.includes('present')) return { bitness: { value: 64, origin: 'registry' } };
  return known.includes('missing') ? { bitness: { value: 32, origin: 'registry' } } : {};
}

/**
 * An upgraded server may keep the key of 2007 under Wow6432Node, where 2012 does not look. Both keys in the same place tell
 * nothing.
 */
function registryProduct(states: readonly RegistryState[]): Pick<ServerTraits, 'product'> {
  const has = (path: string): boolean => states.some((state) => knowsKey(state, path) === 'present');
  const hasServicePoint = has(`${SOFTWARE}\\${SERVICE_POINT}`);
  if (has(DISTRIBUTION_POINT)) {
    return hasServicePoint ? {} : { product: { value: 'configmgr2012', origin: 'registry' } };
  }
  if (!hasServicePoint && !has(`${WOW64}\\${SERVICE_POINT}`)) return {};
  return { product: { value: 'configmgr2007', origin: 'registry' } };
}

function bitnessOf(record: EventRecord): 32 | 64 | undefined {
  if (record.eventId?.value !== 1000) return undefined;
  const offset = record.eventData.find(({ name }) => name === 'FaultingOffset') ?? record.eventData[7];
  const digits = offset?.value.trim().replace(/^0x/i, '') ?? '';
  if (!/^[0-9a-f]+$/i.test(digits)) return undefined;
  if (digits.length === 16) return 64;
  return digits.length === 8 ? 32 : undefined;
}

function namesConfigMgr2012({ path, record }: Finding): boolean {
  const texts = [path, record.message?.value ?? '', ...record.eventData.map(({ value }) => value)];
  return texts.some((text) => text.toLowerCase().includes(CONFIGMGR2012_FOLDER));
}

/**
 * The id of the only registry remediation that fits the server; undefined when none or several do. When the registry shows
 * that it is in place already, the first one that is something else to do.
 */
export function preferredRemediation(
  remediations: readonly Remediation[],
  traits: ServerTraits,
  registryState?: RegistryFindings,
): string | undefined {
  const [only, ...others] = remediations.filter(({ registry }) => registry && fits(registry.variant, traits));
  if (!only || others.length > 0) return undefined;
  const isInPlace = settingOfRemediation(registryState, only.id)?.status === 'in-place';
  return isInPlace ? remediations.find(({ registry }) => !registry)?.id : only.id;
}

function fits(variant: Variant, { product, bitness }: ServerTraits): boolean {
  if (product && product.value !== variant.product) return false;
  return !bitness || variant.bitness === undefined || bitness.value === variant.bitness;
}
