import { WHOLE } from '../../../../src/core/findings/coverage';
import type { CaseSettings } from '../../../../src/core/cases/caseSettings';
import type { Finding, SourceReport } from '../../../../src/core/findings/finding';
import type { EventTime } from '../../../../src/core/records/eventTime';
import type { Catalogue, Rule, Sign } from '../../../../src/core/rules/rule';

const NOWHERE = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
const span = { start: 0, end: 0 };

export const settings: CaseSettings = { windowMinutes: 10, localOffsetMinutes: undefined, unnamedComputer: 'folder' };

/** `09:14:07` of 14 March 2012 in UTC. */
export function utc(clock: string): EventTime {
  return { milliseconds: Date.parse(`2012-03-14T${clock}Z`), zone: 'utc' };
}

/** The same digits on a clock of an unknown zone. */
export function local(clock: string): EventTime {
  return { ...utc(clock), zone: 'unstated' };
}

function sign(id: string): Sign {
  return { id, title: id, source: 'System', severity: 'error', providers: ['P'], meaning: id };
}

export function rule(id: string, over: Partial<Rule> = {}): Rule {
  return {
    id,
    title: id,
    shortTitle: id,
    references: [],
    appliesTo: [],
    severity: 'error',
    summary: '',
    cause: '',
    signs: ['crash', 'stop', 'code', 'info'].map(sign),
    crash: { signs: ['crash', 'stop'], withinSeconds: 30 },
    confidence: { matches: [['crash', 'stop', 'code']], possible: [['stop'], ['code']] },
    precedence: 1,
    remediations: [],
    samples: { match: [], noMatch: [] },
    ...over,
  };
}

export function catalogueOf(...rules: Rule[]): Catalogue {
  const none = new Map<never, never>();
  const codes = { ntstatus: none, win32: none, hresult: none, notes: none };
  return { rules, messageTemplates: [], providerAliases: new Map(), codes };
}

interface Seen {
  readonly sign: string;
  readonly time?: EventTime;
  readonly computer?: string;
  readonly recordId?: number;
  readonly rule?: string;
  /** Findings with the same record number stand on one record. */
  readonly record?: number;
  readonly localTime?: EventTime;
  readonly data?: readonly string[];
}

let records = 0;

/** A source whose records show the given signs. */
export function source(path: string, seen: readonly Seen[], over: Partial<SourceReport> = {}): SourceReport {
  const findings = seen.map((each) => findingOf(path, each));
  const computers = [...new Set(seen.flatMap(({ computer }) => computer ?? []))];
  const times = findings.flatMap(({ record }) => (record.timeCreated ? [record.timeCreated.value] : []));
  return {
    path,
    format: 'event-xml',
    encoding: 'utf-8',
    recordCount: seen.length,
    counts: { kinds: [], otherCount: 0 },
    problems: [],
    problemCount: 0,
    coverage: WHOLE,
    findings,
    timeMarks: times.map((time, index) => ({ key: `p/${seen[index]?.sign ?? ''}`, time })),
    computers,
    ...over,
  };
}

function findingOf(path: string, seen: Seen): Finding {
  const start = seen.record ?? records++;
  const located = <T>(value: T) => ({ value, span });
  return {
    id: `${path}#${start}/${seen.rule ?? 'r'}/${seen.sign}`,
    ruleId: seen.rule ?? 'r',
    signId: seen.sign,
    path,
    range: NOWHERE,
    recordRange: NOWHERE,
    record: {
      span: { start, end: start },
      provider: located('P'),
      eventId: located(1000),
      eventData: (seen.data ?? []).map((value) => ({ value, span })),
      ...(seen.time && { timeCreated: located(seen.time) }),
      ...(seen.localTime && { localTime: located(seen.localTime) }),
      ...(seen.computer !== undefined && { computer: located(seen.computer) }),
      ...(seen.recordId !== undefined && { recordId: located(seen.recordId) }),
    },
  };
}
