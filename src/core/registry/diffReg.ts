import { applyReg } from './applyReg';
import { foldName } from './keyPath';
import { isSameData } from './regData';
import type { KeyRemoved, RegChange } from './regChange';
import type { RegDocument } from './regDocument';
import {
  type RegistryNode,
  type RegistryState,
  findKey,
  findValue,
  knowsKey,
  knowsTree,
  knowsValue,
} from './registryState';
import { type Difference, type ValueDifference, differences, nodesBelow } from './stateDifference';
import { type Touched, type TouchedValue, spanNear, touchedBy, valueId } from './touchedEntries';
import type { Span } from '../text/span';

const NOWHERE: Span = { start: 0, end: 0 };

/**
 * What importing the file would change, as its net effect: what it sets and later deletes again is no change. Values that
 * it sets to what they are already come last, then deletions of which the state cannot say what they do.
 */
export function diffReg(change: RegDocument, state: RegistryState): readonly RegChange[] {
  const touched = touchedBy(change);
  const after = applyReg(state, change);
  const changes = [...differences(state.top, after.top, 'names')].flatMap((each) => changesOf(each, state, touched));
  return [...changes, ...sameValues(touched, state, after), ...unseenDeletions(touched, state, after)];
}

function changesOf(difference: Difference, state: RegistryState, touched: Touched): RegChange[] {
  switch (difference.kind) {
    case 'key-added':
      return addedKeys(difference, state, touched);
    case 'key-removed':
      return [removedKey(difference, state, touched)];
    case 'value':
      return [valueChange(difference, state, touched)];
  }
}

function addedKeys(
  { path, node }: { path: string; node: RegistryNode },
  state: RegistryState,
  touched: Touched,
): RegChange[] {
  const isKnown = knowsKey(state, path) === 'missing';
  const opened = openingSpans(touched);
  return [...nodesBelow(node, path)].flatMap((each) => {
    const span = opened.get(foldName(each.path)) ?? NOWHERE;
    const values = [...each.node.values.values()].map(({ name, data }): RegChange => {
      const at = touched.values.get(valueId(each.path, name))?.span ?? span;
      return { kind: 'value-added', path: each.path, name, to: data, span: at, isKnown };
    });
    return [{ kind: 'key-added', path: each.path, span, isKnown } satisfies RegChange, ...values];
  });
}

/** The lines that create each key: one that only names a key below it creates it as well. */
function openingSpans({ keys }: Touched): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const [folded, { span }] of keys) {
    for (
      let path = folded;
      path !== '' && !spans.has(path);
      path = path.slice(0, Math.max(0, path.lastIndexOf('\\')))
    ) {
      spans.set(path, span);
    }
  }
  for (const [folded, { span }] of keys) spans.set(folded, span);
  return spans;
}

function removedKey(
  { path, node }: { path: string; node: RegistryNode },
  state: RegistryState,
  touched: Touched,
): KeyRemoved {
  const [, ...below] = nodesBelow(node, path);
  const values = [...nodesBelow(node, path)].flatMap((each) =>
    [...each.node.values.values()].map(({ name, data }) => ({ path: each.path, name, from: data })),
  );
  const subkeys = below.map((each) => each.path);
  const span = spanNear(touched.deletions, path) ?? NOWHERE;
  return { kind: 'key-removed', path, subkeys, values, span, isKnown: knowsTree(state, path) };
}

function valueChange({ path, from, to }: ValueDifference, state: RegistryState, touched: Touched): RegChange {
  const name = (from ?? to).name;
  const line = touched.values.get(valueId(path, name));
  // A value that no line names went with a deletion of its key.
  const span = line?.span ?? spanNear(touched.deletions, path) ?? NOWHERE;
  const at = { path, name, span };
  if (!from) return { kind: 'value-added', ...at, to: to.data, isKnown: knowsValue(state, path, name) === 'missing' };
  if (!to) return { kind: 'value-removed', ...at, from: from.data, isKnown: true };
  return { kind: 'value-changed', ...at, from: from.data, to: to.data, isKnown: true };
}

function* sameValues(touched: Touched, before: RegistryState, after: RegistryState): Generator<RegChange> {
  for (const { path, name, span, isDeletion } of touched.values.values()) {
    const to = isDeletion ? undefined : findValue(after, path, name);
    const from = findValue(before, path, name);
    if (from && to && isSameData(from.data, to.data)) {
      yield { kind: 'value-same', path, name, to: to.data, span, isKnown: true };
    }
  }
}

function* unseenDeletions(
  { values, deletions }: Touched,
  state: RegistryState,
  after: RegistryState,
): Generator<RegChange> {
  for (const { path, span } of deletions.values()) {
    const isSeen = knowsTree(state, path) || knowsKey(state, path) === 'missing';
    const isReported = findKey(state, path) !== undefined && findKey(after, path) === undefined;
    if (!isSeen && !isReported) yield { kind: 'key-removed-unseen', path, span, isKnown: false };
  }
  for (const value of values.values()) {
    if (isUnseen(value, state)) {
      yield { kind: 'value-removed-unseen', path: value.path, name: value.name, span: value.span, isKnown: false };
    }
  }
}

function isUnseen({ path, name, isDeletion }: TouchedValue, state: RegistryState): boolean {
  return isDeletion && knowsValue(state, path, name) === 'unknown';
}
