import type { Case, Incident, SeenSign } from '../../src/core/cases/incident';
import { WHOLE } from '../../src/core/findings/coverage';
import type { Finding, SourceReport } from '../../src/core/findings/finding';
import type { EventRecord, Level } from '../../src/core/records/eventRecord';
import type { EventTime } from '../../src/core/records/eventTime';
import type { Catalogue, CodeTable, Remediation, Rule, Sign } from '../../src/core/rules/rule';
import type { Located, Range, Span } from '../../src/core/text/span';

/** What a test says of an event; the rest is filled in. */
export interface EventSketch {
  readonly provider: string;
  readonly id?: number;
  readonly level?: Level;
  /** `2012-03-14T09:14:08Z`; without `Z` the zone is unstated. */
  readonly time?: string;
  readonly computer?: string;
  readonly data?: readonly (string | { readonly name: string; readonly value: string })[];
  readonly message?: string;
  readonly inferred?: boolean;
  /** Offset of the record in its source. */
  readonly at?: number;
}

/** An event whose places are made up: its record starts at `at`. */
export function event(sketch: EventSketch): EventRecord {
  const span: Span = { start: sketch.at ?? 0, end: (sketch.at ?? 0) + 10 };
  const located = <T>(value: T): Located<T> => ({ value, span });
  return {
    span,
    provider: located(sketch.provider),
    ...(sketch.id !== undefined && { eventId: located(sketch.id) }),
    ...(sketch.level !== undefined && { level: located(sketch.level) }),
    ...(sketch.time !== undefined && { timeCreated: located(time(sketch.time)) }),
    ...(sketch.computer !== undefined && { computer: located(sketch.computer) }),
    ...(sketch.message !== undefined && { message: located(sketch.message) }),
    ...(sketch.inferred && { eventIdInferred: true }),
    eventData: (sketch.data ?? []).map((item) => ({ ...(typeof item === 'string' ? { value: item } : item), span })),
  };
}

/** A moment written in ISO 8601; only `Z` makes it UTC. */
export function time(iso: string): EventTime {
  const zone = iso.endsWith('Z') ? 'utc' : 'unstated';
  return { milliseconds: Date.parse(iso.endsWith('Z') ? iso : `${iso}Z`), zone };
}

/** A range on one line, counted from 0 as the core does. */
export function range(line: number, column = 4, length = 4): Range {
  return { start: { line, column }, end: { line, column: column + length } };
}

/** One sign seen: the record stands at `line` of `path`. */
export function finding(sign: Sign, record: EventRecord, path: string, line: number): Finding {
  return {
    id: `${path}#${record.span.start}/${RULE.id}/${sign.id}`,
    ruleId: RULE.id,
    signId: sign.id,
    path,
    range: range(line),
    recordRange: range(line, 0, 80),
    record,
  };
}

/** An incident of {@link RULE} that has what `seen` names and lacks the other signs. */
export function incident(seen: readonly SeenSign[], changes: Partial<Incident> = {}): Incident {
  const times = seen
    .flatMap((one) => one.findings.flatMap((found) => found.record.timeCreated?.value ?? []))
    .sort((one, other) => one.milliseconds - other.milliseconds);
  return {
    id: `${RULE.id}@PXE01@${times[0]?.milliseconds ?? 0}`,
    ruleId: RULE.id,
    title: RULE.title,
    shortTitle: RULE.shortTitle,
    references: RULE.references,
    confidence: 'matches',
    severity: RULE.severity,
    computer: 'PXE01.fabrikam.example',
    firstTime: times.at(0),
    lastTime: times.at(-1),
    seen,
    missing: RULE.signs.filter((sign) => seen.every((one) => one.sign !== sign)),
    remediations: RULE.remediations,
    preferredRemediation: undefined,
    traits: {},
    caveats: [],
    ...changes,
  };
}

/** A source that was read whole. */
export function source(path: string, changes: Partial<SourceReport> = {}): SourceReport {
  return {
    path,
    format: 'event-xml',
    encoding: 'utf-8',
    recordCount: 300,
    counts: { kinds: [], otherCount: 0 },
    problems: [],
    problemCount: 0,
    coverage: WHOLE,
    findings: [],
    timeMarks: [],
    computers: [],
    ...changes,
  };
}

function sign(id: string, changes: Partial<Sign>): Sign {
  return {
    id,
    title: id,
    source: 'Application',
    severity: 'error',
    providers: [],
    meaning: `What ${id} means.`,
    ...changes,
  };
}

/** The signs of {@link RULE}, by name. */
export const SIGNS = {
  crash: sign('svchost-crash', {
    title: 'WDS crashed with heap corruption',
    providers: ['Application Error'],
    eventIds: [1000],
    meaning: 'The memory of the WDS service was overwritten.',
  }),
  ended: sign('service-ended', {
    title: 'The WDS service ended unexpectedly',
    source: 'System',
    providers: ['Service Control Manager'],
    eventIds: [7031],
    meaning: 'The WDS service crashed and will be restarted.',
  }),
  provider: sign('provider-failed', {
    title: 'The WDS image provider did not start',
    severity: 'warning',
    providers: ['WDSServer'],
    eventIds: [512],
    meaning: 'After the crash the image provider cannot be initialized.',
  }),
  relay: sign('duplicate-request', {
    title: 'Duplicate PXE request',
    source: 'pxe',
    meaning: 'Two relays forwarded the same request.',
  }),
};

