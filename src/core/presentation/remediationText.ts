import type { Incident, ServerTraits } from '../cases/incident';
import type { Remediation, Rule, Variant } from '../rules/rule';

const PRODUCTS: Readonly<Record<Variant['product'], string>> = {
  configmgr2007: 'ConfigMgr 2007',
  configmgr2012: 'ConfigMgr 2012',
};

/** Titles of what can be done with one remediation; those of a registry change are missing for a procedure. */
export interface RemediationTitles {
  /** `ConfigMgr 2007, 64-bit server`, or the title of a procedure. */
  readonly name: string;
  readonly create?: string;
  readonly createUndo?: string;
  readonly copyCommand?: string;
  /** `Show workaround 1: disable the backup router's PXE relay` */
  readonly show: string;
  /** `Workaround 2: ConfigMgr 2007, 64-bit server (.reg)` */
  readonly node: string;
}

/** A numbered way out; the variants of one registry change share a number, as they are one workaround in the article. */
export interface Workaround {
  readonly number: number;
  readonly remediations: readonly [Remediation, ...Remediation[]];
}

/** Titles of code actions and menu entries for a remediation of the rule. */
export function remediationTitles(rule: Rule, remediation: Remediation): RemediationTitles {
  const number = workaroundNumber(rule, remediation.id);
  const title = withoutNumber(remediation.title);
  if (!remediation.registry) {
    return {
      name: title,
      show: `Show workaround ${number}: ${lowerFirst(title)}`,
      node: `Workaround ${number}: ${title}`,
    };
  }
  const name = variantName(rule, remediation);
  return {
    name,
    show: `Show workaround ${number}: ${lowerFirst(beforeColon(title))}, ${name}`,
    node: `Workaround ${number}: ${name} (.reg)`,
    create: `Create registry fix: ${name} (.reg)`,
    createUndo: `Create undo for ${name} (.reg)`,
    copyCommand: `Copy as reg.exe command: ${name}`,
  };
}

/** `ConfigMgr 2007, 64-bit server`; with the article where it is not the rule's own: `ConfigMgr 2012 (KB 3046055)`. */
export function variantName(rule: Rule, { registry, title }: Remediation): string {
  if (!registry) return withoutNumber(title);
  const { product, bitness } = registry.variant;
  const isOwnArticle = rule.shortTitle.includes(registry.article.title);
  const article = isOwnArticle ? '' : ` (${registry.article.title})`;
  return `${PRODUCTS[product]}${bitness ? `, ${bitness}-bit server` : ''}${article}`;
}

/** The workarounds of a rule in its order: each procedure is one, all registry variants together are one. */
export function workarounds(remediations: readonly Remediation[]): readonly Workaround[] {
  const groups: [Remediation, ...Remediation[]][] = [];
  let registryGroup: [Remediation, ...Remediation[]] | undefined;
  for (const remediation of remediations) {
    if (remediation.registry && registryGroup) {
      registryGroup.push(remediation);
      continue;
    }
    const group: [Remediation, ...Remediation[]] = [remediation];
    if (remediation.registry) registryGroup = group;
    groups.push(group);
  }
  return groups.map((group, index) => ({ number: index + 1, remediations: group }));
}

/** The workarounds of a rule that an incident offers, with the numbers that they have in the rule. */
export function workaroundsFor(
  rule: Rule,
  { remediations: offered }: Pick<Incident, 'remediations'>,
): readonly Workaround[] {
  const ids = new Set(offered.map(({ id }) => id));
  return workarounds(rule.remediations).filter(({ remediations }) => remediations.some(({ id }) => ids.has(id)));
}

/** Whether what is known of the server speaks against a remediation for another kind of server. */
export function isForOtherServer({ registry }: Remediation, { product, bitness }: ServerTraits): boolean {
  if (!registry) return false;
  const { variant } = registry;
  const isOtherBitness = bitness !== undefined && variant.bitness !== undefined && bitness.value !== variant.bitness;
  return isOtherBitness || (product !== undefined && product.value !== variant.product);
}

/** `One PXE thread` of `One PXE thread: ConfigMgr 2012`: what the variants of one change have in common. */
export function beforeColon(title: string): string {
  return title.split(':', 1)[0] ?? title;
}

/** `SCM 7031` and the like keep their capitals: only a word that is capitalized for the sentence loses it. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

/** Which workaround of the rule a remediation belongs to, from 1. */
export function workaroundNumber({ remediations }: Pick<Rule, 'remediations'>, id: string): number {
  const found = workarounds(remediations).find((group) => group.remediations.some((one) => one.id === id));
  return found?.number ?? 1;
}

/** The title without its number: titles in the catalogue may count themselves as the article does. */
export function withoutNumber(title: string): string {
  return title.replace(/^workaround \d+: */i, '');
}
