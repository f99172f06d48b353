import { type RegDocument, type RegProblem, type RegProblemCode, entrySpanAt, itemAt } from '../registry/index';
import { dataFixes } from './dataFixes';
import { headerFixes } from './headerFixes';
import { hexFixes } from './hexFixes';
import { keyFixes, keylessFixes } from './keyFixes';
import type { KnownKeys } from './knownKeys';
import { type RegFix, commentOut } from './textEdit';
import { valueFixes } from './valueFixes';

/** Problems that are no wrong line: nothing is gained by making a comment of it. */
const NEVER_COMMENTED: ReadonlySet<RegProblemCode> = new Set(['line-number-sign', 'key-text-after', 'value-twice']);

/** Problems whose line is taken, and that a person may want to take back. */
const DANGEROUS: ReadonlySet<RegProblemCode> = new Set(['key-deleted']);

/** All ways to repair a problem of the document, the best one first. What is ignored can always be made a comment. */
export function problemFixes(document: RegDocument, problem: RegProblem, known: KnownKeys): readonly RegFix[] {
  const { code, span, effect } = problem;
  if (code.startsWith('header-')) return headerFixes(document, problem);
  if (code.startsWith('encoding-') || code === 'query-value-not-set') return [];
  const line = entrySpanAt(document, span.start) ?? span;
  const fixes = fixesByKind(document, problem, line, known);
  const isCommented = (effect === 'ignored' && !NEVER_COMMENTED.has(code)) || DANGEROUS.has(code);
  return isCommented ? [...fixes, commentOut(document, line)] : fixes;
}

function fixesByKind(
  document: RegDocument,
  problem: RegProblem,
  line: RegProblem['span'],
  known: KnownKeys,
): readonly RegFix[] {
  const { code } = problem;
  if (code.startsWith('key-')) return keyFixes(document, problem);
  if (code === 'value-without-key') return fixesWithoutKey(document, problem, known);
  if (isAboutBytes(code)) return hexFixes(document, problem, line);
  const fixes = [...valueFixes(document, problem), ...dataFixes(document, problem)];
  // Bytes with blanks between them look like text behind the first one.
  const meant = code === 'text-after-data' ? hexFixes(document, problem, line) : [];
  return meant.length > 0 ? [...meant, ...fixes.map((fix) => ({ ...fix, isPreferred: false }))] : fixes;
}

function isAboutBytes(code: RegProblemCode): boolean {
  return /^(?:hex-|continuation-|comma-missing|backslash-inside)/.test(code);
}

function fixesWithoutKey(document: RegDocument, { span }: RegProblem, known: KnownKeys): readonly RegFix[] {
  const item = itemAt(document, span.start);
  return keylessFixes(document, span, item && 'name' in item ? item.name : '', known);
}
