import type { LocatedProblem } from './finding';

/** Problems kept for each source; the others are counted. */
const MOST_PROBLEMS = 1000;

/** The problems of a source: the first ones, and how many there were. */
export class ProblemList {
  readonly problems: LocatedProblem[] = [];
  problemCount = 0;

  add(problem: LocatedProblem): void {
    this.problemCount++;
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }
}
