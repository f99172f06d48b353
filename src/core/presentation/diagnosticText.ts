import type { Case, Confidence, Incident } from '../cases/incident';
import type { Finding, SourceReport } from '../findings/finding';
import { type Steps, allSteps } from '../lists/steps';
import type { Catalogue, Severity } from '../rules/rule';
import type { Range } from '../text/span';
import { joinParts, rowText, seenRows, type SeenRow } from './incidentText';
import { isSafeUrl } from './link';
import { count } from './names';
import { problemText } from './problemText';
import { renderGap } from './timeText';

/** Diagnostics know one step below information. */
export type DiagnosticSeverity = Severity | 'hint';

/** A line of a diagnostic that points elsewhere. */
export interface RelatedModel {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

/** What an editor shows as a problem; plain text throughout. */
export interface DiagnosticModel {
  readonly range: Range;
  readonly message: string;
  readonly severity: DiagnosticSeverity;
  readonly source: 'WinTriage';
  /** The rule's id and its article, or the code of a problem. */
  readonly code: { readonly value: string; readonly target?: string };
  readonly related: readonly RelatedModel[];
  /** Set on the signs of incidents, missing on problems of a source. */
  readonly findingId?: string;
  readonly incidentId?: string;
}

export type DiagnosticsByPath = ReadonlyMap<string, readonly DiagnosticModel[]>;

const ONE_LOWER: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: 'warning',
  warning: 'information',
  information: 'hint',
};

/**
 * All diagnostics of a case by path: one for each sign of an incident and file that shows it, and one for each problem
 * of a source. Every source of the case has an entry, so that old diagnostics are cleared.
 */
export function diagnosticsOf(caseValue: Case, catalogue: Catalogue): DiagnosticsByPath {
  return allSteps(diagnosticsInSteps(caseValue, catalogue));
}

/** The same, for who has other work to do in between. */
export function* diagnosticsInSteps(caseValue: Case, catalogue: Catalogue): Steps<DiagnosticsByPath> {
  const byPath = new Map<string, DiagnosticModel[]>();
  for (const source of caseValue.sources) byPath.set(source.path, problemDiagnostics(source));
  for (const incident of caseValue.incidents) {
    for (const { path, diagnostic } of incidentDiagnostics(incident, catalogue)) {
      const known = byPath.get(path);
      if (known) known.push(diagnostic);
      else byPath.set(path, [diagnostic]);
    }
    yield;
  }
  return byPath;
}

/** An incident that is only possible is shown one step lower than its signs. */
export function diagnosticSeverity(severity: Severity, confidence: Confidence): DiagnosticSeverity {
  return confidence === 'possible' ? ONE_LOWER[severity] : severity;
}

interface PlacedDiagnostic {
  readonly path: string;
  readonly diagnostic: DiagnosticModel;
}

function incidentDiagnostics(incident: Incident, catalogue: Catalogue): readonly PlacedDiagnostic[] {
  const rows = seenRows(incident, catalogue);
  const target = incident.references[0]?.url;
  return rows.flatMap((row, index) => {
    const shared = {
      message: `${incident.shortTitle} (${incident.confidence}), sign ${index + 1} of ${rows.length} seen: ${row.isSameEvent ? `${row.sign.title}.` : row.event.sentence}`,
      severity: diagnosticSeverity(row.sign.severity, incident.confidence),
      source: 'WinTriage' as const,
      code: { value: incident.ruleId, ...(target !== undefined && isSafeUrl(target) && { target }) },
      incidentId: incident.id,
    };
    return firstOfEachPath(incident, row).map((finding) => ({
      path: finding.path,
      diagnostic: { ...shared, range: finding.range, related: relatedRows(rows, row), findingId: finding.id },
    }));
  });
}

/** The same event in two exports is one sign, and each file shows it. */
function firstOfEachPath(incident: Incident, row: SeenRow): readonly Finding[] {
  const findings = incident.seen.find((seen) => seen.sign.id === row.sign.id)?.findings ?? [];
  return findings.filter((finding, index) => findings.findIndex((other) => other.path === finding.path) === index);
}

function relatedRows(rows: readonly SeenRow[], own: SeenRow): readonly RelatedModel[] {
  return rows
    .filter((row) => row !== own)
    .map((row) => ({
      path: row.finding.path,
      range: row.finding.range,
      message: joinParts([rowText(row), renderGap(row.time, own.time) ?? ''], ', '),
    }));
}

function problemDiagnostics(source: SourceReport): DiagnosticModel[] {
  // An open registry file is checked as a whole, with all that is worth knowing of it.
  if (source.format === 'reg') return [];
  const untold = source.problemCount - source.problems.length;
  return source.problems.map((problem, index) => {
    const isLast = index === source.problems.length - 1;
    const more = isLast && untold > 0 ? ` ${count(untold, 'more problem')} of this file are not listed.` : '';
    return {
      range: problem.range,
      message: problemText(problem) + more,
      severity: 'warning',
      source: 'WinTriage',
      code: { value: problem.code },
      related: [],
    };
  });
}
