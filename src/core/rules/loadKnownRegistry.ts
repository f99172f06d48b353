import {
  type CatalogueError,
  type Unchecked,
  type UncheckedObject,
  checkFilledList,
  checkForm,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRecord,
  checkText,
  checkTexts,
  inside,
  report,
} from './checkedJson';
import type { KnownKey, KnownRegistry, KnownValue } from './knownRegistry';
import type { CatalogueFile } from './loadCatalogue';
import { KEY_PATH, LARGEST_DWORD, loadReference, loadVariant } from './loadRemediation';

/** Checks files that list known keys; reports every error of every file. A key is to be listed once. */
export function loadKnownRegistry(files: readonly CatalogueFile[]): {
  readonly known: KnownRegistry;
  readonly errors: readonly CatalogueError[];
} {
  const errors: CatalogueError[] = [];
  const seen = new Set<string>();
  const known = files.flatMap(({ path, content }) =>
    checkFilledList({ value: content, file: path, path: '', errors }, (at) => loadKey(at, seen)),
  );
  return { known, errors };
}

function loadKey(at: Unchecked, seen: Set<string>): KnownKey {
  const fields = checkObject(at, ['path', 'text', 'readBy', 'values', 'references', 'source']);
  const path = fields.field('path');
  const readBy = fields.optional('readBy', loadVariant);
  checkText(fields.field('source'));
  const key: KnownKey = {
    path: checkForm(path, KEY_PATH, 'a key path with its root name in full'),
    text: checkText(fields.field('text')),
    ...(readBy && { readBy }),
    values: fields.optional('values', (list) => checkFilledList(list, loadValue)) ?? [],
    references: fields.optional('references', loadReferences) ?? [],
  };
  if (seen.has(key.path.toLowerCase())) report(path, 'is listed already');
  seen.add(key.path.toLowerCase());
  return key;
}

function loadValue(at: Unchecked): KnownValue {
  const fields = checkObject(at, [
    ...['name', 'type', 'text', 'default', 'range', 'unit', 'meanings'],
    ...['expected', 'mistakenBelow', 'references', 'source'],
  ]);
  checkText(fields.field('source'));
  const [type, unit] = [fields.optional('type', loadType), fields.optional('unit', checkText)];
  return {
    name: checkText(fields.field('name')),
    ...(type && { type }),
    text: checkText(fields.field('text')),
    ...loadNumbers(fields),
    ...(unit !== undefined && { unit }),
    meanings: fields.optional('meanings', loadMeanings) ?? new Map<number, string>(),
    mistakenBelow: (fields.optional('mistakenBelow', checkTexts) ?? []).map((part) => part.toLowerCase()),
    references: fields.optional('references', loadReferences) ?? [],
  };
}

/** A default or an expected number beyond the range would contradict itself. */
function loadNumbers(fields: UncheckedObject): Pick<KnownValue, 'default' | 'range' | 'expected'> {
  const range = fields.optional('range', loadRange);
  const number = (at: Unchecked): number => checkInteger(at, range?.least ?? 0, range?.most ?? LARGEST_DWORD);
  const [usual, expected] = [fields.optional('default', number), fields.optional('expected', number)];
  return {
    ...(usual !== undefined && { default: usual }),
    ...(range && { range }),
    ...(expected !== undefined && { expected }),
  };
}

function loadType(at: Unchecked): NonNullable<KnownValue['type']> {
  return checkOneOf(at, ['REG_SZ', 'REG_EXPAND_SZ', 'REG_MULTI_SZ', 'REG_DWORD', 'REG_QWORD', 'REG_BINARY']);
}

function loadRange(at: Unchecked): NonNullable<KnownValue['range']> {
  const fields = checkObject(at, ['least', 'most']);
  const least = checkInteger(fields.field('least'), 0, LARGEST_DWORD);
  return { least, most: checkInteger(fields.field('most'), least, LARGEST_DWORD) };
}

function loadMeanings(at: Unchecked): ReadonlyMap<number, string> {
  const meanings = new Map<number, string>();
  for (const [number, value] of checkRecord(at)) {
    const item = inside(at, number, value);
    if (!/^\d{1,10}$/.test(number)) report(item, 'expected a decimal number');
    meanings.set(Number(number), checkText(item));
  }
  return meanings;
}

function loadReferences(at: Unchecked): KnownKey['references'] {
  return checkList(at, loadReference);
}
