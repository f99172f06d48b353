/**
 * Hostile input in every format: what a reader takes for a MB of it must not rise with the size, and its memory must be bounded.
 * Prints milliseconds of processor time for a MB at each size and the most memory of the process, of which there is one for each
 * input. Ends with a list of the inputs that rise or take much memory, and with exit code 1 when there are any.
 *
 *     npm run bench:adversarial [-- MEGABYTES ... | WORDS ...]
 *
 * A word names a format by its id or an input by its whole name; without one all are measured, which takes a quarter of an hour.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inputsByFormat } from './adversarialInputs';
import type { HostileCost } from './adversarialOne';

/** Time for a MB of the largest size may be so many times that of the size before it: less is noise. */
const MOST_RISE = 1.5;
/**
 * A rise is looked at again at so many times the largest size. What grows with the size goes on to do so; what is read in another way
 * once it is too long for a record, or fills the memory up to where garbage is collected, is flat from there on.
 */
const FURTHER = 4;
/** Memory of the process with the catalogue, of which a quarter is Node. MB. */
const MOST_MEMORY = 300;

const given = process.argv.slice(2);
const numbers = given.map(Number).filter(Number.isFinite);
const sizes = numbers.length > 0 ? numbers : [2, 10, 50];

function costsOf(format: string, name: string): readonly HostileCost[] {
  const costs = measured(format, name, sizes);
  return riseOf(costs) > MOST_RISE ? [...costs, ...measured(format, name, [FURTHER * Math.max(...sizes)])] : costs;
}

function measured(format: string, name: string, megabytes: readonly number[]): readonly HostileCost[] {
  const program = [join(__dirname, 'adversarialOne.js'), format, name, ...megabytes.map(String)];
  const { stdout, stderr, status } = spawnSync(process.execPath, program, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${format}, ${name}: ${stderr}`);
  return JSON.parse(stdout) as readonly HostileCost[];
}

function riseOf(costs: readonly HostileCost[]): number {
  const [last, before] = [costs.at(-1), costs.at(-2)];
  return (last?.cost ?? 0) / (before?.cost ?? Infinity);
}

/** What is wrong with the costs, in words; empty when nothing is. */
function faultsIn(costs: readonly HostileCost[]): string {
  const rise = riseOf(costs);
  const peak = Math.max(...costs.map((each) => each.peak));
  const faults = [
    rise > MOST_RISE ? `time for a MB rises ${rise.toFixed(1)} times` : '',
    peak > MOST_MEMORY ? `${peak.toFixed(0)} MB of memory` : '',
  ];
  return faults.filter(Boolean).join(', ');
}

/** Those of `all` that the command line names; all of them where it names none. */
function chosen(all: readonly string[]): readonly string[] {
  const named = all.filter((name) => given.includes(name));
  return named.length > 0 ? named : all;
}

const inputs = inputsByFormat();
const failures: string[] = [];
for (const format of chosen([...inputs.keys()])) {
  console.log(`${format}, ms/MB at ${sizes.join(', ')} MB`);
  for (const name of chosen((inputs.get(format) ?? []).map((input) => input.name))) {
    const costs = costsOf(format, name);
    const shown = costs.map(({ cost }) => cost.toFixed(2).padStart(8)).join('');
    const faults = faultsIn(costs);
    console.log(
      `  ${name.padEnd(32)}${shown}   ${Math.max(...costs.map(({ peak }) => peak)).toFixed(0)} MB of memory   ${faults}`,
    );
    if (faults) failures.push(`${format}, ${name}: ${faults}`);
  }
}
console.log(failures.length > 0 ? `\nNot flat:\n${failures.join('\n')}` : '\nAll are flat.');
process.exitCode = failures.length > 0 ? 1 : 0;
