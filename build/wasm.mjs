// Compiles the modules in `wasm`, which work on many bytes at a time, and writes them as text where the core imports them, so that
// they are there for every program, test and bundle without further ado.
//
//     node build/wasm.mjs           writes them
//     node build/wasm.mjs --check   exits with 1 when they are not what their source gives, which takes seconds
//     node build/wasm.mjs --state   exits with 1 when they were not written from the source as it is now
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Folder with the source, what it uses of another, file that is written, name of the constant in it, 64 KiB pages of memory. */
const modules = [
  { folder: 'wasm', target: 'eventXmlScannerCode.ts', constant: 'EVENT_XML_SCANNER_CODE', pages: 26 },
  {
    folder: 'wasm/log',
    uses: ['wasm/bytes.ts'],
    target: 'cmTrace/entryPasserCode.ts',
    constant: 'ENTRY_PASSER_CODE',
    pages: 7,
  },
  { folder: 'wasm/fold', target: 'evtx/foldCode.ts', constant: 'FOLD_CODE', pages: 2 },
].map((module) => ({ ...module, target: join(root, 'src/core/formats', module.target) }));

function optionsOf({ pages }) {
  const memory = ['--initialMemory', `${pages}`, '--maximumMemory', `${pages}`];
  return ['--runtime', 'stub', '--enable', 'simd', '-O3', '--noAssert', ...memory];
}

/** Stands for the source, the compiler and how it is called. */
function fingerprintOf(module) {
  const hash = createHash('sha256').update(optionsOf(module).join(' '));
  hash.update(createRequire(import.meta.url)('assemblyscript/package.json').version);
  const folder = join(root, module.folder);
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  for (const name of sources.sort()) hash.update(readFileSync(join(folder, name)));
  for (const name of module.uses ?? []) hash.update(readFileSync(join(root, name)));
  return hash.digest('hex').slice(0, 16);
}

/** The file as it has to be; throws what the compiler says. The compiler is only loaded when it is needed. */
async function compile(module) {
  const { default: asc } = await import('assemblyscript/asc');
  let code = '';
  const { error, stderr } = await asc.main(
    [`${module.folder}/index.ts`, '--baseDir', root, '--outFile', 'module.wasm', ...optionsOf(module)],
    { writeFile: (_name, bytes) => (code = Buffer.from(bytes).toString('base64')) },
  );
  if (error) throw new Error(stderr.toString(), { cause: error });
  const origin = `/** Written by \`npm run build\` from the folder \`${module.folder}\`, whose state is ${fingerprintOf(module)}. */`;
  const oneLine = `export const ${module.constant} = '${code}';`;
  // As prettier breaks it.
  const text = oneLine.length <= 120 ? oneLine : `export const ${module.constant} =\n  '${code}';`;
  return `${origin}\n${text}\n`;
}

function written({ target }) {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return '';
  }
}

const isOfThisSource = (module) => written(module).includes(fingerprintOf(module));

/** Writes the files anew whose source has changed. */
export async function updateWasm() {
  for (const module of modules) if (!isOfThisSource(module)) writeFileSync(module.target, await compile(module));
}

async function isUpToDate() {
  for (const module of modules) if ((await compile(module)) !== written(module)) return false;
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) process.exitCode = (await isUpToDate()) ? 0 : 1;
  else if (process.argv.includes('--state')) process.exitCode = modules.every(isOfThisSource) ? 0 : 1;
  else await updateWasm();
}
