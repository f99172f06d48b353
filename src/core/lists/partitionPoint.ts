/**
 * How many of `length` indexes a test holds for, where it holds for a first part of them and for none after: the index of the
 * first for which it does not. Asks for the logarithm of their number.
 */
export function partitionPoint(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
