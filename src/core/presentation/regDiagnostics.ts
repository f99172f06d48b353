import { type Steps, allSteps } from '../lists/steps';
import {
  type KnownFinding,
  type KnownFindingCode,
  type KnownKeys,
  type RegFix,
  type RegTarget,
  knownFindingsInSteps,
  knownFixes,
  problemFixes,
} from '../regLanguage/index';
import { type RegDocument, type RegProblem, dataOf, foldName, keyBefore } from '../registry/index';
import type { KnownKey, KnownValue } from '../rules/knownRegistry';
import type { Reference } from '../rules/rule';
import type { Span } from '../text/span';
import type { DiagnosticSeverity } from './diagnosticText';
import { isSafeUrl } from './link';
import { count } from './names';
import { regDataText } from './regDataText';
import { regProblemText } from './regProblemText';
import { plain } from './visibleText';

/** What an editor or a terminal shows as a problem of a registry file; plain text throughout. */
export interface RegDiagnostic {
  readonly span: Span;
  readonly message: string;
  readonly severity: DiagnosticSeverity;
  /** Stable: `reg-header-case`. `target` is an article. */
  readonly code: { readonly value: string; readonly target?: string };
  readonly related?: { readonly span: Span; readonly message: string };
  /** The whole file is refused for its encoding, which no edit of the text repairs. */
  readonly isEncoding: boolean;
  /** Worked out only when asked for. */
  readonly fixes: () => readonly RegFix[];
}

const LANGUAGE: Reference = {
  title: 'KB 310516: How to add, modify, or delete registry subkeys and values by using a .reg file',
  url: 'https://support.microsoft.com/help/310516',
};
const SIZES = 'https://learn.microsoft.com/windows/win32/sysinfo/registry-element-size-limits';
const TYPES = 'https://learn.microsoft.com/windows/win32/sysinfo/registry-value-types';

/** Everything that there is to say of a file: what an import does with it, and what is published of its values. */
export function regDiagnostics(
  document: RegDocument,
  known: KnownKeys,
  target: RegTarget = {},
): readonly RegDiagnostic[] {
  return allSteps(regDiagnosticsInSteps(document, known, target));
}

/** The same, for who has other work to do in between. */
export function* regDiagnosticsInSteps(
  document: RegDocument,
  known: KnownKeys,
  target: RegTarget = {},
): Steps<readonly RegDiagnostic[]> {
  const untold = document.problemCount - document.problems.length;
  const problems = document.problems.map((problem, index) => {
    const more =
      index === document.problems.length - 1 && untold > 0
        ? ` ${count(untold, 'more problem')} of this file are not listed.`
        : '';
    return problemDiagnostic(document, problem, known, more);
  });
  const found = yield* knownFindingsInSteps(document, known, target);
  const findings = found.map((finding) => knownDiagnostic(document, finding));
  return [...problems, ...findings].sort((one, other) => one.span.start - other.span.start);
}

function problemDiagnostic(document: RegDocument, problem: RegProblem, known: KnownKeys, more: string): RegDiagnostic {
  const { code, span, related } = problem;
  return {
    span,
    message: regProblemText(problem) + takenAlong(problem, known) + more,
    severity: severityOf(document, problem),
    code: { value: `reg-${code}`, target: articleOf(problem) },
    ...(related && { related: { span: related, message: RELATED[code] ?? '' } }),
    isEncoding: code.startsWith('encoding-'),
    fixes: () => problemFixes(document, problem, known),
  };
}

const RELATED: Partial<Record<RegProblem['code'], string>> = {
  'value-twice': 'Set here the first time',
  'continuation-broken': 'This line is lost',
};

