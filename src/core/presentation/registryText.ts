import type { Incident } from '../cases/incident';
import { isKnownSetting, type RegistrySetting, settingOfRemediation } from '../cases/registryFindings';
import { dwordData } from '../registry/index';
import type { RegistryOrigin } from '../cases/registrySources';
import { computerName } from './incidentText';
import { fileName } from './names';
import { regDataText, regNumber } from './regDataText';
import { workaroundNumber } from './remediationText';
import { plain } from './visibleText';
import { shortRoot } from './workaroundText';

/** One setting of a server as its registry exports show it; plain text. */
export interface RegistryRow {
  readonly setting: RegistrySetting;
  /** `NumberOfThreads is 8` */
  readonly text: string;
  /** What follows from it; empty where nothing does. */
  readonly meaning: string;
  /** `HKLM\SOFTWARE\Microsoft\SMS\PXE` */
  readonly key: string;
}

/**
 * What the exports show of the settings that matter: those of the fix that fits the server, and where none is known to fit,
 * of each fix of which the key is there; also what is set where such a server does not look. One row says so when the
 * exports cover none of these keys.
 */
export function registryRows(incident: Incident): readonly RegistryRow[] {
  const settings = incident.registryState?.settings ?? [];
  const fitting = settings.filter((setting) => isFitting(setting, incident));
  const candidates = fitting.length > 0 ? fitting : settings;
  const shown = settings.filter(
    (setting) => setting.data !== undefined || (candidates.includes(setting) && isTold(setting, fitting)),
  );
  const rows = shown.length > 0 ? shown : candidates.slice(0, 1);
  return rows.map((setting) => rowOf(setting, incident, fitting));
}

/** How it is known that an export is of the server, as a sentence. */
export function originText({ path }: RegistrySetting, { registryState, computer }: Incident): string {
  const origin = registryState?.sources.find((source) => source.path === path)?.origin;
  return origin === undefined ? '' : `${fileName(path)} ${ORIGINS[origin]} ${computerName(computer)}.`;
}

const ORIGINS: Readonly<Record<RegistryOrigin, string>> = {
  chosen: 'was said to be of',
  'only-server': 'was taken for an export of the only server:',
  folder: 'was taken for an export of the server of its folder:',
};

/** With one fix that fits all is told of it, else only what the exports know. */
function isTold({ status }: RegistrySetting, fitting: readonly RegistrySetting[]): boolean {
  return fitting.length === 1 || (status !== 'unknown' && status !== 'key-missing');
}

/** The fix whose kind of server this is, whether or not it is the one to prefer. */
function isFitting(
  { remediationId }: RegistrySetting,
  { remediations, traits, preferredRemediation }: Incident,
): boolean {
  if (remediationId === preferredRemediation) return true;
  const variant = remediations.find(({ id }) => id === remediationId)?.registry?.variant;
  if (variant?.product !== traits.product?.value) return false;
  return variant !== undefined && (variant.bitness === undefined || variant.bitness === traits.bitness?.value);
}

function rowOf(setting: RegistrySetting, incident: Incident, fitting: readonly RegistrySetting[]): RegistryRow {
  const isElsewhere = fitting.length > 0 && !fitting.includes(setting);
  return {
    setting,
    text: statusText(setting),
    meaning: isElsewhere ? `but in a key that this kind of server does not read` : meaningOf(setting, incident),
    key: shortRoot(plain(setting.change.keyPath)),
  };
}

function statusText({ change, status, data, path }: RegistrySetting): string {
  const name = plain(change.valueName);
  switch (status) {
    case 'in-place':
      return `${name} is already ${change.data}`;
    case 'other':
      return `${name} is ${data ? (regNumber(data) ?? regDataText(data)) : 'something else'}`;
    case 'not-set':
      return `${name} is not set`;
    case 'key-missing':
      return `${name} is not set: its key does not exist`;
    case 'exports-differ':
      return `${name} differs between the registry exports`;
    case 'unknown':
      return `${name} is unknown: ${fileName(path)} does not cover its key`;
  }
}

function meaningOf({ status, data, change }: RegistrySetting, incident: Incident): string {
  if (status === 'other' && data && data.type !== dwordData(change.data).type) return 'it has the wrong type';
  if (status !== 'in-place') return '';
  const first = incident.remediations.find(({ registry }) => !registry);
  const else_ = first ? `, use ${workaroundName(incident, first.id)}` : '';
  return `the fix is in place and it still crashes${else_} (unless it was set after this crash)`;
}

function workaroundName({ remediations }: Incident, id: string): string {
  const number = workaroundNumber({ remediations }, id);
  return number === 1 ? 'the first workaround' : `workaround ${number}`;
}

/** The setting of a remediation, where exports show how it is: the undo can restore it then. */
export function knownSetting(
  incident: Pick<Incident, 'registryState'>,
  remediationId: string,
): RegistrySetting | undefined {
  const setting = settingOfRemediation(incident.registryState, remediationId);
  return setting && isKnownSetting(setting) ? setting : undefined;
}
