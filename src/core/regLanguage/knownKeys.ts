import { foldName } from '../registry/index';
import type { KnownKey, KnownRegistry, KnownValue } from '../rules/knownRegistry';

/** Finds what is known of a path. */
export class KnownKeys {
  /** By the last part of their path in lower case; those that end in `*` under `*`. */
  private readonly byLastPart = new Map<string, KnownKey[]>();
  /** With the backslash before them. */
  private readonly mistakenParts: readonly string[];

  constructor(readonly all: KnownRegistry) {
    for (const key of all) {
      const last = lastPart(foldName(key.path));
      this.byLastPart.set(last, [...(this.byLastPart.get(last) ?? []), key]);
    }
    const parts = all.flatMap(({ values }) => values.flatMap(({ mistakenBelow }) => mistakenBelow));
    this.mistakenParts = [...new Set(parts)].map((part) => `\\${part}`);
  }

  /** The known keys that a path in any case names, the one that names every part first. */
  keysOf(path: string): readonly KnownKey[] {
    const folded = foldName(path);
    const named = this.byLastPart.get(lastPart(folded)) ?? [];
    const open = this.byLastPart.get('*') ?? [];
    if (named.length === 0 && open.length === 0) return [];
    return [...named, ...open].filter((key) => isMatch(foldName(key.path), folded));
  }

  /** What is known of a value of the key. */
  valueOf(path: string, name: string): { readonly key: KnownKey; readonly value: KnownValue } | undefined {
    const folded = foldName(name);
    for (const key of this.keysOf(path)) {
      const value = key.values.find((each) => foldName(each.name) === folded);
      if (value) return { key, value };
    }
    return undefined;
  }

  /** All keys that have a value by the name, with what is known of it there. */
  keysWith(name: string): readonly { readonly key: KnownKey; readonly value: KnownValue }[] {
    const folded = foldName(name);
    return this.all.flatMap((key) =>
      key.values.filter((value) => foldName(value.name) === folded).map((value) => ({ key, value })),
    );
  }

  /** Whether people put values here that belong elsewhere. The path is in lower case. */
  isNearMiss(folded: string): boolean {
    return this.mistakenParts.some((part) => {
      const at = folded.indexOf(part);
      return at >= 0 && (folded.endsWith(part) || folded.includes(`${part}\\`));
    });
  }
}

/** Tells whether something is known of a path in any case, or of one that it is taken for. */
export function knownKeyTest(known: KnownRegistry): (path: string) => boolean {
  let keys: KnownKeys | undefined;
  return (path) => {
    keys ??= new KnownKeys(known);
    return keys.keysOf(path).length > 0 || keys.isNearMiss(foldName(path));
  };
}

/** Both in lower case. The registry keeps copies of CurrentControlSet under numbers. */
function isMatch(pattern: string, path: string): boolean {
  const parts = path.replace(/^([^\\]*\\system\\)controlset\d{3}(?=\\|$)/, '$1currentcontrolset').split('\\');
  const wanted = pattern.split('\\');
  return parts.length === wanted.length && wanted.every((part, index) => part === '*' || part === parts[index]);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1);
}
