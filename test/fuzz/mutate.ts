import type { Random } from './random';

/** Numbers at which sizes and offsets go wrong. */
const NUMBERS = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x200, 0x7fff, 0x8000, 0xfffe, 0xffff, 0x10000, 0x7fffffff, 0xffffffff,
];

/** What a mutation may draw on. */
export interface Material {
  /** Words that the readers look for. */
  readonly words: readonly Uint8Array[];
  /** Another input, of which a part may be taken. */
  readonly other: Uint8Array;
  readonly random: Random;
}

type Mutation = (bytes: Uint8Array, material: Material) => Uint8Array;

/** `bytes` with `removed` bytes from `at` on replaced by others. */
function spliced(bytes: Uint8Array, at: number, removed: number, put: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length - removed + put.length);
  result.set(bytes.subarray(0, at));
  result.set(put, at);
  result.set(bytes.subarray(at + removed), at + put.length);
  return result;
}

/** A part of the bytes, mostly a short one: its start and length. */
function part(bytes: Uint8Array, random: Random): [at: number, length: number] {
  const at = random(bytes.length + 1);
  const longest = random(4) === 0 ? bytes.length : 64;
  return [at, Math.min(bytes.length - at, random(longest + 1))];
}

function written(bytes: Uint8Array, at: number, value: number, size: number): Uint8Array {
  const result = bytes.slice();
  for (let byte = 0; byte < size && at + byte < result.length; byte++) result[at + byte] = (value >>> (byte * 8)) & 255;
  return result;
}

function word({ words, random }: Material): Uint8Array {
  return words[random(Math.max(1, words.length))] ?? new Uint8Array(0);
}

const MUTATIONS: readonly Mutation[] = [
  (bytes, { random }) => {
    const at = random(bytes.length + 1);
    return written(bytes, at, (bytes[at] ?? 0) ^ (1 << random(8)), 1);
  },
  (bytes, { random }) => written(bytes, random(bytes.length + 1), random(256), 1),
  (bytes, { random }) => written(bytes, random(bytes.length + 1), NUMBERS[random(NUMBERS.length)] ?? 0, 2 << random(2)),
  // An offset to somewhere in the input, most of all to this very place.
  (bytes, { random }) => {
    const at = random(bytes.length + 1);
    return written(bytes, at, random(2) === 0 ? at + random(16) - 8 : random(bytes.length + 1), 4);
  },
  (bytes, material) => spliced(bytes, material.random(bytes.length + 1), 0, word(material)),
  (bytes, material) => spliced(bytes, ...part(bytes, material.random), word(material)),
  (bytes, { random }) => spliced(bytes, ...part(bytes, random), new Uint8Array(0)),
  // The same once more, or many times.
  (bytes, { random }) => {
    const [at, length] = part(bytes, random);
    const times = random(8) === 0 ? random(64) : 1;
    const copied = new Uint8Array(length * times);
    for (let time = 0; time < times; time++) copied.set(bytes.subarray(at, at + length), time * length);
    return spliced(bytes, at, 0, copied);
  },
  (bytes, { random, other }) => {
    const [at, length] = part(other, random);
    return spliced(bytes, ...part(bytes, random), other.subarray(at, at + length));
  },
  (bytes, { random }) => {
    const result = bytes.slice();
    const [at, length] = part(bytes, random);
    return result.copyWithin(random(bytes.length + 1), at, at + length);
  },
  (bytes, { random }) => bytes.slice(0, random(bytes.length + 1)),
];

/** Changes the input in some ways at once, and cuts off what is longer than `longest` bytes. */
export function mutate(input: Uint8Array, longest: number, material: Material): Uint8Array {
  const { random } = material;
  let bytes = input;
  for (let count = 1 << random(4); count > 0; count--) {
    bytes = MUTATIONS[random(MUTATIONS.length)]?.(bytes, material).subarray(0, longest) ?? bytes;
  }
  return bytes;
}
