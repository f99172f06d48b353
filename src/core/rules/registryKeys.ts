import type { Catalogue, RegistryChange } from './rule';

/** Everything that the known issues tell to set in a registry. */
export function registryChangesOf({ rules }: Pick<Catalogue, 'rules'>): readonly RegistryChange[] {
  return rules.flatMap(({ remediations }) => remediations.flatMap(({ registry }) => registry?.changes ?? []));
}

/** Full paths of the keys that the known issues are about, each once. */
export function registryKeysOf(catalogue: Pick<Catalogue, 'rules'>): readonly string[] {
  return [...new Set(registryChangesOf(catalogue).map(({ keyPath }) => keyPath))];
}
