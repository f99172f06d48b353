import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type RegistryState,
  applyReg,
  emptyState,
  findKey,
  findValue,
  isStringType,
  readReg,
  typeOfName,
} from '../../src/core/registry';
import { readRegFile } from './registryFiles';
import { shared } from './shared';

/** One file that a conformance test of Wine imports, and what holds afterwards, as calls in C. */
interface WineCase {
  readonly file: string;
  readonly func: string;
  readonly line: number;
  readonly checks: readonly string[];
}

const folder = join(shared, 'data/reg/wine-8.0-derived');
const { cases } = JSON.parse(readFileSync(join(folder, 'expectations.shared.json'), 'utf8')) as {
  readonly cases: readonly WineCase[];
};

const BYTES: Readonly<Record<string, readonly number[]>> = {
  exp_binary: [0xaa, 0xbb, 0xcc, 0x11],
  hex: [0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88],
};

/**
 * Steps between the cases that the collection does not have (it holds two of three cases), told from what later checks
 * find there. Without them a deletion that must not happen would have nothing to delete.
 */
const KEYS_BEFORE = ['Subkey2a', 'Subkey2b'];
const VALUES_BEFORE = [
  '"Wine46a"="x"\n"Wine46b"="x"\n"Wine46c"="x"\n"Wine46e"="x"',
  '"Wine46d"=hex(7):4c,00,69,00,6e,00,65,00,20,00,63,00,6f,00,6e,00,63,00,61,00,74,00,65,00,6e,00,61,00,74,00,69,00,6f,00,6e,00,00,00,00,00',
  '"Wine46f"=hex(0):56,00,61,00,6c,00,75,00,65,00,00,00',
].join('\n');
const STEPS_BEFORE: Readonly<Record<string, 'keys' | 'values' | 'dword'>> = {
  'regedit-283.reg': 'keys',
  'regedit-304.reg': 'keys',
  'regedit-316.reg': 'values',
  'regedit-319.reg': 'values',
  'regimport-106.reg': 'values',
  'regimport-253.reg': 'values',
  'regedit-269.reg': 'dword',
  'regimport-311.reg': 'dword',
  'regimport-329.reg': 'dword',
};

/** The registry of one test function, as its calls in C see it. */
class Machine {
  state: RegistryState = emptyState();
  private dword = 0;
  private readonly keys = new Map<string, string>();
  private readonly base: string;

  constructor(func: string, suite: string) {
    const root = /_31$|win31/.test(func) ? 'HKEY_CLASSES_ROOT' : 'HKEY_CURRENT_USER';
    this.base = `Software\\Wine\\${suite}`;
    this.keys.set('hkey', `${root}\\${this.base}`);
    this.import(`[HKEY_CURRENT_USER\\${this.base}]`);
    this.dword = func === 'test_import_win31' ? 0 : firstDword(func);
  }

  /** Runs one line of the test; undefined when what it claims holds, otherwise what was found instead. */
  run(check: string, refused: boolean): string | undefined {
    const [, call = '', list = ''] = /^(?:~ )?(\w+)(?:\(| = )(.*?)\)?$/.exec(check) ?? [];
    const args = splitArguments(list);
    if (call === 'ok') return refused === list.startsWith('r == REG_EXIT_FAILURE') ? undefined : `refused: ${refused}`;
    if (call === 'dword') this.dword = Number(list);
    else if (call === 'verify_reg') return this.verifyValue(args);
    else if (call === 'verify_reg_nonexist') {
      return this.value(args) === undefined ? undefined : 'the value exists';
    } else if (call.startsWith('verify_key')) {
      const exists = findKey(this.state, this.path(args)) !== undefined;
      return exists === (call === 'verify_key') ? undefined : `exists: ${exists}`;
    } else this.change(call, args);
    return undefined;
  }

  /** Does what a case that is not there would have done. */
  prepare(step: 'keys' | 'values' | 'dword'): void {
    const key = this.path(['hkey']);
    if (step === 'dword') this.dword = 8;
    else
      this.import(
        step === 'values' ? `[${key}]\n${VALUES_BEFORE}` : KEYS_BEFORE.map((name) => `[${key}\\${name}]`).join('\n'),
      );
  }

  private change(call: string, args: readonly string[]): void {
    const last = args.at(-1) ?? '';
    if (call === 'open_key' || call === 'add_key') this.keys.set(last.replace('&', ''), this.path(args));
    if (call === 'add_key') this.import(`[${this.path(args)}]`);
    else if (call === 'delete_value') this.import(`[${this.path(args.slice(0, 1))}]\n@=-`);
    else if (call !== 'open_key') this.import(`[-${this.path(args)}]`);
  }

