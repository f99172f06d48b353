import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import layers from '../../layers.json';

const root = join(__dirname, '../..');
const source = join(root, 'src');

interface SourceFile {
  /** From the repository's root: `src/core/text/span.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => {
    const text = readFileSync(join(source, name), 'utf8');
    return { path: join('src', name), text, imports: importsOf(text) };
  });

const known = new Set(files.map(({ path }) => path));

function importsOf(text: string): string[] {
  return [
    ...text.matchAll(/^(?:import|export)\b[^'"`;]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm),
  ].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');
}

/** `core/text` of `src/core/text/span.ts`, `core` of a file directly in `src/core`; undefined for `src/extension.ts`, which wires. */
function layerOf(path: string): string | undefined {
  const inside = relative(source, join(root, path));
  if (inside === 'cli.ts' || inside.startsWith('cli/')) return 'cli';
  const [first, second] = inside.split('/');
  if (first === 'core') return second?.endsWith('.ts') === false ? `core/${second}` : 'core';
  return first !== undefined && first in layers ? first : undefined;
}

function targetLayer(file: SourceFile, specifier: string): string | undefined {
  const target = relative(root, join(root, dirname(file.path), specifier));
  return (
    layerOf(/\.(ts|json)$/.test(target) || target === 'src/core' ? target : `${target}.ts`) ??
    layerOf(`${target}/index.ts`)
  );
}

/** The source files that a file imports, from the repository's root. */
function importedFiles({ path, imports }: SourceFile): string[] {
  const names = imports.filter((name) => name.startsWith('.')).map((name) => join(dirname(path), name));
  return names.flatMap((name) => [`${name}.ts`, join(name, 'index.ts')].filter((each) => known.has(each)));
}

describe('architecture', () => {
  it('has every source file in a layer, apart from the one that wires', () => {
    const outside = files.filter(({ path }) => layerOf(path) === undefined).map(({ path }) => path);
    assert.deepEqual(outside, ['src/extension.ts']);
    assert.ok(files.length > 50);
  });

  it('imports only what layers.json lets a layer import', () => {
    const allowed: Readonly<Record<string, readonly string[]>> = layers;
    const wrong = files.flatMap((file) => {
      const layer = layerOf(file.path);
      if (layer === undefined) return [];
      const targets = file.imports.filter((name) => name.startsWith('.')).map((name) => targetLayer(file, name));
      return targets
        .filter((target) => target !== undefined && target !== layer && !allowed[layer]?.includes(target))
        .map((target) => `${file.path} imports ${target ?? ''}`);
    });
    assert.deepEqual(wrong, []);
  });

  it('keeps the core free of the editor, the host and the clock (invariant 1)', () => {
    const core = files.filter(({ path }) => path.startsWith('src/core/') || path.startsWith('src/catalogue/'));
    const packages = core.flatMap(({ imports }) => imports.filter((name) => !name.startsWith('.')));
    assert.deepEqual([...new Set(packages)], ['fast-xml-parser']);
    for (const { path, text } of core) {
      assert.doesNotMatch(text, /\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bBuffer\./, path);
    }
  });

  it('lets only the editor know VS Code', () => {
    const knowing = files.filter(({ imports }) => imports.includes('vscode')).map(({ path }) => path);
    assert.ok(knowing.length > 0);
    assert.deepEqual(
      knowing.filter((path) => !path.startsWith('src/editor/') && path !== 'src/extension.ts'),
      [],
    );
  });

  it('turns places into editor ranges in one function (invariant 4)', () => {
    const making = files.filter(({ text }) => /new (vscode\.)?Range\(/.test(text)).map(({ path }) => path);
    assert.deepEqual(making, ['src/editor/places.ts']);
  });

  it('wires in sixty lines and keeps every file below four hundred', () => {
    for (const { path, text } of files) {
      const limit = path === 'src/extension.ts' ? 60 : 400;
      assert.ok(text.split('\n').length - 1 <= limit, path);
    }
  });

  it('imports no file that does not exist', () => {
    for (const file of files) {
      for (const name of file.imports.filter((each) => each.startsWith('.') && !each.endsWith('.json'))) {
        const target = join(dirname(file.path), name);
        assert.ok(known.has(`${target}.ts`) || known.has(join(target, 'index.ts')), `${file.path}: ${name}`);
      }
    }
  });

  it('has no files that import each other in a circle, not even for types', () => {
    const targets = new Map(files.map((file) => [file.path, importedFiles(file)]));
    const open: string[] = [];
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string): void => {
      if (open.includes(path)) circles.push([...open.slice(open.indexOf(path)), path].join(' > '));
      if (open.includes(path) || done.has(path)) return;
      open.push(path);
      targets.get(path)?.forEach(visit);
      open.pop();
      done.add(path);
    };
    files.forEach(({ path }) => {
      visit(path);
    });
    assert.deepEqual(circles, []);
  });
});
