import type { EventRecord } from '../records/eventRecord';
import type { Finding } from '../findings/finding';
import type { Remediation } from '../rules/rule';
import type { CaseSettings, ServerTraits } from './incident';

/** Folder of a ConfigMgr 2012 or later distribution point. Source: facts on log places, `\SMS_DP$\sms\logs`. */
const CONFIGMGR2012_FOLDER = 'sms_dp$';

/**
 * What the evidence tells about the server: the fault offset of an Application Error has 8 hex digits in a 32-bit process
 * and 16 in a 64-bit one, and svchost.exe is as wide as its Windows; paths may name the product. A setting has the last word.
 */
export function readTraits(
  findings: readonly Finding[],
  settings: Pick<CaseSettings, 'product' | 'bitness'>,
): ServerTraits {
  const bitness = findings.map(({ record }) => bitnessOf(record)).find((found) => found !== undefined);
  const isConfigMgr2012 = findings.some(namesConfigMgr2012);
  return {
    ...(bitness && { bitness: { value: bitness, origin: 'fault-offset' } }),
    ...(settings.bitness && { bitness: { value: settings.bitness, origin: 'setting' } }),
    ...(isConfigMgr2012 && { product: { value: 'configmgr2012', origin: 'path' } }),
    ...(settings.product && { product: { value: settings.product, origin: 'setting' } }),
  };
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

/** The id of the only registry remediation that fits the server; undefined when none or several do. */
export function preferredRemediation(remediations: readonly Remediation[], traits: ServerTraits): string | undefined {
  const fitting = remediations.filter(({ registry }) => {
    if (!registry) return false;
    const { product, bitness } = registry.variant;
    const fitsProduct = !traits.product || traits.product.value === product;
    return fitsProduct && (!traits.bitness || bitness === undefined || traits.bitness.value === bitness);
  });
  return fitting.length === 1 ? fitting[0]?.id : undefined;
}
