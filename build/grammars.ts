// Writes the grammars that hold words of Windows: `npx tsx build/grammars.ts`. The words come from src/core/languages.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { languages } from '../src/core/languages';

const templates = fileURLToPath(new URL('grammars/', import.meta.url));
const syntaxes = fileURLToPath(new URL('../syntaxes/', import.meta.url));

/** `{{labels.source}}`, `{{levels.2}}`. */
const PLACE = /\{\{(labels|levels)\.(\w+)\}\}/g;

/** The words that stand for one meaning in all display languages, as alternatives of a regular expression. */
function alternatives(kind: 'labels' | 'levels', meaning: string): string {
  const words = languages.flatMap((language) => {
    const ofKind = Object.entries(language[kind]).find(([name]) => name === meaning);
    return Object.keys(ofKind?.[1] ?? {});
  });
  if (words.length === 0) throw new Error(`There are no ${kind} of ${meaning}.`);
  // Of two words that start alike the longer one comes first; inside JSON a backslash is written twice.
  const sorted = [...new Set(words)].sort((one, other) => other.length - one.length);
  return sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\\\$&')).join('|');
}

/** Every grammar with words, by its file name below `syntaxes`. */
export function grammarsWithWords(): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(templates).map((name) => {
      const template = readFileSync(join(templates, name), 'utf8');
      const filled = template.replace(PLACE, (_place, kind: 'labels' | 'levels', meaning: string) =>
        alternatives(kind, meaning),
      );
      return [name, filled];
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [name, text] of grammarsWithWords()) writeFileSync(join(syntaxes, name), text);
}
