import { type RegDocument, type RegProblem, keyBefore, renderKey } from '../registry/index';
import type { KnownKeys } from './knownKeys';
import { type RegFix, insert, lineStart, possible, preferred, remove, replace } from './textEdit';

/** Ways to a key line that an import takes as it was meant. */
export function keyFixes({ text }: RegDocument, { code, span, detail }: RegProblem): readonly RegFix[] {
  switch (code) {
    case 'key-not-closed':
      return [preferred('add-brackets', [insert(span.end, ']')])];
    case 'key-not-opened':
      return [preferred('add-brackets', [insert(span.start, '[')])];
    case 'key-starts-blank':
    case 'key-deletion-blank':
      return [preferred('remove-blanks', [remove(span.start, span.end)])];
    case 'key-short-root':
    case 'key-unknown-root':
      return detail === undefined ? [] : [fullRoot(text, span.start, detail)];
    case 'key-text-after':
      return [
        preferred('make-comment', [insert(span.start, '; ')]),
        possible('remove-text', [remove(span.start, span.end)]),
      ];
    default:
      return [];
  }
}

/** The detail may be cut off, so what is behind the root is taken from the text. */
function fullRoot(text: string, start: number, better: string): RegFix {
  const root = better.split('\\', 1)[0] ?? better;
  // What stands before the root, as `Computer\` does, goes with it.
  const written = /^[^\]\r\n]{0,60}?hk[a-z_]{1,20}:?(?=[\\\]])/i.exec(text.slice(start, start + 100));
  const end = start + (written?.[0].length ?? 0);
  return preferred('full-root', [replace({ start, end }, root)], root);
}

/** Values below no key: the key that was deleted above them, or the keys that are known to have such a value. */
export function keylessFixes(
  document: RegDocument,
  span: RegProblem['span'],
  name: string,
  known: KnownKeys,
): RegFix[] {
  const { text, lineEnd } = document;
  const at = lineStart(text, span.start);
  const above = keyBefore(document, span.start);
  if (above?.kind === 'key-deletion' && above.isEffective) {
    return [possible('add-key', [insert(at, `${lineEnd}${renderKey(above.path)}${lineEnd}`)], above.path)];
  }
  if (above) return [];
  return known
    .keysWith(name)
    .map(({ key }) => possible('add-known-key', [insert(at, `${renderKey(key.path)}${lineEnd}`)], key.path));
}
