/**
 * Counts events by provider, event id and level, with the first and the last of their times. Only kinds that were asked for
 * are counted.
 *
 * Of a kind: the serial of its provider, event id and level in one number, how many events there were; the first and the last time.
 */
import { serialOfHead } from './heads';
import { HEAD, KIND_SIZE, MOST_KINDS, TALLY } from './memory';

const COUNT: usize = 8;
const FIRST: usize = 16;
const LAST: usize = 24;

/** Kinds that share a place stand one behind the other, at most so many of them. */
const MOST_LOOKS: usize = 16;

/** Address of the kind of the head that was read last, or of the free place for it; 0 when there is no place. */
function placeOfHead(): usize {
  const serial = serialOfHead();
  const key = keyOfHead();
  const hash = <usize>(serial * 131 + key * 31);
  for (let look: usize = 0; look < MOST_LOOKS; look++) {
    const kind = TALLY + ((hash + look) & (MOST_KINDS - 1)) * KIND_SIZE;
    const known = load<i32>(kind);
    if (known === 0 || (known === serial && load<i32>(kind, 4) === key)) return kind;
  }
  return 0;
}

function keyOfHead(): i32 {
  return (load<i32>(HEAD, 4) << 4) | load<i32>(HEAD, 8);
}

/** Counts the event whose head was read last; false when its kind is not counted. */
export function countHead(): bool {
  const kind = placeOfHead();
  if (kind === 0 || load<i32>(kind) === 0) return false;
  const time = load<f64>(HEAD, 16);
  store<i32>(kind, load<i32>(kind, COUNT) + 1, COUNT);
  if (time < load<f64>(kind, FIRST)) store<f64>(kind, time, FIRST);
  if (time > load<f64>(kind, LAST)) store<f64>(kind, time, LAST);
  return true;
}

/** From now on events like the one whose head was read last are counted. Returns the index of their kind; -1 when there is no place. */
export function addKindOfHead(): i32 {
  const kind = placeOfHead();
  if (kind === 0) return -1;
  const index = <i32>((kind - TALLY) / KIND_SIZE);
  if (load<i32>(kind) !== 0) return index;
  store<i32>(kind, serialOfHead());
  store<i32>(kind, keyOfHead(), 4);
  store<i32>(kind, 0, COUNT);
  store<f64>(kind, Infinity, FIRST);
  store<f64>(kind, -Infinity, LAST);
  return index;
}

/** Forgets all kinds and their numbers. */
export function clearTally(): void {
  memory.fill(TALLY, 0, MOST_KINDS * KIND_SIZE);
}
