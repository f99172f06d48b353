/**
 * How long it takes from the bytes of a registry export to keys, values, places and problems, and how much memory that
 * keeps, beside Python's configparser reading the same file as sections and `name=data` lines in the same run. The peer knows
 * no continuation of bytes, no types and no places. Prints medians; nothing is asserted.
 *
 *     npx esbuild test/bench/registry.ts --bundle --platform=node --outfile=out/registry.js && node --expose-gc out/registry.js [MEGABYTES]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ByteDecoder } from '../../src/core';
import { type RegDocument, allValuesOf, dataOf, keysOf, readReg, renderReg, stateOf } from '../../src/core/registry';
import { regExportOf } from './registryWorkload';

const RUNS = 5;
/** Continuation lines are joined first, as configparser takes them for more of the value with the line break in it. */
const PEER = `
import configparser, sys, time
start = time.perf_counter()
text = open(sys.argv[1], encoding='utf-16').read()
body = text.split('\\n', 1)[1].replace('\\\\\\n  ', '')
parser = configparser.RawConfigParser(delimiters=('=',), comment_prefixes=(';',), strict=False, interpolation=None, empty_lines_in_values=False)
parser.optionxform = str
parser.read_string(body)
values = sum(len(parser[name]) for name in parser.sections())
milliseconds = (time.perf_counter() - start) * 1000
kilobytes = next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM'))
print(f'{milliseconds:.0f} ms, {len(parser.sections())} keys, {values} values, {int(kilobytes) // 1024} MB at most')
`;

function median(measure: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    measure();
    return performance.now() - started;
  }).sort((one, other) => one - other);
  return times[RUNS >> 1] ?? NaN;
}

function decode(path: string): string {
  const decoder = new ByteDecoder();
  return decoder.push(readFileSync(path)) + decoder.finish();
}

/** Bytes in use after what is garbage has gone; NaN without `--expose-gc`. */
function bytesInUse(): number {
  if (!globalThis.gc) return NaN;
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function megabytesOf(make: () => unknown): { readonly made: unknown; readonly megabytes: string } {
  const before = bytesInUse();
  const made = make();
  return { made, megabytes: ((bytesInUse() - before) / 1e6).toFixed(0) };
}

const megabytes = Number(process.argv[2] ?? 30);
const folder = mkdtempSync(join(tmpdir(), 'wt-bench-'));
const path = join(folder, 'export.reg');
writeFileSync(path, `\uFEFF${regExportOf(megabytes)}`, 'utf16le');
const encoding = { encoding: 'utf-16le', hasByteOrderMark: true } as const;
const read = (text: string): RegDocument => readReg(text, encoding);

const whole = megabytesOf(() => read(decode(path)));
const text = decode(path);
const document = read(text);
const counts = `${document.keyEntries.length} keys, ${[...allValuesOf(document)].length} values, ${document.problemCount} problems`;
console.log(`Registry export, ${megabytes} MB in UTF-16: ${counts}`);
console.log(`  bytes to text                 ${median(() => decode(path)).toFixed(0)} ms`);
console.log(`  text to document              ${median(() => read(text)).toFixed(0)} ms`);
console.log(`  outline: every key            ${median(() => [...keysOf(document)]).toFixed(0)} ms`);
console.log(
  `  data of every value           ${median(() => {
    for (const value of allValuesOf(document)) dataOf(document, value);
  }).toFixed(0)} ms`,
);
console.log(`  state                         ${median(() => stateOf(document)).toFixed(0)} ms`);
console.log(
  `  render                        ${median(() => renderReg(document)).toFixed(0)} ms, ${renderReg(document) === text ? 'same text' : 'other text'}`,
);
console.log(
  `  memory: text and document     ${whole.megabytes} MB, state ${megabytesOf(() => stateOf(document)).megabytes} MB more`,
);
console.log(
  `  Node at most                  ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB with all of the above`,
);
console.log(
  `  Python configparser           ${spawnSync('python3', ['-c', PEER, path], { encoding: 'utf8' }).stdout.trim()}`,
);
rmSync(folder, { recursive: true });
