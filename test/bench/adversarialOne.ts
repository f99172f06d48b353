/**
 * One hostile input of one format, read inside a process of its own so that its memory is its own. Prints one line of JSON, which
 * adversarial.ts reads.
 *
 *     node out/bench/adversarialOne.js FORMAT INPUT MEGABYTES ...
 */
import { loadBuiltInCatalogue } from '../../src/catalogue';
import { SourceScan } from '../../src/core';
import { type HostileInput, inputsByFormat } from './adversarialInputs';

/** What one size of an input took. */
export interface HostileCost {
  readonly megabytes: number;
  /** Milliseconds of processor time for a MB, the best of some runs. */
  readonly cost: number;
  /** Most memory of the process so far, in MB. */
  readonly peak: number;
}

const catalogue = loadBuiltInCatalogue();
const BLOCK = 256 * 1024;
/** Measured more often where it is over soon. Milliseconds. */
const ENOUGH = 200;

/** The input is made while it is read, so that it takes no memory itself. */
function run({ start, repeated }: HostileInput, megabytes: number): number {
  const block = repeated.repeat(Math.ceil(BLOCK / repeated.length));
  const blockCount = Math.ceil((megabytes * 1e6) / block.length);
  const started = process.cpuUsage();
  const scan = new SourceScan('bench', catalogue, { dateOrder: 'auto' });
  scan.push(start);
  for (let index = 0; index < blockCount; index++) scan.push(block);
  scan.finish('utf-8');
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000 / ((start.length + block.length * blockCount) / 1e6);
}

function measure(input: HostileInput, megabytes: number): HostileCost {
  let cost = Infinity;
  for (let spent = 0; spent < ENOUGH;) {
    const next = run(input, megabytes);
    spent += next * megabytes;
    cost = Math.min(cost, next);
  }
  return { megabytes, cost, peak: process.resourceUsage().maxRSS / 1000 };
}

const [format = '', name = '', ...sizes] = process.argv.slice(2);
const input = inputsByFormat()
  .get(format)
  ?.find((each) => each.name === name);
if (!input) throw new Error(`no input of ${format} is named ${name}`);
console.log(JSON.stringify(sizes.map((megabytes) => measure(input, Number(megabytes)))));
