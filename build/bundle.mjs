// Bundles the programs of the product: the extension in three parts, the command line, and the thread in which both of them
// scan files.
// `--watch` rebuilds on change, `--minify` is what the package ships.
import { chmodSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { loadedWhenUsed, oneVsCode } from './loadedWhenUsed.mjs';
import { updateWasm } from './wasm.mjs';

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: process.argv.includes('--minify'),
  sourcemap: !process.argv.includes('--minify'),
  logLevel: 'info',
};

/** What a person who opens no log never needs: nearly all of the extension. */
const parts = { core: 'src/core/index.ts', catalogue: 'src/catalogue/index.ts' };
const { core, catalogue } = parts;

const programs = [
  { entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', plugins: [oneVsCode, loadedWhenUsed(parts)] },
  { entryPoints: [core], outfile: 'dist/core.js' },
  { entryPoints: [catalogue], outfile: 'dist/catalogue.js', plugins: [loadedWhenUsed({ core })] },
  { entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { entryPoints: ['src/platform/scanWorker.ts'], outfile: 'dist/worker.js' },
];

await updateWasm();
if (process.argv.includes('--watch')) {
  for (const program of programs) await (await esbuild.context({ ...shared, ...program })).watch();
} else {
  for (const program of programs) await esbuild.build({ ...shared, ...program });
  chmodSync('dist/cli.js', 0o755);
}
