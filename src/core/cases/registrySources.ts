import type { SourceRegistry, SourceReport } from '../findings/finding';
import { dwordData, foldName, isSameData } from '../registry/index';
import { registryChangesOf } from '../rules/registryKeys';
import type { Catalogue } from '../rules/rule';
import type { Servers } from './computers';
import type { CaseSettings } from './caseSettings';

/** How it is known which server an export is of: somebody said so, the case has no other, or its folder has no other. */
export type RegistryOrigin = 'chosen' | 'only-server' | 'folder';

/** A registry export that is evidence about a server. */
export interface RegistrySource {
  readonly path: string;
  readonly registry: SourceRegistry;
  readonly origin: RegistryOrigin;
}

interface Surroundings {
  readonly servers: Servers;
  readonly catalogue: Pick<Catalogue, 'rules'>;
  readonly settings: Pick<CaseSettings, 'registryComputers'>;
}

/** The registry exports of each server, by the key of the server. An export of which the server cannot be told is of none. */
export function assignRegistries(
  sources: readonly SourceReport[],
  surroundings: Surroundings,
): ReadonlyMap<string, readonly RegistrySource[]> {
  const { servers } = surroundings;
  const all = allServers(sources, servers);
  const byServer = new Map<string, RegistrySource[]>();
  for (const source of sources) {
    const { registry } = source;
    const place = registry && placeOf({ ...source, registry }, all, surroundings);
    if (!place) continue;
    const assigned = { path: source.path, registry, origin: place.origin };
    byServer.set(place.key, [...(byServer.get(place.key) ?? []), assigned]);
  }
  return byServer;
}

/**
 * Whether a registry file shows how a registry is. One that sets nothing but what an article tells to set may be the fix
 * itself, and is taken for an export only with the blank line that one has at its end.
 */
export function isEvidence(registry: SourceRegistry, catalogue: Pick<Catalogue, 'rules'>): boolean {
  return registry.isExport && (registry.endsLikeExport || !isLikeFix(registry, catalogue));
}

function placeOf(
  { path, format, registry }: SourceReport & { readonly registry: SourceRegistry },
  all: ReadonlySet<string>,
  { servers, catalogue, settings }: Surroundings,
): { readonly key: string; readonly origin: RegistryOrigin } | undefined {
  const chosen = settings.registryComputers?.get(path);
  if (chosen === '') return undefined;
  if (chosen !== undefined) return { key: servers.named(chosen).key, origin: 'chosen' };
  if (format === 'reg' && !isEvidence(registry, catalogue)) return undefined;
  const [only, ...others] = all;
  if (only !== undefined && others.length === 0) return { key: only, origin: 'only-server' };
  const { key } = servers.unnamed(path);
  return all.has(key) ? { key, origin: 'folder' } : undefined;
}

function allServers(sources: readonly SourceReport[], servers: Servers): ReadonlySet<string> {
  const named = sources.flatMap(({ computers }) => computers.map((computer) => servers.named(computer).key));
  const found = sources.flatMap(({ findings }) => findings.map((finding) => servers.of(finding).key));
  return new Set([...named, ...found]);
}

function isLikeFix({ valueCount, values }: SourceRegistry, catalogue: Pick<Catalogue, 'rules'>): boolean {
  const changes = registryChangesOf(catalogue);
  return (
    valueCount > 0 &&
    valueCount === values.length &&
    values.every(({ path, name, data }) =>
      changes.some(
        (change) =>
          foldName(change.keyPath) === foldName(path) &&
          foldName(change.valueName) === foldName(name) &&
          isSameData(dwordData(change.data), data),
      ),
    )
  );
}
