import type { SourceReport } from '../findings/finding';
import { count } from './names';

/** `3 errors`, `12 warnings` of a CMTrace log, so that a person knows whether to look; nothing for other formats. */
export function levelCounts({ format, counts }: SourceReport): readonly string[] {
  if (format !== 'cmtrace') return [];
  const ofLevel = (level: number): number =>
    counts.kinds.filter((kind) => kind.level === level).reduce((sum, kind) => sum + kind.count, 0);
  return [count(ofLevel(2), 'error'), count(ofLevel(3), 'warning')];
}

/** How the bias of a CMTrace log was read; empty where none of its times is in UTC. */
export function biasNote({ biasDirection, firstTime }: SourceReport): string {
  if (biasDirection === undefined || firstTime?.zone !== 'utc') return '';
  return `bias read as minutes ${biasDirection} of UTC`;
}
