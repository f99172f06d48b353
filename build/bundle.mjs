// Bundles the programs of the product: the extension, the command line, and the thread in which both of them scan files.
// `--watch` rebuilds on change, `--minify` is what the package ships.
import { chmodSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { updateWasm } from './wasm.mjs';

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  minify: process.argv.includes('--minify'),
  sourcemap: !process.argv.includes('--minify'),
  logLevel: 'info',
};

const programs = [
  { entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js' },
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
