import {
  type RegChange,
  type RegComparison,
  type RegistryState,
  findKey,
  foldName,
  headerText,
  knowsKey,
  knowsValues,
  renderKey,
  renderKeyDeletion,
  renderValue,
} from '../registry/index';
import { plainPath } from './regDataText';

/** Two texts in the language of registry files that a diff editor can show beside each other. */
export interface RegSides {
  readonly before: string;
  readonly after: string;
}

const LINE_END = '\n';

/**
 * The keys that an import changes, with all their values, before and after it. Keys whose state is not known have a comment
 * on both sides, so that they do not look absent.
 */
export function renderRegSides(comparison: RegComparison): RegSides {
  const { before, after, changes } = comparison;
  const paths = sorted(changes.flatMap(pathsOf));
  const unseen = new Set(changes.flatMap(({ kind, path }) => (kind === 'key-removed-unseen' ? [foldName(path)] : [])));
  const side = (state: RegistryState, isAfter: boolean): string =>
    [
      headerText(5),
      '',
      ...paths.flatMap((path) => [
        ...unknownNote(path, before),
        ...(isAfter && unseen.has(foldName(path)) ? [`; ${renderKeyDeletion(path)}`] : []),
        ...keyLines(path, state),
      ]),
    ].join(LINE_END);
  return { before: side(before, false), after: side(after, true) };
}

function pathsOf(change: RegChange): readonly string[] {
  return change.kind === 'key-removed' ? [change.path, ...change.subkeys] : [change.path];
}

/** In the order of a tree, each path once. */
function sorted(paths: readonly string[]): readonly string[] {
  const byFolded = new Map(paths.map((path) => [foldName(path).replaceAll('\\', '\0'), path]));
  return [...byFolded].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, path]) => path);
}

function unknownNote(path: string, before: RegistryState): readonly string[] {
  if (knowsValues(before, path) || knowsKey(before, path) === 'missing') return [];
  return [`; ${plainPath(path)}: not all of this key is in the export; what else it holds is not known`];
}

function keyLines(path: string, state: RegistryState): readonly string[] {
  const key = findKey(state, path);
  if (!key) return [];
  const values = [...key.values.values()].map(({ name, data }) => renderValue(name, data, LINE_END));
  return [renderKey(path), ...values, ''];
}
