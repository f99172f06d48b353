import {
  checkFilledList,
  checkForm,
  checkId,
  checkInteger,
  checkObject,
  checkOneOf,
  checkText,
  checkTexts,
  report,
  type Unchecked,
} from './checkedJson';
import type { Reference, RegistryChange, Remediation, Variant } from './rule';

/** Root name in full, then one or more names; no empty name and so no backslash at the end. */
export const KEY_PATH = /^HKEY_(?:LOCAL_MACHINE|CURRENT_USER|CLASSES_ROOT|USERS|CURRENT_CONFIG)\\[^\\]+(?:\\[^\\]+)*$/;

export const LARGEST_DWORD = 0xffffffff;

/** What to do about an issue. */
export function loadRemediation(at: Unchecked): Remediation {
  const fields = checkObject(at, ['id', 'title', 'advice', 'steps', 'registry']);
  const registry = fields.optional('registry', loadRegistry);
  return {
    id: checkId(fields.field('id')),
    title: checkText(fields.field('title')),
    advice: checkText(fields.field('advice')),
    steps: checkTexts(fields.field('steps')),
    ...(registry === undefined ? {} : { registry }),
  };
}

/** A link. Only the old TechNet library is known by addresses without encryption. */
export function loadReference(at: Unchecked): Reference {
  const fields = checkObject(at, ['title', 'url']);
  const url = fields.field('url');
  const text = checkText(url);
  if (text !== '' && !/^(?:https:\/\/|http:\/\/technet\.microsoft\.com\/)\S+$/.test(text))
    report(url, 'expected an https address');
  return { title: checkText(fields.field('title')), url: text };
}

function loadRegistry(at: Unchecked): NonNullable<Remediation['registry']> {
  const fields = checkObject(at, ['variant', 'article', 'system', 'fileName', 'changes', 'notes']);
  return {
    variant: loadVariant(fields.field('variant')),
    article: loadReference(fields.field('article')),
    system: checkText(fields.field('system')),
    fileName: checkForm(fields.field('fileName'), /^[A-Za-z0-9-]+$/, 'letters, digits and hyphens'),
    changes: checkFilledList(fields.field('changes'), loadChange),
    notes: checkFilledList(fields.field('notes'), (note) => checkForm(note, /^[^\r\n]+$/, 'a single line')),
  };
}

/** For which servers something is. */
export function loadVariant(at: Unchecked): Variant {
  const fields = checkObject(at, ['product', 'bitness']);
  const product = checkOneOf(fields.field('product'), ['configmgr2007', 'configmgr2012']);
  const bitness = fields.optional('bitness', loadBitness);
  return bitness === undefined ? { product } : { product, bitness };
}

function loadBitness(at: Unchecked): 32 | 64 {
  if (at.value === 32 || at.value === 64) return at.value;
  report(at, 'expected 32 or 64');
  return 64;
}

function loadChange(at: Unchecked): RegistryChange {
  const fields = checkObject(at, ['keyPath', 'valueName', 'valueType', 'data']);
  return {
    keyPath: checkForm(fields.field('keyPath'), KEY_PATH, 'a key path with its root name in full'),
    valueName: checkText(fields.field('valueName')),
    valueType: checkOneOf(fields.field('valueType'), ['REG_DWORD']),
    data: checkInteger(fields.field('data'), 0, LARGEST_DWORD),
  };
}