function severityOf(document: RegDocument, { code, effect, span }: RegProblem): DiagnosticSeverity {
  if (effect === 'nothing-imported') return 'error';
  if (code === 'line-number-sign' || code === 'key-text-after' || code === 'query-value-not-set') return 'information';
  if (code === 'terminator-missing' || code === 'continuation-at-end') return 'information';
  // The key above says so itself, once for all its values.
  if (code === 'value-without-key' && isBelowIgnoredKey(document, span)) return 'information';
  return effect === 'ignored' && code !== 'key-root-deletion' ? 'error' : 'warning';
}

function isBelowIgnoredKey(document: RegDocument, span: Span): boolean {
  const key = keyBefore(document, span.start);
  return key !== undefined && !key.isEffective;
}

/** ` Among them ...`: what the catalogue knows of the keys that a deletion takes along. */
function takenAlong({ code, detail }: RegProblem, known: KnownKeys): string {
  if (code !== 'key-deleted' || detail === undefined) return '';
  const folded = foldName(detail);
  const keys = known.all.filter(({ path }) => `${foldName(path)}\\`.startsWith(`${folded}\\`));
  const [first, second] = keys;
  if (!first) return '';
  const more = keys.length > 2 ? ` and ${count(keys.length - 2, 'more known key')}` : '';
  return ` Among them ${[first, ...(second ? [second] : [])].map(({ path }) => path).join(', ')}${more}.`;
}

function articleOf({ code }: RegProblem): string {
  if (code === 'key-name-too-long') return SIZES;
  return /^(?:byte-count|terminator)/.test(code) ? TYPES : LANGUAGE.url;
}

const SEVERITIES: Readonly<Record<KnownFindingCode, DiagnosticSeverity>> = {
  'known-value-missing': 'information',
  'known-value-differs': 'warning',
  'known-value-type': 'warning',
  'known-value-range': 'warning',
  'known-value-key': 'warning',
};

function knownDiagnostic(document: RegDocument, finding: KnownFinding): RegDiagnostic {
  const { code, span, value } = finding;
  const target = value.references.find(({ url }) => isSafeUrl(url))?.url;
  return {
    span,
    message: knownMessage(document, finding),
    severity: SEVERITIES[code],
    code: { value: `reg-${code}`, ...(target !== undefined && { target }) },
    isEncoding: false,
    fixes: () => knownFixes(document, finding),
  };
}

function knownMessage(document: RegDocument, { code, value, found, places, key }: KnownFinding): string {
  const { name, range, type, unit } = value;
  const data = found ? plain(regDataText(dataOf(document, found))) : '';
  switch (code) {
    case 'known-value-missing':
      return `${name} is not set here${adviceOf(value)}.`;
    case 'known-value-differs':
      return `${name} is ${data}${adviceOf(value)}.`;
    case 'known-value-type':
      return `${name} is a value of type ${type ?? ''}; this is ${data}.`;
    case 'known-value-range':
      return `${name} is ${data}; documented is ${range ? `${range.least} to ${range.most}` : ''}${unit === undefined ? '' : ` ${unit}`}.`;
    case 'known-value-key':
      return `${name} does nothing below ${plain(key.path)}${belongsTo(places)}.`;
  }
}

function belongsTo(places: readonly KnownKey[]): string {
  const where = places.map(placeText).join(', or to ');
  return places.length === 1 ? ` on this server: it belongs to ${where}` : `: it belongs to ${where}`;
}

/** `; KB 2510665 sets it to 1`. */
function adviceOf({ expected, references }: KnownValue): string {
  const article = references[0]?.title.split(':', 1)[0];
  return expected === undefined || article === undefined ? '' : `; the workaround of ${article} sets it to ${expected}`;
}

function placeText({ path, readBy }: KnownKey): string {
  return readBy ? `${path} (${serverName(readBy)})` : path;
}

/** `ConfigMgr 2007, 64-bit` */
export function serverName({ product, bitness }: NonNullable<KnownKey['readBy']>): string {
  const name = product === 'configmgr2007' ? 'ConfigMgr 2007' : 'ConfigMgr 2012 and later';
  return bitness === undefined ? name : `${name}, ${bitness}-bit Windows`;
}
