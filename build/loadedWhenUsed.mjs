// Two esbuild plugins that keep the start of the extension short. What is measured: `npm run bench:editor -- activation`.
import { join, resolve } from 'node:path';
import * as esbuild from 'esbuild';

/**
 * Leaves parts of the extension to programs of their own, which are loaded when something of them is first used. Source
 * files import a part as any other. `parts` are entry points by the name of their program in the same folder.
 */
export function loadedWhenUsed(parts) {
  const doors = Object.entries(parts).map(([name, entry]) => ({ program: `./${name}.js`, entry: resolve(entry) }));
  return {
    name: 'loaded-when-used',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
        const target = resolve(resolveDir, path);
        const door = doors.find(({ entry }) => [target, `${target}.ts`, join(target, 'index.ts')].includes(entry));
        if (!door || kind === 'entry-point') return undefined;
        return { path: door.entry, namespace: 'door', pluginData: door };
      });
      build.onLoad({ filter: /.*/, namespace: 'door' }, async ({ pluginData: { program, entry } }) => ({
        contents: doorTo(program, await exportsOf(entry)),
      }));
      build.onResolve({ filter: /.*/, namespace: 'door' }, ({ path }) => ({ path, external: true }));
    },
  };
}

async function exportsOf(entry) {
  const options = { entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outdir: 'dist' };
  const { metafile } = await esbuild.build({ ...options, write: false, metafile: true, logLevel: 'error' });
  return Object.values(metafile.outputs)[0].exports;
}

/** A module whose names are looked up in the program when they are used. */
function doorTo(program, names) {
  const getters = names.map((name) => `get ${name}() { return load().${name}; },`);
  const door = inherited(`{\n__esModule: true,\n${getters.join('\n')}\n}`);
  return `const load = () => require(${JSON.stringify(program)});\n${door}`;
}

/** esbuild copies the own names of a module, one by one, for each file that imports it; what it inherits is shared. */
function inherited(names) {
  return `module.exports = Object.create(${names});`;
}

/** Gives all source files one module `vscode`, whose hundreds of names are not copied for each of them. */
export const oneVsCode = {
  name: 'one-vscode',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ path, namespace }) =>
      namespace === 'vscode' ? { path, external: true } : { path, namespace: 'vscode' },
    );
    build.onLoad({ filter: /.*/, namespace: 'vscode' }, () => ({ contents: inherited("require('vscode')") }));
  },
};
