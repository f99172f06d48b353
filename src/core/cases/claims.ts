import { confidenceOf } from '../rules/confidence';
import type { Rule } from '../rules/rule';
import type { Confidence } from './incident';
import type { Occurrence } from './occurrences';

/** An incident in the making: occurrences that one rule joined. */
export interface Candidate {
  readonly rule: Rule;
  readonly occurrences: readonly Occurrence[];
}

/** A candidate that stands, with what it could claim. */
export interface Claimed extends Candidate {
  readonly confidence: Confidence;
}

const LEVELS: readonly Confidence[] = ['confirmed', 'matches', 'possible'];

/**
 * Decides which rule an event speaks for when several know it: the crash of a WDS server in another module must not count
 * for KB 2510665 as well. The candidate of the highest confidence, then of the highest precedence, claims its events first;
 * the others go on with what is left, and fall away when that is not enough.
 */
export function settleClaims(candidates: readonly Candidate[]): Claimed[] {
  const claimedBy = new Map<string, Rule>();
  const settled: Claimed[] = [];
  let open = [...candidates].sort((a, b) => b.rule.precedence - a.rule.precedence || startOf(a) - startOf(b));
  for (const confidence of LEVELS) {
    // Losing events only ever lowers a candidate, so what is not of this level now may be of a later one.
    open = open.flatMap((candidate) => {
      const left = withoutClaimed(candidate, claimedBy);
      if (
        confidenceOf(
          left.rule,
          left.occurrences.map(({ signId }) => signId),
        ) !== confidence
      )
        return [left];
      for (const key of left.occurrences.flatMap(recordKeys)) claimedBy.set(key, left.rule);
      settled.push({ ...left, confidence });
      return [];
    });
  }
  return settled;
}

function startOf(candidate: Candidate): number {
  return candidate.occurrences[0]?.time ?? 0;
}

function withoutClaimed(candidate: Candidate, claimedBy: ReadonlyMap<string, Rule>): Candidate {
  const isFree = (occurrence: Occurrence) =>
    recordKeys(occurrence).every((key) => (claimedBy.get(key) ?? candidate.rule) === candidate.rule);
  return { ...candidate, occurrences: candidate.occurrences.filter(isFree) };
}

function recordKeys(occurrence: Occurrence): string[] {
  return occurrence.findings.map(({ path, record }) => `${path}#${record.span.start}`);
}
