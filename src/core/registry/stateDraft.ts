import type { RegData } from './regTypes';
import { foldName, pathParts } from './keyPath';
import { NO_SUBKEYS, NO_VALUES, type RegistryNode, type RegistryState, type StoredValue } from './registryState';

/** A node that was made for the new state; its maps are still those of the old one until they change. */
interface DraftNode {
  readonly name: string;
  values: ReadonlyMap<string, StoredValue>;
  subkeys: ReadonlyMap<string, RegistryNode>;
}

/** The maps of a draft node that are its own and may be changed. */
interface OwnMaps {
  values?: Map<string, StoredValue>;
  subkeys?: Map<string, DraftNode | RegistryNode>;
}

/** A state in the making. What it does not touch it shares with the state that it starts from. */
export class StateDraft {
  private readonly own = new Map<RegistryNode, { readonly node: DraftNode; readonly maps: OwnMaps }>();
  private readonly top: DraftNode;
  private open: DraftNode | undefined;

  constructor(private readonly state: RegistryState) {
    this.top = this.copyOf(state.top);
  }

  /** Creates the key and those above it where they are missing; the next values are its own. */
  openKey(path: string): void {
    let node = this.top;
    for (const part of pathParts(path)) node = this.ownSubkey(node, part);
    this.open = node;
  }

  /** Deletes the key with everything below it, if it is there. */
  deleteKey(path: string): void {
    this.open = undefined;
    const parts = pathParts(path);
    const name = parts[parts.length - 1];
    const parent = this.findOwn(parts.slice(0, -1));
    if (!parent || name === undefined || !parent.subkeys.has(foldName(name))) return;
    this.subkeysOf(parent).delete(foldName(name));
  }

  /** Sets a value of the open key. A name that is there already keeps its upper and lower case. */
  setValue(name: string, data: RegData): void {
    if (!this.open) return;
    const folded = foldName(name);
    const values = this.valuesOf(this.open);
    values.set(folded, { name: values.get(folded)?.name ?? name, data });
  }

  deleteValue(name: string): void {
    const folded = foldName(name);
    if (this.open?.values.has(folded)) this.valuesOf(this.open).delete(folded);
  }

  finish(): RegistryState {
    return { top: this.top, coverage: this.state.coverage };
  }

  /** The node of a path as one that may be changed; undefined where it does not exist. */
  private findOwn(parts: readonly string[]): DraftNode | undefined {
    let node = this.top;
    for (const part of parts) {
      if (!node.subkeys.has(foldName(part))) return undefined;
      node = this.ownSubkey(node, part);
    }
    return node;
  }

  private ownSubkey(node: DraftNode, name: string): DraftNode {
    const folded = foldName(name);
    const found = node.subkeys.get(folded);
    const known = found && this.own.get(found);
    if (known) return known.node;
    const copy = this.copyOf(found ?? { name, values: NO_VALUES, subkeys: NO_SUBKEYS });
    this.subkeysOf(node).set(folded, copy);
    return copy;
  }

  private copyOf({ name, values, subkeys }: RegistryNode): DraftNode {
    const node = { name, values, subkeys };
    this.own.set(node, { node, maps: {} });
    return node;
  }

  private valuesOf(node: DraftNode): Map<string, StoredValue> {
    const maps = this.own.get(node)?.maps ?? {};
    maps.values ??= new Map(node.values);
    node.values = maps.values;
    return maps.values;
  }

  private subkeysOf(node: DraftNode): Map<string, RegistryNode> {
    const maps = this.own.get(node)?.maps ?? {};
    maps.subkeys ??= new Map(node.subkeys);
    node.subkeys = maps.subkeys;
    return maps.subkeys;
  }
}
