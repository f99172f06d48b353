// Bundles the suite that runs inside VS Code: test/vscode/suite/index.ts with every *.test.ts beside it.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import * as esbuild from 'esbuild';

const suite = resolve('test/vscode/suite');

/** The source of the module `wintriage-suite`. The files are looked for at each build, so none can be forgotten. */
function listTestFiles() {
  const files = readdirSync(suite, { recursive: true }).filter((file) => file.endsWith('.test.ts'));
  const entries = files.sort().map((file) => {
    const path = JSON.stringify(resolve(suite, file));
    return `{ path: ${path}, define: () => import(${path}) },`;
  });
  return `export const testFiles = [\n${entries.join('\n')}\n];`;
}

const testFiles = {
  name: 'test-files',
  setup(build) {
    build.onResolve({ filter: /^wintriage-suite$/ }, ({ path }) => ({ path, namespace: 'suite' }));
    build.onLoad({ filter: /.*/, namespace: 'suite' }, () => ({ contents: listTestFiles(), resolveDir: suite }));
  },
};

await esbuild.build({
  entryPoints: [resolve(suite, 'index.ts')],
  outfile: 'out/vscode-suite/index.js',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Mocha finds its reporters with requires that a bundler cannot follow; it is there in node_modules.
  external: ['vscode', 'mocha'],
  sourcemap: 'inline',
  plugins: [testFiles],
  logLevel: 'warning',
});
