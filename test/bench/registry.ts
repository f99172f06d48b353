/**
 * How long it takes from the bytes of a registry export to keys, values, places and problems, and how much memory that
 * keeps, beside two peers reading the same file in the same run: hivexregedit's parser of registry files (Debian:
 * libwin-hivex-perl), with a registry in memory that only notes what it is told, and Python's configparser, which takes it
 * for sections and `name=data` lines. Neither knows places or problems. Prints medians; nothing is asserted.
 *
 *     npm run bench:registry [-- MEGABYTES]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtInKnownRegistry, loadBuiltInCatalogue } from '../../src/catalogue';
import { ByteDecoder, FileScan, KnownKeys, outlineOf, regDiagnostics } from '../../src/core';
import { type RegDocument, allValuesOf, dataOf, keysOf, readReg, renderReg, stateOf } from '../../src/core/registry';
import { regExportOf } from './registryWorkload';

const RUNS = 5;
/** As many as the editor lists. */
const MOST_SYMBOLS = 10_000;
const OPEN_ONLY = '--open-only';
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

/** The hive that the parser writes to: as little work as it lets one do. */
const HIVEX = `
package Notes;
sub new { bless { names => ['\\\\'], children => [{}], values => 0 }, shift }
sub root { 0 }
sub node_get_child { my ($h, $node, $name) = @_; $h->{children}[$node]{lc $name} }
sub node_add_child { my ($h, $node, $name) = @_; push @{$h->{names}}, $name; push @{$h->{children}}, {}; my $new = $#{$h->{names}}; $h->{children}[$node]{lc $name} = $new; $new }
sub node_values { () }
sub node_set_values { my ($h, $node, $values) = @_; $h->{values} += @$values }
package main;
use Win::Hivex::Regedit qw(reg_import); use Time::HiRes qw(time);
my $start = time; my $h = Notes->new; my $at = 0;
$at = $h->node_add_child($at, $_) for qw(HKEY_LOCAL_MACHINE SOFTWARE Contoso Components);
$h->node_add_child($at, $_) for 0 .. 96;
open my $file, '<:raw:encoding(UTF-16):crlf', $ARGV[0] or die $!;
reg_import($file, $h, encoding => 'UTF-16LE');
my $ms = (time - $start) * 1000; open my $status, '<', '/proc/self/status'; my ($most) = map { /VmHWM:\\s+(\\d+)/ ? $1 : () } <$status>;
printf "%.0f ms, %d keys, %d values, %d MB at most\\n", $ms, scalar(@{$h->{names}}) - 102, $h->{values}, $most / 1024;
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

/** What the editor does with a file that is opened. */
function openFile(path: string): RegDocument {
  const document = read(decode(path));
  outlineOf(document, MOST_SYMBOLS);
  regDiagnostics(document, known);
  return document;
}

/** Most memory that the process had so far, its code included. */
const mostSoFar = (): number => process.resourceUsage().maxRSS / 1024;

const known = new KnownKeys(builtInKnownRegistry());
const read = (text: string): RegDocument => readReg(text, { encoding: 'utf-16le', hasByteOrderMark: true });

// A process of its own tells what opening takes at most: this one made the file.
if (process.argv[2] === OPEN_ONLY) {
  const before = mostSoFar();
  openFile(process.argv[3] ?? '');
  console.log((mostSoFar() - before).toFixed(0));
  process.exit();
}

const megabytes = Number(process.argv[2] ?? 30);
const folder = mkdtempSync(join(tmpdir(), 'wt-bench-'));
const path = join(folder, 'export.reg');
writeFileSync(path, `\uFEFF${regExportOf(megabytes)}`, 'utf16le');
const kept = megabytesOf(() => openFile(path)).megabytes;
const opening = spawnSync(process.execPath, [process.argv[1] ?? '', OPEN_ONLY, path], { encoding: 'utf8' });
const text = decode(path);
const document = read(text);
const counts = `${document.keyEntries.length} keys, ${[...allValuesOf(document)].length} values, ${document.problemCount} problems`;
console.log(`Registry export, ${megabytes} MB in UTF-16: ${counts}`);
console.log(`  bytes to text                 ${median(() => decode(path)).toFixed(0)} ms`);
console.log(`  text to document              ${median(() => read(text)).toFixed(0)} ms`);
console.log(`  outline: every key            ${median(() => [...keysOf(document)]).toFixed(0)} ms`);
console.log(
  `  outline and diagnostics       ${median(() => [outlineOf(document, MOST_SYMBOLS), regDiagnostics(document, known)]).toFixed(0)} ms`,
);
console.log(`  from bytes to both            ${median(() => openFile(path)).toFixed(0)} ms`);
console.log(
  `  as evidence (scan, in parts)  ${median(() => {
    const scan = new FileScan(path, loadBuiltInCatalogue(), { dateOrder: 'auto' });
    scan.push(readFileSync(path));
    return scan.finish();
  }).toFixed(0)} ms`,
);
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
  `  memory: opening               ${kept} MB kept, ${opening.stdout.trim()} MB at most; state ${megabytesOf(() => stateOf(document)).megabytes} MB`,
);
console.log(`  Node at most                  ${mostSoFar().toFixed(0)} MB with all of the above`);
console.log(
  `  Python configparser           ${spawnSync('python3', ['-c', PEER, path], { encoding: 'utf8' }).stdout.trim()}`,
);
const hivex = spawnSync('perl', ['-e', HIVEX, path], { encoding: 'utf8' });
console.log(
  `  hivexregedit's parser (Perl)  ${hivex.stdout.trim() || `not run: ${hivex.stderr.trim().slice(0, 200)}`}`,
);
rmSync(folder, { recursive: true });
