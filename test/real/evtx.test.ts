import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { XMLParser } from 'fast-xml-parser';
import {
  EVTX_CHUNK_SIZE,
  EVTX_HEADER_SIZE,
  type EvtxRecord,
  type EvtxSink,
  readEvtxChunk,
  readEvtxHeader,
  renderEventXml,
} from '../../src/core/formats/evtx';
import { shared } from './shared';

const data = join(shared, 'data');

interface Reference {
  readonly path: string;
  readonly sha256: string;
  /** Records that evtxexport exports, before it stops. */
  readonly exported: number;
  /** The highest count of any reader. */
  readonly highest: number;
}

const references: readonly Reference[] = readFileSync(join(data, 'reference/evtx-reference.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [path = '', sha256 = '', , , , exported, ...others] = line.split('\t');
    return {
      path,
      sha256,
      exported: Number(exported),
      highest: Math.max(Number(exported), ...others.slice(0, 2).map(Number)),
    };
  });

function readFile(path: string, sink: Partial<EvtxSink>): void {
  const bytes = readFileSync(join(data, path));
  for (let at = EVTX_HEADER_SIZE; at < bytes.length; at += EVTX_CHUNK_SIZE) {
    const all = { head: () => true, record: () => undefined, problem: () => undefined, ...sink };
    readEvtxChunk(bytes.subarray(at, at + EVTX_CHUNK_SIZE), all, at);
  }
}

type Histogram = Readonly<Record<string, number>>;

function histogramOf(path: string): { total: number; kinds: Histogram } {
  const kinds: Record<string, number> = {};
  let total = 0;
  readFile(path, {
    head: ({ provider, eventId }) => {
      const kind = `${provider}|${eventId ?? ''}`;
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      total++;
      return false;
    },
  });
  return { total, kinds };
}

describe('.evtx files of real machines', function () {
  this.timeout(300_000);

  it('have headers that are read', () => {
    for (const { path } of references) assert.ok(readEvtxHeader(readFileSync(join(data, path))).header, path);
  });

  it('have as many records as the reader that finds most, of the same providers and ids', () => {
    const expected = JSON.parse(readFileSync(join(data, 'reference/evtx-ids.json'), 'utf8')) as Record<
      string,
      Histogram
    >;
    let incomplete = 0;
    for (const { path, exported, highest } of references) {
      const { total, kinds } = histogramOf(path);
      assert.ok(total >= highest, `${path}: ${total} of ${highest}`);
      // The histograms are those of evtxexport; where it stops or skips, the others are counted on top.
      if (total === exported) assert.deepEqual(kinds, expected[path], path);
      else incomplete++;
      for (const [kind, count] of Object.entries(expected[path] ?? {})) {
        assert.ok((kinds[kind] ?? 0) >= count, `${path}: ${kind}`);
      }
    }
    assert.equal(incomplete, 15);
  });

  it('become the very XML that Windows exported of the same log', () => {
    for (const name of ['System', 'Application']) {
      const windows = windowsExport(join(data, `pairs/NickSmet+ts-evtx/test/fixtures/${name}.xml`));
      let compared = 0;
      readFile(`evtx/NickSmet+ts-evtx/test/fixtures/${name}.evtx`, {
        record: (record) => {
          // Git made one LF of what were line breaks in values; here they are references.
          const line = renderEventXml(record, { problem: assertNone }).replace(/&#13;&#10;|&#13;|&#10;/g, '\n');
          assert.equal(line, windows.get(record.head.recordId));
          compared++;
        },
        problem: assertNone,
      });
      assert.equal(compared, windows.size);
    }
  });

  it('become the XML that evtxexport makes of them, where that is right', () => {
    const deviations: Record<Deviation, number> = { negative: 0, markup: 0, float: 0 };
    let compared = 0;
    for (const reference of references) compared += compareExport(reference, deviations);
    console.log(`      ${compared} events compared; deviations of evtxexport: ${JSON.stringify(deviations)}`);
    assert.ok(compared > 30_000);
    assert.deepEqual(deviations, { negative: 162, markup: 247, float: 1 });
  });
});

function assertNone(problem: unknown): never {
  throw new Error(JSON.stringify(problem));
}

/** Events by their record id, without the message that Windows adds. */
function windowsExport(path: string): Map<number, string> {
  const events = new Map<number, string>();
  for (const [event] of readFileSync(path, 'utf8').matchAll(/<Event .*?<\/Event>/gs)) {
    const id = Number(/<EventRecordID>(\d+)/.exec(event)?.[1]);
    events.set(id, event.replace(/<RenderingInfo.*?<\/RenderingInfo>/s, ''));
  }
  return events;
}

/**
 * Where evtxexport 20181227 is wrong. negative: it writes signed numbers as sign and magnitude, so 0x80070002 becomes
 * -458754 (Windows wrote -2147024894 in the pair above). markup: text that looks like XML is written without escapes,
 * so that a value becomes elements. float: `3.199234e+003`, which is the same number.
 */
type Deviation = 'negative' | 'markup' | 'float';

function compareExport({ path, sha256 }: Reference, deviations: Record<Deviation, number>): number {
  const file = join(data, `reference/evtxexport-xml/${sha256.slice(0, 16)}.xml.gz`);
  if (!existsSync(file)) return 0;
  const exported = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split(/^(?=<Event)/m)
    .slice(1);
  const records = recordsOf(path);
  exported.forEach((theirs, index) => {
    const id = Number(/<EventRecordID>(\d+)/.exec(theirs)?.[1]);
    const byOrder = records.inOrder[index];
    const record = byOrder?.head.recordId === id ? byOrder : records.byId.get(id);
    assert.ok(record, `${path}: record ${id}`);
    const found = deviationsOf(theirs, renderEventXml(record));
    assert.ok(found, `${path}: record ${id}\n${theirs}\n${renderEventXml(record)}`);
    for (const each of new Set(found)) deviations[each]++;
  });
  return exported.length;
}

function recordsOf(path: string): { inOrder: EvtxRecord[]; byId: Map<number, EvtxRecord> } {
  const inOrder: EvtxRecord[] = [];
  readFile(path, { record: (record) => void inOrder.push(record) });
  return { inOrder, byId: new Map(inOrder.map((record) => [record.head.recordId, record])) };
}

/** How two texts of an event differ, all of it explained; undefined when something is not. */
function deviationsOf(theirs: string, ours: string): Deviation[] | undefined {
  const [left, right] = [leavesOf(theirs), leavesOf(ours)];
  const isMarkup = left.length !== right.length || right.some((leaf, at) => leaf.includes('=<') && leaf !== left[at]);
  if (isMarkup) return squashed(theirs) === squashed(ours) ? ['markup'] : undefined;
  const found: Deviation[] = [];
  for (const [at, leaf] of left.entries()) {
    const deviation = deviationOf(leaf, right[at] ?? '');
    if (deviation === undefined) return undefined;
    if (deviation) found.push(deviation);
  }
  return found;
}

/** Bits of integers. */
const WIDTHS = [8, 16, 32, 64];

function deviationOf(theirs: string, ours: string): Deviation | undefined | '' {
  if (theirs === ours) return '';
  const [left = '', right = ''] = [theirs, ours].map((leaf) => leaf.slice(leaf.lastIndexOf('=') + 1));
  const number = Number(right);
  if (/^-\d+$/.test(right) && WIDTHS.some((bits) => left === `-${BigInt.asUintN(bits - 1, BigInt(right))}`))
    return 'negative';
  const isFloat = /e[+-]\d{3}$/.test(left) && Math.abs(Number(left) - number) <= Math.abs(number) * 1e-6;
  return isFloat ? 'float' : undefined;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
});

