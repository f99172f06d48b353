/** Three numbers a step: a `Step` and its two operands. */
export type Steps = Int32Array;

const AT_FIRST = 3 * 512;

/** Steps while they are being put together, in memory that is used again for the next ones. */
export class StepList {
  private numbers = new Int32Array(AT_FIRST);
  private length = 0;

  add(step: number, first: number, second: number): void {
    if (this.length === this.numbers.length) this.grow();
    this.numbers[this.length] = step;
    this.numbers[this.length + 1] = first;
    this.numbers[this.length + 2] = second;
    this.length += 3;
  }

  clear(): void {
    this.length = 0;
  }

  copy(): Steps {
    return this.numbers.slice(0, this.length);
  }

  private grow(): void {
    const before = this.numbers;
    this.numbers = new Int32Array(before.length * 2);
    this.numbers.set(before);
  }
}
