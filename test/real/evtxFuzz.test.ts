import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  EVTX_CHUNK_SIZE,
  EVTX_HEADER_SIZE,
  readEvtxChunk,
  readEvtxHeader,
  renderEventXml,
} from '../../src/core/formats/evtx';
import { shared } from './shared';

/** Seconds that the damaging goes on; a minute in CI. */
const SECONDS = Number(process.env['WINTRIAGE_FUZZ_SECONDS'] ?? 10);
/** The same seed damages the same bytes in the same order. */
const SEED = Number(process.env['WINTRIAGE_FUZZ_SEED'] ?? 1);
/** Longest that a damaged chunk may keep the processor, which does not depend on what else the machine does. */
const MOST_MILLISECONDS = 2000;

type Random = (below: number) => number;

/** Mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const folder = join(shared, 'data/evtx');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.evtx'))
  .sort();

function chunkOf(random: Random): Uint8Array {
  const bytes = readFileSync(join(folder, files[random(files.length)] ?? ''));
  const count = Math.floor((bytes.length - EVTX_HEADER_SIZE) / EVTX_CHUNK_SIZE);
  const from = EVTX_HEADER_SIZE + random(Math.max(1, count)) * EVTX_CHUNK_SIZE;
  return new Uint8Array(bytes.subarray(from, from + EVTX_CHUNK_SIZE));
}

/** Byte offsets of the records of a chunk, as far as they can be followed. */
function recordsOf(chunk: Uint8Array): number[] {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
  const offsets: number[] = [];
  for (let at = 512; at + 28 <= chunk.length && view.getUint32(at, true) === 0x2a2a;) {
    offsets.push(at);
    at += Math.max(28, view.getUint32(at + 4, true));
  }
  return offsets;
}

const NUMBERS = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x200, 0x7fff, 0x8000, 0xfffe, 0xffff, 0x10000, 0x7fffffff, 0xffffffff,
];

type Damage = (chunk: Uint8Array, at: number, random: Random) => void;

const DAMAGES: readonly Damage[] = [
  (chunk, at, random) => void (chunk[at] = (chunk[at] ?? 0) ^ (1 << random(8))),
  (chunk, at, random) => void (chunk[at] = random(256)),
  // A token, a type or a small count.
  (chunk, at, random) => void (chunk[at] = random(0x24) | (random(4) === 0 ? 0x40 : 0) | (random(6) === 0 ? 0x80 : 0)),
  (chunk, at, random) => {
    write(chunk, at, NUMBERS[random(NUMBERS.length)] ?? 0, random(2) === 0 ? 2 : 4);
  },
  // An offset to somewhere in the chunk, most of all to this very place.
  (chunk, at, random) => {
    write(chunk, at, random(2) === 0 ? at + random(16) - 8 : random(chunk.length), 4);
  },
  (chunk, at, random) => void chunk.copyWithin(at, random(chunk.length), random(chunk.length)),
  (chunk, at, random) => void chunk.fill(random(256), at, at + random(64)),
];

function write(chunk: Uint8Array, at: number, value: number, size: number): void {
  for (let byte = 0; byte < size && at + byte < chunk.length; byte++) chunk[at + byte] = (value >>> (byte * 8)) & 255;
}

function damage(chunk: Uint8Array, random: Random): Uint8Array {
  const records = recordsOf(chunk);
  for (let count = 1 + random(24); count > 0; count--) {
    const record = records[random(Math.max(1, records.length))] ?? 512;
    const where = random(4);
    const at = where === 0 ? random(chunk.length) : record + random(where === 1 ? 64 : 1200);
    if (at < chunk.length) DAMAGES[random(DAMAGES.length)]?.(chunk, at, random);
  }
  return random(8) === 0 ? chunk.subarray(0, random(chunk.length + 1)) : chunk;
}

/** One token of what the reader may write, which is less than XML allows: no comments, no double quotes around values. */
const NAME = `[^\\s<>='"&/!\\d.-][^\\s<>='"&/!]*`;
const REFERENCE = '&(?:#\\d+|amp|lt|gt|quot|apos);';
const ATTRIBUTE = ` ${NAME}='[^<>'&]*(?:${REFERENCE}[^<>'&]*)*'`;
const TOKEN = new RegExp(
  `<(${NAME})((?:${ATTRIBUTE})*)(/?)>|</(${NAME})>|<!\\[CDATA\\[.*?\\]\\]>|[^<>&]+|${REFERENCE}`,
  'suy',
);

/** Whether the tags are closed in order, attributes are unique, and nothing stands there that is no token. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(xml);
    if (!found) return false;
    const [token, opened, attributes = '', slash, closed] = found;
    const names = [...attributes.matchAll(/ ([^= ]+)='[^']*'/g)].map(([, name]) => name);
    if (new Set(names).size !== names.length) return false;
    if (opened !== undefined && slash === '') open.push(opened);
    if (closed !== undefined && open.pop() !== closed) return false;
    at += token.length;
    if (open.length === 0 && at < xml.length) return false;
  }
  return open.length === 0;
}

/** Reads and renders all of it; gives what is wrong with how that was done. */
function faultOf(chunk: Uint8Array, validate: boolean): string | undefined {
  let fault: string | undefined;
  let last = -1;
  const started = process.cpuUsage();
  readEvtxHeader(chunk);
  readEvtxChunk(chunk, {
    head: (head) => {
      if (head.offset <= last || head.offset + head.size > chunk.length) fault ??= `record at ${head.offset}`;
      last = head.offset;
      return true;
    },
    record: (record) => {
      const xml = renderEventXml(record);
      if (/[\0-\x08\x0a-\x1f]/.test(xml)) fault ??= `not one line: record at ${record.head.offset}`;
      if (validate && !isWellFormed(xml)) fault ??= `not well-formed: ${xml}`;
    },
    problem: (problem) => {
      if (!(problem.offset >= 0 && problem.offset <= chunk.length)) fault ??= JSON.stringify(problem);
    },
  });
  const took = process.cpuUsage(started).user / 1000;
  return fault ?? (!validate && took > MOST_MILLISECONDS ? `took ${took.toFixed(0)} ms` : undefined);
}

describe('.evtx reader under damage', () => {
  it(`reads damaged chunks of real logs without throwing, in bounded time, into well-formed lines (seed ${SEED})`, function () {
    this.timeout((SECONDS + 30) * 1000);
    const until = performance.now() + SECONDS * 1000;
    let slowest = 0;
    let rounds = 0;
    for (; performance.now() < until; rounds++) {
      const random = randomFrom(SEED * 1_000_003 + rounds);
      const chunk = damage(chunkOf(random), random);
      const started = process.cpuUsage();
      let fault: string | undefined;
      try {
        fault = faultOf(chunk, rounds % 4 === 0);
      } catch (error) {
        fault = String(error instanceof Error ? error.stack : error);
      }
      if (rounds % 4 !== 0) slowest = Math.max(slowest, process.cpuUsage(started).user / 1000);
      assert.equal(fault, undefined, `seed ${SEED}, round ${rounds}`);
    }
    console.log(`      ${rounds} damaged chunks, slowest ${slowest.toFixed(0)} ms`);
    assert.ok(rounds > 0);
  });
});