  private verifyValue(args: readonly string[]): string | undefined {
    const [, , type = '', expected = '', size = ''] = args;
    const found = this.value(args);
    if (!found) return 'the value does not exist';
    const number = typeOfName(type) ?? Number(type);
    if (found.data.type !== number) return `type ${found.data.type}`;
    const bytes = Buffer.from(found.data.bytes);
    const ansi = isStringType(number) ? Buffer.from(bytes.toString('utf16le'), 'latin1') : bytes;
    const wanted = this.expectedBytes(expected);
    const length = /^\d+$/.test(size) ? Number(size) : wanted.length;
    if (ansi.length !== length) return `${ansi.length} bytes`;
    return isSame(ansi, wanted.subarray(0, length)) ? undefined : JSON.stringify(ansi.toString('latin1'));
  }

  private expectedBytes(expected: string): Buffer {
    if (expected === '&dword') {
      const buffer = Buffer.alloc(4);
      buffer.writeUInt32LE(this.dword);
      return buffer;
    }
    return expected === 'NULL' ? Buffer.alloc(0) : bytesOf(expected);
  }

  private value(args: readonly string[]): ReturnType<typeof findValue> {
    const path = this.path(args.slice(0, 1));
    const name = args[1] === 'NULL' ? '' : cString(args[1] ?? '');
    const exact = findValue(this.state, path, name);
    // The collection of the cases has made one blank of several.
    const values = [...(findKey(this.state, path)?.values.values() ?? [])];
    return exact ?? values.find((each) => name.startsWith(' ') && each.name.replace(/ +/g, ' ') === name);
  }

  private path([key = '', name = '']: readonly string[]): string {
    const parts = [this.keys.get(key) ?? key];
    if (name.startsWith('KEY_BASE')) parts.push(this.base + cString(name.replace('KEY_BASE', '').trim()));
    else if (name.startsWith('"')) parts.push(cString(name));
    return parts.join('\\');
  }

  private import(lines: string): void {
    this.state = applyReg(this.state, readReg(`Windows Registry Editor Version 5.00\n${lines}\n`));
  }
}

function bytesOf(expected: string): Buffer {
  const known = BYTES[expected];
  return known ? Buffer.from(known) : Buffer.from(`${cString(expected)}\0`);
}

/** `dword` before a case sets it: the collection does not say, so it is what the file has, and such a check proves little. */
function firstDword(func: string): number {
  if (func === 'test_basic_import_unicode') return 0x17;
  return func.includes('whitespace') ? 8 : 0x123;
}

function splitArguments(list: string): string[] {
  return [...list.matchAll(/\s*((?:"(?:[^"\\]|\\.)*"|[^,"])+)(?:,|$)/g)].map(([, each = '']) => each.trim());
}

function cString(literal: string): string {
  const inner = /^"(.*)"$/.exec(literal)?.[1] ?? '';
  return inner.replace(/\\(.)/g, (_, character: string) => ({ 0: '\0', t: '\t', n: '\n' })[character] ?? character);
}

/** Equal, or equal where one blank stands for several. */
function isSame(found: Buffer, wanted: Buffer): boolean {
  const folded = (bytes: Buffer): string => bytes.toString('latin1').replace(/ +/g, ' ');
  return found.equals(wanted) || folded(found) === wanted.toString('latin1');
}

describe("real files: Wine's conformance tests", () => {
  it('imports what Windows imports, and refuses what it refuses', function () {
    const wrong: string[] = [];
    const disagreeing = new Set<string>();
    let machine: Machine | undefined;
    let at = '';
    for (const { file, func, line, checks } of cases) {
      const suite = file.startsWith('regedit') ? 'regedit_test' : 'reg_test';
      if (at !== suite + func) machine = new Machine(func, suite);
      at = suite + func;
      if (!machine) continue;
      const step = STEPS_BEFORE[file];
      if (step !== undefined) machine.prepare(step);
      const document = readRegFile(join(folder, file));
      machine.state = applyReg(machine.state, document);
      for (const check of checks) {
        const difference = machine.run(check, !document.isImported && document.header.outcome !== 'ignored');
        if (difference === undefined) continue;
        wrong.push(`${file} ${func}:${line} ${check}: ${difference}`);
        disagreeing.add(file);
      }
    }
    // The report names how many agree, whether or not all of them do.
    if (this.test) this.test.title += ` (${cases.length - disagreeing.size} of ${cases.length} cases agree)`;
    assert.deepEqual(wrong, []);
    assert.ok(cases.length > 400);
  });
});
