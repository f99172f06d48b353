import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  type RegDocument,
  allValuesOf,
  applyReg,
  dataOf,
  decodeData,
  detectReg,
  emptyState,
  keysOf,
  readReg,
  renderReg,
  renderValue,
  stateOf,
  undoOf,
} from '../../src/core/registry';
import { readRegFile } from './registryFiles';
import { shared } from './shared';

const folder = join(shared, 'data/reg');
const files: readonly { readonly path: string; readonly document: RegDocument }[] = readdirSync(folder, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((path) => path.endsWith('.reg'))
  .map((path) => ({ path, document: readRegFile(join(folder, path)) }));

/** Whether regedit wrote it, or what Windows is known to write: UTF-16, CR LF, a blank line at the end, no comment, nothing to report. */
function isExport({ text, lineEnd, problems, entries }: RegDocument): boolean {
  const isWide = lineEnd === '\r\n' && text.endsWith('\r\n\r\n') && !/^\s*[;#]|\r\n\r\n\r\n/m.test(text);
  return isWide && entries.length > 0 && problems.length === 0;
}

describe('real files: registry', () => {
  it('reads every file without an exception', () => {
    assert.ok(files.length > 500);
    for (const { path, document } of files) {
      for (const value of allValuesOf(document)) decodeData(dataOf(document, value));
      assert.ok([...keysOf(document)].length >= 0, path);
    }
  });

  it('finds something in every file that a tool wrote for regedit, and the lines that regedit ignores', () => {
    const tools = files.filter(({ path }) => !/^(?:wine|hivex)/.test(path));
    assert.ok(tools.length > 80);
    const empty = tools.filter(
      ({ document }) => !document.isImported || [...allValuesOf(document), ...keysOf(document)].length < 1,
    );
    assert.deepEqual(
      empty.map(({ path }) => path),
      [],
    );
    const codes = tools.flatMap(({ path, document }) =>
      document.problems
        .filter(({ effect }) => effect === 'ignored')
        .map(({ code }) => `${code} ${relative('.', path)}`),
    );
    assert.deepEqual(codes.filter((code) => !code.startsWith('line-number-sign ')).sort(), [
      // `"EulaAccepted"=1`
      'data-unknown Velocidex+velociraptor/artifacts/testdata/windows/init.reg',
      // A value below a key that is deleted.
      'value-without-key vasudev-gm+Registry-Tweaks-Scripts/registry/regfiles/W10/Remove OneDrive from Navigation Panel.reg',
      'value-without-key vasudev-gm+Registry-Tweaks-Scripts/registry/regfiles/W10/W10_Combined_Selected_Tweaks.reg',
    ]);
  });

  it('knows them all by their start', () => {
    const unknown = files.filter(
      ({ path, document }) => !/^(?:wine|hivex)/.test(path) && !detectReg(document.text.slice(0, 65536)),
    );
    assert.deepEqual(
      unknown.map(({ path }) => path),
      [],
    );
  });

  it('renders every export to the text that it was', () => {
    const exports = files.filter(({ document }) => isExport(document));
    assert.ok(exports.length > 20, `${exports.length} exports`);
    for (const { path, document } of exports) {
      assert.equal(renderReg(document), document.text, path);
    }
  });

  it('renders every value of an export as Windows did', () => {
    let count = 0;
    for (const { path, document } of files.filter(
      (file) => isExport(file.document) && file.document.header.version === 5,
    )) {
      for (const value of allValuesOf(document)) {
        if (value.kind === 'value-deletion') continue;
        const written = document.text.slice(value.span.start, value.span.end);
        assert.equal(renderValue(value.name, dataOf(document, value)), written, path);
        count++;
      }
    }
    assert.ok(count > 300, `${count} values`);
  });

  it('renders every file to one that imports to the same state', () => {
    for (const { path, document } of files) {
      const again = readReg(renderReg(document));
      const isSame = document.isImported === again.isImported;
      if (isSame) assert.deepEqual(applyReg(emptyState(), again).top, applyReg(emptyState(), document).top, path);
    }
  });

  it('undoes every file that was imported into the state that another one shows', () => {
    const imported = files.filter(({ document }) => document.isImported);
    imported.forEach(({ path, document }, index) => {
      const other = imported[(index + 7) % imported.length];
      if (!other) return;
      const state = { ...stateOf(other.document), coverage: [{ path: '', extent: 'tree' as const }] };
      const undo = undoOf(document, state);
      assert.deepEqual(undoOf(undo.document, applyReg(state, document)).notUndone, [], path);
      const back = applyReg(applyReg(state, document), undo.document);
      assert.equal(undoOf(undo.document, back).document.entries.length >= 0, true);
      assert.deepEqual(sorted(back.top), sorted(state.top), path);
    });
  });
});

/** A tree without the order of its maps. */
function sorted(node: ReturnType<typeof stateOf>['top']): unknown {
  const subkeys = [...node.subkeys].map(([key, subkey]) => [key, sorted(subkey)] as const);
  return [node.name, Object.fromEntries(node.values), Object.fromEntries(subkeys)];
}
