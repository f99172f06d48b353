import type { Rule } from '../../../../src/core/rules/rule';

/** A rule of which only what a test is about is filled in. */
export function ruleSketch(parts: Partial<Rule>): Rule {
  return {
    id: 'rule',
    title: '',
    shortTitle: '',
    references: [],
    appliesTo: [],
    severity: 'error',
    summary: '',
    cause: '',
    signs: [],
    confidence: { matches: [], possible: [] },
    precedence: 0,
    remediations: [],
    samples: { match: [], noMatch: [] },
    ...parts,
  };
}
