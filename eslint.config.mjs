import { readFileSync } from 'node:fs';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const layers = JSON.parse(readFileSync(new URL('layers.json', import.meta.url), 'utf8'));

/** The files of a layer: a folder, or for `core` and `cli` the files directly in their folder. */
function filesOf(layer) {
  if (layer === 'core') return ['src/core/*.ts'];
  if (layer === 'cli') return ['src/cli.ts', 'src/cli/**/*.ts'];
  return [`src/${layer}/**/*.ts`];
}

/** Forbids every import of another layer that layers.json does not list. */
function layerRule(layer) {
  const forbidden = Object.keys(layers).filter((other) => other !== layer && !layers[layer].includes(other));
  const patterns = forbidden.map((other) => ({
    regex: other === 'core' ? '/core(/index)?$' : `^(\\.\\./)+(core/)?${other.replace('core/', '')}(/|$)`,
    message: `layers.json: ${layer} does not import ${other}`,
  }));
  if (layer.startsWith('core') || layer === 'catalogue') {
    patterns.push({
      regex: '^(vscode|node:.*)$',
      message: 'ARCHITECTURE.md, invariant 1: the core knows no editor and no host',
    });
  }
  if (layer === 'platform' || layer === 'cli') {
    patterns.push({ regex: '^vscode$', message: 'only src/editor and src/extension.ts know the editor' });
  }
  return { files: filesOf(layer), rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

export default tseslint.config(
  // The folder wasm is AssemblyScript, which only looks like TypeScript; its compiler checks it.
  { ignores: ['dist/', 'out/', '.vscode-test/', 'node_modules/', 'wasm/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A log may hold any text: matching takes a time that is linear in it.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'certain', ignorePartial: false }],
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(NewExpression, CallExpression)[callee.name="RegExp"]',
          message:
            'What a regular expression is built of when it runs is not seen by the rules above: write it as a literal.',
        },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts', 'src/catalogue/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'setTimeout', 'setImmediate', 'performance', 'fetch'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'ARCHITECTURE.md, invariant 1: the core knows no clock' },
        { object: 'Math', property: 'random', message: 'the core is deterministic' },
      ],
    },
  },
  ...Object.keys(layers).map(layerRule),
  {
    files: ['test/**/*.ts', 'build/**'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked], rules: { 'no-console': 'off' } },
);
