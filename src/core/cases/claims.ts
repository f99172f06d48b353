import type { Finding } from '../findings/finding';
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
  /** What it had as well before other rules claimed that. */
  readonly lost: readonly Occurrence[];
}

const LEVELS: readonly Confidence[] = ['confirmed', 'matches', 'possible'];

/** In order of time. */
export function findingsOf({ occurrences }: Candidate): Finding[] {
  return occurrences.flatMap((occurrence) => occurrence.findings);
}

export function hasSign(occurrences: readonly Occurrence[], id: string): boolean {
  return occurrences.some(({ signId }) => signId === id);
}

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
    open = open.filter((candidate) => {
      const { rule } = candidate;
      const occurrences = candidate.occurrences.filter((each) => isFree(each, rule, claimedBy));
      const signIds = occurrences.map(({ signId }) => signId);
      if (confidenceOf(rule, signIds) !== confidence) return true;
      for (const key of occurrences.flatMap(recordKeys)) claimedBy.set(key, rule);
      const lost = candidate.occurrences.filter((each) => !occurrences.includes(each));
      settled.push({ rule, occurrences, confidence, lost });
      return false;
    });
  }
  return settled;
}

/** When its first sign was; occurrences are in order of time. */
export function startOf(candidate: Candidate): number {
  return candidate.occurrences[0]?.time ?? 0;
}

function isFree(occurrence: Occurrence, rule: Rule, claimedBy: ReadonlyMap<string, Rule>): boolean {
  return recordKeys(occurrence).every((key) => (claimedBy.get(key) ?? rule) === rule);
}

function recordKeys(occurrence: Occurrence): string[] {
  return occurrence.findings.map(({ path, record }) => `${path}#${record.span.start}`);
}
