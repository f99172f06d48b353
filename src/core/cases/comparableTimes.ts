import type { Finding, SourceReport } from '../findings/finding';
import { type ClockPoint, findClockPoints, offsetAt } from './clockOffsets';
import { type Server, folderOf } from './computers';
import type { CaseSettings } from './caseSettings';

/** How a finding's time became UTC: stated by a setting, or evident from an event that has both. */
export interface AppliedOffset {
  readonly minutes: number;
  readonly origin: 'setting' | 'same-event';
  /** The time came twice, as clocks went back, and could be the other one. */
  readonly cameTwice?: true;
}

/** A finding whose record has UTC where that can be known; `offset` tells how it got it. */
export interface SettledFinding {
  readonly finding: Finding;
  readonly server: Server;
  readonly offset?: AppliedOffset;
}

/**
 * Turns local times into UTC where somebody stated the offset: a setting, an event that the same server's exports hold in
 * both, or a copied event that carries its XML. The local time stays in the record beside it.
 */
export function settleTimes(
  sources: readonly SourceReport[],
  serverOf: (finding: Finding) => Server,
  settings: Pick<CaseSettings, 'localOffsetMinutes'>,
): SettledFinding[] {
  const points = new Map<string, readonly ClockPoint[]>();
  const pointsFor = (server: Server) => {
    const known = points.get(server.key);
    if (known) return known;
    const found = evidentPoints(sources, serverOf, server);
    points.set(server.key, found);
    return found;
  };
  return sources
    .flatMap((source) => source.findings)
    .map((finding) => {
      const server = serverOf(finding);
      const time = finding.record.timeCreated?.value;
      if (time?.zone !== 'unstated') return { finding, server };
      const offset = stated(settings, time.milliseconds) ?? evident(pointsFor(server), time.milliseconds);
      return offset ? { finding: shifted(finding, offset.minutes), server, offset } : { finding, server };
    });
}

function stated(
  { localOffsetMinutes }: Pick<CaseSettings, 'localOffsetMinutes'>,
  local: number,
): AppliedOffset | undefined {
  if (!localOffsetMinutes) return undefined;
  const cameTwice = localOffsetMinutes.other?.(local) !== undefined;
  return { minutes: localOffsetMinutes(local), origin: 'setting', ...(cameTwice && { cameTwice }) };
}

function evident(points: readonly ClockPoint[], local: number): AppliedOffset | undefined {
  const minutes = offsetAt(points, local);
  return minutes === undefined ? undefined : { minutes, origin: 'same-event' };
}

/** The exports of one server are those in the folders of its findings, as far as they name no other computer. */
function evidentPoints(
  sources: readonly SourceReport[],
  serverOf: (finding: Finding) => Server,
  server: Server,
): ClockPoint[] {
  const own = sources.filter(({ findings }) => findings.some((finding) => serverOf(finding).key === server.key));
  const folders = new Set(own.map(({ path }) => folderOf(path)));
  const exports = sources.filter((source) => own.includes(source) || isSilentNeighbour(source, folders, server));
  return [...copiedWithXml(own), ...findClockPoints(exports, exports)];
}

function isSilentNeighbour({ path, computers }: SourceReport, folders: ReadonlySet<string>, server: Server): boolean {
  return folders.has(folderOf(path)) && computers.every((computer) => computer.toLowerCase() === server.key);
}

/** A copied event shows local time in its text and UTC in its XML. */
function copiedWithXml(sources: readonly SourceReport[]): ClockPoint[] {
  return sources
    .flatMap((source) => source.findings)
    .flatMap(({ record }) => {
      const [local, time] = [record.localTime?.value, record.timeCreated?.value];
      if (!local || time?.zone !== 'utc') return [];
      const minutes = Math.round((local.milliseconds - time.milliseconds) / (15 * 60_000)) * 15;
      return [{ local: local.milliseconds, minutes }];
    });
}

function shifted(finding: Finding, minutes: number): Finding {
  const { timeCreated } = finding.record;
  if (!timeCreated) return finding;
  const milliseconds = timeCreated.value.milliseconds - minutes * 60_000;
  const utc = { ...timeCreated, value: { milliseconds, zone: 'utc' as const } };
  return { ...finding, record: { ...finding.record, timeCreated: utc, localTime: timeCreated } };
}
