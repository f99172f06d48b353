import type { ProblemCode } from '../formats/format';
import type { LocatedProblem } from './finding';

/** Problems kept for each source; the others are counted. */
const MOST_PROBLEMS = 1000;

/** The problems of a source: the first ones, and how many there were. */
export class ProblemList {
  readonly problems: LocatedProblem[] = [];
  problemCount = 0;
  readonly counts: Partial<Record<ProblemCode, number>> = {};

  add(problem: LocatedProblem): void {
    this.problemCount++;
    this.counts[problem.code] = (this.counts[problem.code] ?? 0) + 1;
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }
}
