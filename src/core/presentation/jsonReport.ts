import type { Range } from '../text/span';
import { renderIso } from '../records/parseTime';
import type { EventTime } from '../records/eventTime';
import type { Case, Incident } from '../cases/incident';
import type { Finding, SourceReport } from '../findings/finding';
import { caveatText } from './caveatText';
import { regDataJson } from './regDataText';
import { problemText } from './problemText';

/**
 * The report that `--format json` prints, as a value; its shape is described in the README and kept stable. Lines and
 * columns count from 1, columns in UTF-16 units. What is not known is null. `otherFiles` were looked at and are no event logs.
 */
export function jsonReport(caseValue: Case, otherFiles: readonly string[] = []) {
  return {
    schemaVersion: 1,
    sources: caseValue.sources.map(sourceJson),
    otherFiles,
    findings: caseValue.sources.flatMap((source) => source.findings.map(findingJson)),
    incidents: caseValue.incidents.map(incidentJson),
  };
}

function sourceJson(source: SourceReport) {
  return {
    path: source.path,
    format: source.format ?? null,
    encoding: source.encoding,
    recordCount: source.recordCount,
    firstTime: timeJson(source.firstTime),
    lastTime: timeJson(source.lastTime),
    dateOrder: source.dateOrder ?? null,
    coverage: source.coverage,
    biasDirection: source.biasDirection ?? null,
    problemCount: source.problemCount,
    problems: source.problems.map((problem) => ({
      code: problem.code,
      message: problemText(problem),
      line: problem.range.start.line + 1,
      column: problem.range.start.column + 1,
    })),
  };
}

/** Lines and columns from 1. */
export function jsonRange({ start, end }: Range) {
  return {
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
}

function findingJson({ id, ruleId, signId, path, range, record }: Finding) {
  return {
    id,
    ruleId,
    signId,
    path,
    ...jsonRange(range),
    provider: record.provider.value,
    eventId: record.eventId?.value ?? null,
    eventIdInferred: record.eventIdInferred ?? false,
    level: record.level?.value ?? null,
    timeCreated: timeJson(record.timeCreated?.value),
    computer: record.computer?.value ?? null,
  };
}

function incidentJson(incident: Incident) {
  return {
    id: incident.id,
    ruleId: incident.ruleId,
    title: incident.title,
    references: incident.references,
    computer: incident.computer ?? null,
    confidence: incident.confidence,
    severity: incident.severity,
    firstTime: timeJson(incident.firstTime),
    lastTime: timeJson(incident.lastTime),
    findings: incident.seen.flatMap((seen) => seen.findings.map((finding) => finding.id)),
    missingSigns: incident.missing.map((sign) => sign.id),
    remediations: incident.remediations.map(({ id, title }) => ({ id, title })),
    bitness: incident.traits.bitness ?? null,
    product: incident.traits.product ?? null,
    registryState: registryJson(incident),
    preferredRemediation: incident.preferredRemediation ?? null,
    caveats: incident.caveats.map((caveat) => ({ kind: caveat.kind, text: caveatText(caveat) })),
  };
}

/** Null without a registry export of the server; `data` is null where the value is not set or not known. */
function registryJson({ registryState }: Incident) {
  if (!registryState) return null;
  return {
    sources: registryState.sources,
    settings: registryState.settings.map(({ remediationId, change, status, data, path, range }) => ({
      remediation: remediationId,
      key: change.keyPath,
      value: change.valueName,
      status,
      data: data ? regDataJson(data) : null,
      path,
      line: range ? range.start.line + 1 : null,
      column: range ? range.start.column + 1 : null,
    })),
  };
}

function timeJson(time: EventTime | undefined): string | null {
  return time ? renderIso(time) || null : null;
}
