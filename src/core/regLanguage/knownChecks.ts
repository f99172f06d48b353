import { type Steps, allSteps } from '../lists/steps';
import {
  type RegDocument,
  type RegKey,
  type RegValue,
  dataOf,
  decodeData,
  foldName,
  typeName,
  valuesOf,
} from '../registry/index';
import type { KnownKey, KnownValue } from '../rules/knownRegistry';
import type { Span } from '../text/span';
import type { KnownKeys } from './knownKeys';
import { type RegTarget, isForOther, knownKeysInSteps, targetOf } from './serverTraits';

export type KnownFindingCode =
  /** The key is there, and a value that an article tells to set is not. */
  | 'known-value-missing'
  /** Another number than the article tells to set. */
  | 'known-value-differs'
  /** Another type than the one that is read. */
  | 'known-value-type'
  | 'known-value-range'
  /** The value belongs to another key: of another product, or of the other view of the registry. */
  | 'known-value-key';

/** Something that the catalogue has to say of a value. */
export interface KnownFinding {
  readonly code: KnownFindingCode;
  readonly span: Span;
  readonly value: KnownValue;
  /** The key that the finding is about, by its number and as it is written. */
  readonly key: RegKey;
  /** The value that is not right; missing where it is not there. */
  readonly found?: RegValue;
  /** Where the value belongs, for `known-value-key`. */
  readonly places: readonly KnownKey[];
}

/** What the checks of one document share. */
interface Checking {
  readonly document: RegDocument;
  readonly known: KnownKeys;
  readonly target: RegTarget;
  readonly findings: KnownFinding[];
  /** Keys with values that an article tells to set, by path in lower case. */
  readonly expecting: Map<string, Expecting>;
}

interface Expecting {
  readonly key: RegKey;
  readonly known: KnownKey;
  /** Names, in lower case, of the values that the file sets or deletes. */
  readonly touched: Set<string>;
}

/** Compares a file with what is published of its keys and values. Linear in the number of its keys. */
export function knownFindings(document: RegDocument, known: KnownKeys, settings: RegTarget = {}): KnownFinding[] {
  return allSteps(knownFindingsInSteps(document, known, settings));
}

/** The same, for who has other work to do in between. */
export function* knownFindingsInSteps(
  document: RegDocument,
  known: KnownKeys,
  settings: RegTarget = {},
): Steps<KnownFinding[]> {
  const ofFile = yield* knownKeysInSteps(document, known);
  const target = targetOf(ofFile, settings);
  const checking: Checking = { document, known, target, findings: [], expecting: new Map() };
  for (const { key, known: keys } of ofFile.keys) {
    if (key.kind !== 'key') continue;
    if (keys.length > 0) checkKnownKey(checking, key, keys);
    if (!keys.some(isExpecting) && known.isNearMiss(foldName(key.path))) checkNearMiss(checking, key);
  }
  for (const expecting of checking.expecting.values()) checkExpected(checking, expecting);
  return settled(checking);
}

function checkKnownKey(checking: Checking, key: RegKey, keys: readonly KnownKey[]): void {
  const { document, known } = checking;
  const touched = touchedNames(checking, key, keys);
  for (const found of valuesOf(document, key)) {
    touched?.add(foldName(found.name));
    const value = known.valueOf(key.path, found.name)?.value;
    if (value && found.kind === 'value') checkValue(checking, key, found, value);
  }
  if (touched) checkVariant(checking, key, keys);
}

function touchedNames({ expecting }: Checking, key: RegKey, keys: readonly KnownKey[]): Set<string> | undefined {
  const known = keys.find(isExpecting);
  if (!known) return undefined;
  const folded = foldName(key.path);
  const entry = expecting.get(folded) ?? { key, known, touched: new Set<string>() };
  expecting.set(folded, entry);
  return entry.touched;
}

function isExpecting({ values }: KnownKey): boolean {
  return values.some(({ expected }) => expected !== undefined);
}

function checkValue({ document, findings }: Checking, key: RegKey, found: RegValue, value: KnownValue): void {
  const data = decodeData(dataOf(document, found));
  const add = (code: KnownFindingCode, span: Span): void => {
    findings.push({ code, span, value, key, found, places: [] });
  };
  if (value.type !== undefined && typeName(found.type) !== value.type) {
    add('known-value-type', { start: found.nameSpan.end + 1, end: found.span.end });
    return;
  }
  if (data.kind !== 'dword') return;
  const { expected, range } = value;
  if (range && (data.value < range.least || data.value > range.most)) add('known-value-range', found.dataSpan);
  else if (expected !== undefined && data.value !== expected) add('known-value-differs', found.dataSpan);
}

/** A value in a key that this kind of server does not read. */
function checkVariant({ document, known, target, findings }: Checking, key: RegKey, keys: readonly KnownKey[]): void {
  if (!keys.some((each) => isForOther(each, target))) return;
  for (const found of valuesOf(document, key)) {
    const value = known.valueOf(key.path, found.name)?.value;
    if (value?.expected === undefined || found.kind !== 'value') continue;
    const places = known.keysWith(found.name).filter((each) => !isForOther(each.key, target));
    if (places.length === 0) continue;
    const span = found.nameSpan;
    findings.push({ code: 'known-value-key', span, value, key, found, places: places.map((each) => each.key) });
  }
}

/** A value in a key that looks like those which have it. */
function checkNearMiss({ document, known, target, findings }: Checking, key: RegKey): void {
  for (const found of valuesOf(document, key)) {
    if (found.kind !== 'value') continue;
    const all = known.keysWith(found.name).filter(({ value }) => value.mistakenBelow.length > 0);
    const fitting = all.filter((each) => !isForOther(each.key, target));
    const [first] = all;
    if (!first) continue;
    const places = (fitting.length > 0 ? fitting : all).map((each) => each.key);
    findings.push({ code: 'known-value-key', span: found.nameSpan, value: first.value, key, found, places });
  }
}

function checkExpected({ target, findings }: Checking, { key, known, touched }: Expecting): void {
  if (isForOther(known, target)) return;
  for (const value of known.values) {
    if (value.expected === undefined || touched.has(foldName(value.name))) continue;
    findings.push({ code: 'known-value-missing', span: key.pathSpan, value, key, places: [] });
  }
}

/**
 * A value that stands in the right key as well is not to be moved; one that is to be moved is neither missing in its place
 * nor worth a word about its number before that.
 */
function settled({ findings, expecting }: Checking): KnownFinding[] {
  const isInPlace = ({ places, value }: KnownFinding): boolean =>
    places.some(({ path }) => expecting.get(foldName(path))?.touched.has(foldName(value.name)));
  const moved = findings.filter((finding) => finding.code === 'known-value-key' && !isInPlace(finding));
  const movedEntries = new Set(moved.map(({ found }) => found?.entry));
  const movedNames = new Set(moved.map(({ value }) => foldName(value.name)));
  const others = findings.filter(({ code, found, value }) => {
    if (code === 'known-value-missing') return !movedNames.has(foldName(value.name));
    return code !== 'known-value-key' && !movedEntries.has(found?.entry);
  });
  return [...moved, ...others].sort((one, other) => one.span.start - other.span.start);
}
