import type { Requirement, Rule } from './rule';

/** The levels of a rule's ladder. */
export type ConfidenceLevel = keyof Rule['confidence'];

/** From the highest down. */
const LEVELS = ['confirmed', 'matches', 'possible'] as const satisfies readonly ConfidenceLevel[];

/**
 * The highest level of the rule's ladder whose requirement the seen signs meet; undefined when they meet none. What counts
 * is which signs were seen, not how often.
 */
export function confidenceOf(rule: Rule, seenSignIds: Iterable<string>): ConfidenceLevel | undefined {
  const seen = new Set(seenSignIds);
  return LEVELS.find((level) => isMet(rule.confidence[level] ?? [], seen));
}

function isMet(requirement: Requirement, seen: ReadonlySet<string>): boolean {
  return requirement.some((signs) => signs.length > 0 && signs.every((sign) => seen.has(sign)));
}
