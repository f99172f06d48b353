// Compiles the module in `wasm`, which searches bytes many at a time, and writes it as text where the core imports it, so that
// it is there for every program, test and bundle without further ado.
//
//     node build/wasm.mjs           writes it
//     node build/wasm.mjs --check   exits with 1 when it is not what its source gives, which takes seconds
//     node build/wasm.mjs --state   exits with 1 when it was not written from the source as it is now
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const target = join(root, 'src/core/formats/eventXmlScannerCode.ts');
const options = [
  ...['--runtime', 'stub', '--enable', 'simd', '-O3', '--noAssert'],
  ...['--initialMemory', '24', '--maximumMemory', '24'],
];

/** Stands for the source, the compiler and how it is called. */
function fingerprint() {
  const hash = createHash('sha256').update(options.join(' '));
  hash.update(createRequire(import.meta.url)('assemblyscript/package.json').version);
  for (const name of readdirSync(join(root, 'wasm')).sort()) hash.update(readFileSync(join(root, 'wasm', name)));
  return hash.digest('hex').slice(0, 16);
}

/** The file as it has to be; throws what the compiler says. The compiler is only loaded when it is needed. */
async function compile() {
  const { default: asc } = await import('assemblyscript/asc');
  let code = '';
  const { error, stderr } = await asc.main(
    ['wasm/index.ts', '--baseDir', root, '--outFile', 'scanner.wasm', ...options],
    { writeFile: (_name, bytes) => (code = Buffer.from(bytes).toString('base64')) },
  );
  if (error) throw new Error(stderr.toString(), { cause: error });
  const origin = `/** Written by \`npm run build\` from the folder \`wasm\`, whose state is ${fingerprint()}. */`;
  return `${origin}\nexport const EVENT_XML_SCANNER_CODE =\n  '${code}';\n`;
}

function written() {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return '';
  }
}

const isOfThisSource = () => written().includes(fingerprint());

/** Writes the file anew if its source has changed. */
export async function updateWasm() {
  if (!isOfThisSource()) writeFileSync(target, await compile());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) process.exitCode = (await compile()) === written() ? 0 : 1;
  else if (process.argv.includes('--state')) process.exitCode = isOfThisSource() ? 0 : 1;
  else await updateWasm();
}