type Node = Readonly<Record<string, unknown>>;

/** Every leaf of an event with its path and attributes: canonical, as far as evtxexport writes the same things otherwise. */
function leavesOf(xml: string): string[] {
  const leaves: string[] = [];
  // evtxexport writes characters that XML forbids as they are.
  addLeaves(parser.parse(xml.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '\ufffd')) as Node[], '', leaves);
  return leaves;
}

function addLeaves(nodes: readonly Node[], path: string, leaves: string[]): void {
  const elements = nodes.filter((node) => !('#text' in node));
  if (elements.length === 0) {
    leaves.push(`${path}=${canonical(nodes.map((node) => String(node['#text'])).join(''))}`);
  }
  for (const element of elements) {
    const name = Object.keys(element).find((key) => key !== ':@') ?? '';
    const attributes = Object.entries((element[':@'] ?? {}) as Record<string, string>)
      .map(([key, value]) => `${key}=${canonical(value)}`)
      .sort();
    addLeaves(element[name] as Node[], `${path}/${name}[${attributes.join()}]`, leaves);
  }
}

/** White space is evtxexport's own; hexadecimal numbers are padded, GUIDs are in capitals, times have nine digits there. */
function canonical(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /^0x[0-9a-f]+$/i,
      (hex) =>
        `0x${hex
          .slice(2)
          .replace(/^0+(?=.)/, '')
          .toLowerCase()}`,
    )
    .replace(/^\{[0-9a-f-]{36}\}$/i, (guid) => guid.toLowerCase())
    .replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7})00Z$/, '$1Z');
}

/** Both texts with all escapes undone, without white space and quotes of either kind. */
function squashed(xml: string): string {
  return xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&apos;|&quot;|['"]|&#(?:9|10|13);|\s/g, '')
    .replace(/&amp;/g, '&')
    .replace(/0x0*(?=[0-9a-f])/gi, '0x')
    .replace(/(\.\d{7})00Z/g, '$1Z')
    .toLowerCase();
}
