/**
 * Hostile input in every format: what a reader takes for a MB of it must not rise with the size. Prints milliseconds of
 * processor time for a MB at each size; nothing is asserted.
 *
 *     npm run bench:adversarial [-- MEGABYTES ...]
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

const inputs: readonly (readonly [name: string, repeated: string])[] = [
  ['a single line', 'x'],
  ['blanks', ' '],
  ['line ends', '\r\n'],
  ['tags that are never closed', '<Data>'],
  ['events that are never closed', '<Event ><Obj RefId="1">'],
  ['quotes', '"'],
  ['doubled quotes and separators', '"",'],
  ['rows with an open quote', 'Error,3/14/2012 9:14:08 AM,Service Control Manager,7031,None,"x\r\n'],
  ['nested brackets', '[{"a":'],
  ['escapes', '\\'],
  ['entities that are declared', '<!ENTITY a "&b;&b;">'],
  ['document types', '<!DOCTYPE a [ '],
  ['references without end', '&#'],
  ['an attribute without end', ' a="b c'],
  ['marks of quotation', '\r\n> > > x'],
  ['labels', 'Source: x\r\nEvent ID: 7031\r\n'],
  ['first lines of blocks', 'Event[0]:\r\n[1] x\r\n- System\r\n'],
  ['properties', 'Id : 7031\r\nMessage : x\r\n\r\n'],
];

function millisecondsOf(text: string): number {
  const started = process.cpuUsage();
  const scan = new SourceScan('bench', catalogue, { dateOrder: 'auto' });
  for (let at = 0; at < text.length; at += BLOCK) scan.push(text.slice(at, at + BLOCK));
  scan.finish('utf-8');
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

function bestOf(text: string): number {
  let best = Infinity;
  for (let spent = 0; spent < ENOUGH;) {
    const milliseconds = millisecondsOf(text);
    spent += milliseconds;
    best = Math.min(best, milliseconds);
  }
  return best;
}

/** Milliseconds for a MB of the sample's format with `repeated` in its last event. */
function costOf(sample: string, repeated: string, megabytes: number): number {
  const text = sample.slice(0, -CUT) + repeated.repeat(Math.ceil((megabytes * 1e6) / repeated.length));
  return bestOf(text) / (text.length / 1e6);
}

const given = process.argv.slice(2).map(Number).filter(Number.isFinite);
const sizes = given.length > 0 ? given : [2, 8];
for (const [id, { text }] of samplesByFormat()) {
  console.log(`${id}, ms/MB at ${sizes.join(', ')} MB`);
  for (const [name, repeated] of inputs) {
    const costs = sizes.map((megabytes) => costOf(text, repeated, megabytes));
    const rise = (costs.at(-1) ?? 0) / (costs[0] ?? 1);
    const numbers = costs.map((cost) => cost.toFixed(2).padStart(8)).join('');
    console.log(`  ${name.padEnd(32)}${numbers}   ${rise.toFixed(2)} times`);
  }
}