function registryRemediation(id: string, system: string, bitness: 32 | 64, keyPath: string): Remediation {
  return {
    id,
    title: 'Handle one PXE request at a time',
    advice: 'Costs little, except under constant heavy PXE load.',
    steps: ['Import the file on the server.', 'Restart the service.'],
    registry: {
      variant: { product: 'configmgr2007', bitness },
      article: { title: 'KB 2510665', url: 'https://support.example/kb/2510665' },
      system,
      fileName: `KB2510665-${id}`,
      changes: [{ keyPath, valueName: 'NumberOfThreads', valueType: 'REG_DWORD', data: 1 }],
      notes: ['One PXE request at a time.', 'Restart the Windows Deployment Services Server service afterwards.'],
    },
  };
}

export const ROUTER: Remediation = {
  id: 'backup-router',
  title: "Disable the backup router's PXE relay",
  advice: 'Preferred where the PXE load is high.',
  steps: ['Remove the helper address for PXE.'],
};

export const X64 = registryRemediation(
  'configmgr2007-x64',
  'ConfigMgr 2007 PXE service point on a 64-bit server',
  64,
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE',
);

export const X86 = registryRemediation(
  'configmgr2007-x86',
  'ConfigMgr 2007 PXE service point on a 32-bit server',
  32,
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\PXE',
);

/** A small rule with the shape of the real one; its words are the test's own. */
export const RULE: Rule = {
  id: 'kb-2510665',
  title: 'WDS crashes when two relays forward the same PXE request',
  shortTitle: 'WDS crash, KB 2510665',
  references: [{ title: 'KB 2510665', url: 'https://support.example/kb/2510665' }],
  appliesTo: ['Configuration Manager 2007'],
  severity: 'error',
  summary: 'The WDS service crashes at random.',
  cause: 'Two DHCP relays forward the same PXE request; WDS handles both at once and overwrites its own state.',
  signs: Object.values(SIGNS),
  confidence: { matches: [['svchost-crash', 'service-ended']], possible: [['service-ended']] },
  precedence: 10,
  remediations: [ROUTER, X64, X86],
  samples: { match: [], noMatch: [] },
};

export const CODES: CodeTable = {
  ntstatus: new Map([
    [0xc0000374, 'STATUS_HEAP_CORRUPTION'],
    [0xc0000005, 'STATUS_ACCESS_VIOLATION'],
  ]),
  win32: new Map([
    [5, 'ERROR_ACCESS_DENIED'],
    [14, 'ERROR_OUTOFMEMORY'],
  ]),
  hresult: new Map([[0x80004005, 'E_FAIL']]),
  notes: new Map([
    [0xc0000374, { text: 'The bad write can have happened earlier than the crash.', certain: true }],
    [0x4005, { text: 'The low word of E_FAIL.', certain: false }],
  ]),
};

export const CATALOGUE: Catalogue = {
  rules: [RULE],
  messageTemplates: [],
  providerAliases: new Map([['dienststeuerungs-manager', 'Service Control Manager']]),
  codes: CODES,
};

/** The crash of the mock in `experience.md`: two exports of one server, three signs. */
export const CRASH = {
  fault: event({
    provider: 'Application Error',
    id: 1000,
    level: 2,
    time: '2012-03-14T09:14:07Z',
    computer: 'PXE01.fabrikam.example',
    data: ['svchost.exe_WDSServer', '6.0.6002', '4a5b', 'ntdll.dll', '6.0.6002', '4b60', 'c0000374', '000afaf8'],
    at: 100,
  }),
  ended: event({
    provider: 'Service Control Manager',
    id: 7031,
    level: 2,
    time: '2012-03-14T09:14:08Z',
    computer: 'PXE01.fabrikam.example',
    data: ['Windows Deployment Services Server', '2', '120000', '1', 'Restart the service'],
    at: 200,
  }),
  provider: event({
    provider: 'WDSServer',
    id: 512,
    level: 3,
    time: '2012-03-14T09:16:09Z',
    computer: 'PXE01.fabrikam.example',
    data: ['WdsImgSrv', 'C:\\Windows\\system32\\WdsImgSrv.dll', '0xC1030136'],
    at: 300,
  }),
};

export const FINDINGS = {
  fault: finding(SIGNS.crash, CRASH.fault, '/logs/Application.xml', 411),
  ended: finding(SIGNS.ended, CRASH.ended, '/logs/System.xml', 86),
  provider: finding(SIGNS.provider, CRASH.provider, '/logs/Application.xml', 430),
};

/** The signs in the order of the rule, as correlation gives them. */
export const SEEN: readonly SeenSign[] = [
  { sign: SIGNS.crash, findings: [FINDINGS.fault] },
  { sign: SIGNS.ended, findings: [FINDINGS.ended] },
  { sign: SIGNS.provider, findings: [FINDINGS.provider] },
];

/** One server, one incident, two exports that were read and one file that is none. */
export function crashCase(changes: Partial<Incident> = {}): Case {
  const read = {
    encoding: 'utf-16le',
    firstTime: time('2012-02-14T00:00:05Z'),
    lastTime: time('2012-03-14T17:40:00Z'),
  };
  return {
    sources: [
      source('/logs/Application.xml', { ...read, findings: [FINDINGS.fault, FINDINGS.provider] }),
      source('/logs/System.xml', {
        ...read,
        findings: [FINDINGS.ended],
        problems: [{ code: 'xml-cut-off', range: range(900, 0) }],
        problemCount: 1,
      }),
      source('/logs/notes.txt', { format: undefined, recordCount: 0 }),
    ],
    incidents: [incident(SEEN, changes)],
  };
}
