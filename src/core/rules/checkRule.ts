import type { CatalogueError } from './checkedJson';
import type { Rule } from './rule';

/** Of a rule file: its name and the rule read from it. */
export interface NamedRule {
  readonly file: string;
  readonly rule: Rule;
}

/** What the parts of one rule say of each other: ids are unique, and every sign named is a sign of the rule. */
export function checkRule({ file, rule }: NamedRule): readonly CatalogueError[] {
  const known = new Set(rule.signs.map(({ id }) => id));
  const unknown = namedSigns(rule)
    .filter(({ id }) => id !== '' && !known.has(id))
    .map(({ id, path }) => ({ file, path, message: `the rule has no sign ${id}` }));
  const misnamed =
    rule.id === '' || file.split('/').at(-1) === `${rule.id}.json`
      ? []
      : [{ file, path: 'id', message: `the file of rule ${rule.id} must be named ${rule.id}.json` }];
  return [
    ...misnamed,
    ...duplicates(rule.signs).map((index) => ({ file, path: `signs[${index}].id`, message: 'used by a sign before' })),
    ...duplicates(rule.remediations).map((index) => ({
      file,
      path: `remediations[${index}].id`,
      message: 'used by a remediation before',
    })),
    ...unknown,
  ];
}

/** What the rules say of each other: ids are unique and never come back, and every rule named is in the catalogue. */
export function checkRules(rules: readonly NamedRule[], retired: readonly string[]): readonly CatalogueError[] {
  const known = new Set(rules.map(({ rule }) => rule.id));
  return [
    ...duplicates(rules.map(({ rule }) => rule)).map((index) => ({
      file: rules[index]?.file ?? '',
      path: 'id',
      message: 'used by a rule before',
    })),
    ...rules
      .filter(({ rule }) => retired.includes(rule.id))
      .map(({ file, rule }) => ({ file, path: 'id', message: `${rule.id} is retired and must not be used again` })),
    ...rules.flatMap(({ file, rule }) =>
      namedRules(rule)
        .filter(({ id }) => id !== '' && (!known.has(id) || id === rule.id))
        .map(({ id, path }) => ({ file, path, message: `there is no other rule ${id}` })),
    ),
  ];
}

interface NamedId {
  readonly path: string;
  readonly id: string;
}

function namedSigns(rule: Rule): readonly NamedId[] {
  const { confirmed = [], matches, possible } = rule.confidence;
  const ladder = Object.entries({ confirmed, matches, possible }).flatMap(([level, requirement]) =>
    requirement.flatMap((signs, index) => paths(signs, `confidence.${level}[${index}]`)),
  );
  const samples = rule.samples.match.flatMap(({ signs = [] }, index) => paths(signs, `samples.match[${index}].signs`));
  return [...ladder, ...paths(rule.crash?.signs ?? [], 'crash.signs'), ...samples];
}

function namedRules({ samples }: Rule): readonly NamedId[] {
  return Object.entries({ match: samples.match, noMatch: samples.noMatch }).flatMap(([kind, list]) =>
    list.flatMap(({ alsoFires = [] }, index) => paths(alsoFires, `samples.${kind}[${index}].alsoFires`)),
  );
}

function paths(ids: readonly string[], path: string): readonly NamedId[] {
  return ids.map((id, index) => ({ id, path: `${path}[${index}]` }));
}

/** Indexes of those whose id an earlier one has; an empty id is a mistake that was reported already. */
function duplicates(things: readonly { readonly id: string }[]): readonly number[] {
  const seen = new Set<string>();
  return things.flatMap(({ id }, index) => {
    if (id !== '' && seen.has(id)) return [index];
    seen.add(id);
    return [];
  });
}
