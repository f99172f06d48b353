import { closeSync, existsSync, openSync, readFileSync, readSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ByteDecoder, HEAD_LENGTH, detectFormat } from '../../src/core';
import { detectReg, detectRegQuery } from '../../src/core/registry';
import { randomFrom } from './random';
import { crash, shapes } from '../unit/scenario';
import {
  ChunkWriter,
  element,
  eventTemplate,
  eventValues,
  nested,
  text,
  texts,
} from '../unit/core/formats/evtx/writeChunk';

/** Inputs by the name of the target that reads them. */
export type Seeds = ReadonlyMap<string, readonly Uint8Array[]>;

/** Bytes of a text that are taken: enough for some events. */
const TEXT_SIZE = 4096;
/** Bytes of a chunk that are taken: some records with the templates that they use. */
const CHUNK_SIZE = 8192;
const LARGEST_FILE = 4e6;
/** Most inputs for a target from real files. */
const MOST_REAL = 60;

/** What the readers are started with: our own fixtures, the texts in our own tests, and real files where they are. */
export function gatherSeeds(project: string, real: string): Seeds {
  const seeds = new Map<string, Uint8Array[]>();
  const add = (name: string, bytes: Uint8Array): void =>
    void (seeds.get(name) ?? seeds.set(name, []).get(name))?.push(bytes);
  for (const each of [...Object.values(shapes).map(({ write }) => write(crash)), ...textsInTests(project)])
    addText(each, add);
  for (const path of filesIn(join(project, 'samples'))) addFile(path, add);
  add('evtx', ownChunk());
  add('file', Buffer.concat([new Uint8Array(4096), ownChunk()]));
  if (existsSync(real)) {
    for (const path of spread(filesIn(real))) {
      addFile(path, (name, bytes) => {
        if ((seeds.get(name)?.length ?? 0) < MOST_REAL) add(name, bytes);
      });
    }
  }
  return seeds;
}

type Add = (name: string, bytes: Uint8Array) => void;

function addText(whole: string, add: Add): void {
  const head = whole.slice(0, HEAD_LENGTH);
  const bytes = Buffer.from(head).subarray(0, TEXT_SIZE);
  const format = detectFormat(head);
  if (format) add(format.id, bytes);
  if (format?.id === 'event-xml') add('skim', bytes);
  if (detectReg(head)) add('reg', bytes);
  if (detectRegQuery(head)) add('reg-query', bytes);
}

function addFile(path: string, add: Add): void {
  const bytes = startOf(path);
  if (path.endsWith('.evtx')) {
    add('evtx', bytes.subarray(4096, 4096 + CHUNK_SIZE));
    add('file', bytes.subarray(0, 4096 + CHUNK_SIZE));
    return;
  }
  const decoder = new ByteDecoder();
  addText(decoder.push(bytes) + decoder.finish(), add);
  add('file', bytes.subarray(0, TEXT_SIZE));
}

function startOf(path: string): Uint8Array {
  const bytes = Buffer.alloc(HEAD_LENGTH);
  const file = openSync(path, 'r');
  const length = readSync(file, bytes);
  closeSync(file);
  return bytes.subarray(0, length);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= LARGEST_FILE)
    .sort();
}

/** The paths in another order, always the same, in which those of one folder do not follow each other. */
function spread(paths: readonly string[]): string[] {
  const random = randomFrom(1);
  return paths
    .map((path) => ({ path, at: random(1e9) }))
    .sort((a, b) => a.at - b.at)
    .map(({ path }) => path);
}

/** The texts in the tests of the readers: what a format is tried with there is a start for it here. */
function textsInTests(project: string): string[] {
  return filesIn(join(project, 'test/unit/core'))
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => literalsIn(readFileSync(path, 'utf8')))
    .filter((each) => each.length > 40);
}

/** Every text that stands in quotes in a source; what is filled into one is left out. */
export function literalsIn(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node)) {
      found.push(node.head.text + node.templateSpans.map(({ literal }) => literal.text).join(''));
    }
    if (ts.isArrayLiteralExpression(node) && node.elements.every((each) => ts.isStringLiteralLike(each))) {
      found.push(node.elements.map((each) => (ts.isStringLiteralLike(each) ? each.text : '')).join('\r\n'));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', source, ts.ScriptTarget.ES2022));
  return found;
}

/** Words that the readers look for, as they stand in their sources. */
export function wordsOf(project: string): Uint8Array[] {
  const sources = ['src/core/formats', 'src/core/registry', 'src/core/records', 'src/core/text'];
  const words = sources
    .flatMap((folder) => filesIn(join(project, folder)))
    .flatMap((path) => literalsIn(readFileSync(path, 'utf8')));
  const odd = [
    '\r',
    '\n',
    '\r\n',
    '\0',
    '\t',
    '\u2028',
    '\u200e',
    '\ufeff',
    '\u{1f642}',
    '\ue000',
    '"',
    '""',
    '<',
    '&',
    "'",
    '\\',
  ];
  return [...new Set([...words, ...odd])]
    .filter((word) => word !== '' && word.length < 60)
    .map((word) => Buffer.from(word));
}

/** A chunk with templates inside each other, values and arrays. */
function ownChunk(): Uint8Array {
  const writer = new ChunkWriter();
  const root = eventTemplate();
  const value = { index: 0, type: 0x01 };
  const data = element('EventData', {}, [
    element('Data', { Name: 'param1' }, [value, { entity: 'amp' }, { character: 33 }]),
  ]);
  const list = element('UserData', {}, [
    element('a', { b: 'c' }, [element('d', {}, [{ index: 0, type: 0x81 }, { cdata: 'x' }])]),
  ]);
  const events = [
    nested({ root: data, values: [text('spooler')] }),
    nested({ root: list, values: [texts(['a', 'b'])] }),
  ];
  for (const each of [...events, ...events]) writer.record({ event: { root, values: eventValues(each) } });
  writer.record({ event: element('Event', {}, [element('System', {}, [element('EventID', {}, ['7'])])]) });
  return writer.finish().subarray(0, writer.at);
}
