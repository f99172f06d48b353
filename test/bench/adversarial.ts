/**
 * Hostile input in every format: what a reader takes for a MB of it must not rise with the size. Prints milliseconds of
 * processor time for a MB at each size, and the largest memory of the process so far, which must not rise with it either; nothing is
 * asserted. The input is made while it is read, so that it takes no memory itself.
 *
 *     npm run bench:adversarial [-- MEGABYTES ... | WORDS ...]
 *
 * A word names a format by its id or an input by its whole name; without one all are measured.
 */
import { loadBuiltInCatalogue } from '../../src/catalogue';
import { SourceScan } from '../../src/core';
import { samplesByFormat } from '../unit/damage';

const catalogue = loadBuiltInCatalogue();
const BLOCK = 256 * 1024;

/** Behind so much of a sample its last event is open: what follows stands inside it. */
const CUT = 60;

/** Measured more often where it is over soon. Milliseconds. */
const ENOUGH = 200;

const inputs: readonly (readonly [name: string, repeated: string, opening?: string])[] = [
  ['a single line', 'x'],
  ['blanks', ' '],
  ['line ends', '\r\n'],
  ['tags that are never closed', '<Data>'],
  ['events that are never closed', '<Event ><Obj RefId="1">'],
  ['entries that are never closed', '<![LOG['],
  ['lines of entries never closed', '\r\n<![LOG[x'],
  ['quotes', '"'],
  ['doubled quotes and separators', '"",'],
  ['rows with an open quote', 'Error,3/14/2012 9:14:08 AM,Service Control Manager,7031,None,"x\r\n'],
  ['nested brackets', '[{"a":'],
  ['escapes', '\\'],
  ['entities that are declared', '<!ENTITY a "&b;&b;">'],
  ['document types', '<!DOCTYPE a [ '],
  ['references without end', '&#'],
  ['an attribute without end', ' a="b c'],
  ['an attribute of megabytes', 'x', '<Data Name="'],
  ['a tag of a million attributes', ' a="b"', '<Data'],
  ['an entity bomb at the start', '<!ENTITY a "&b;&b;">', '<?xml version="1.0"?><!DOCTYPE Events ['],
  ['marks of quotation', '\r\n> > > x'],
  ['labels', 'Source: x\r\nEvent ID: 7031\r\n'],
  ['first lines of blocks', 'Event[0]:\r\n[1] x\r\n- System\r\n'],
  ['properties', 'Id : 7031\r\nMessage : x\r\n\r\n'],
];

/** A start, and what is repeated behind it, in blocks of some {@link BLOCK} units. */
interface Input {
  readonly start: string;
  readonly block: string;
  readonly blockCount: number;
}

function millisecondsOf({ start, block, blockCount }: Input): number {
  const started = process.cpuUsage();
  const scan = new SourceScan('bench', catalogue, { dateOrder: 'auto' });
  scan.push(start);
  for (let index = 0; index < blockCount; index++) scan.push(block);
  scan.finish('utf-8');
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

function bestOf(input: Input): number {
  let best = Infinity;
  for (let spent = 0; spent < ENOUGH;) {
    const milliseconds = millisecondsOf(input);
    spent += milliseconds;
    best = Math.min(best, milliseconds);
  }
  return best;
}

/** Milliseconds for a MB of `start` and what is repeated behind it. */
function costOf(start: string, repeated: string, megabytes: number): number {
  const block = repeated.repeat(Math.ceil(BLOCK / repeated.length));
  const blockCount = Math.ceil((megabytes * 1e6) / block.length);
  return bestOf({ start, block, blockCount }) / ((start.length + block.length * blockCount) / 1e6);
}

const given = process.argv.slice(2);
const numbers = given.map(Number).filter(Number.isFinite);
const sizes = numbers.length > 0 ? numbers : [2, 8];

/** Those of `all` that the command line names; all of them where it names none. */
function chosen<T extends readonly [string, ...unknown[]]>(all: readonly T[]): readonly T[] {
  const named = all.filter(([name]) => given.includes(name));
  return named.length > 0 ? named : all;
}

const noFormat = ['no format', { text: '' }] as const;
for (const [id, { text }] of chosen([...samplesByFormat(), noFormat])) {
  console.log(`${id}, ms/MB at ${sizes.join(', ')} MB`);
  for (const [name, repeated, opening = ''] of chosen(inputs)) {
    const start = text.slice(0, -CUT) + opening;
    const costs = sizes.map((megabytes) => costOf(start, repeated, megabytes));
    const rise = (costs.at(-1) ?? 0) / (costs[0] ?? 1);
    const shown = costs.map((cost) => cost.toFixed(2).padStart(8)).join('');
    const peak = (process.resourceUsage().maxRSS / 1000).toFixed(0);
    console.log(`  ${name.padEnd(32)}${shown}   ${rise.toFixed(2)} times, at most ${peak} MB of memory`);
  }
}
