import type { LocalOffset } from '../records/localOffset';

/** What joining depends on besides the findings. */
export interface CaseSettings {
  /** Longest time from the first to the last sign of one incident. */
  readonly windowMinutes: number;
  /** Of local times without a zone; undefined: not stated. */
  readonly localOffsetMinutes: LocalOffset | undefined;
  /** Which files without computer names are one server. */
  readonly unnamedComputer: 'folder' | 'file';
  readonly product?: 'configmgr2007' | 'configmgr2012';
  readonly bitness?: 32 | 64;
  /** The computer of each registry export, by the path of the export, as somebody said; '' for one that is of none. */
  readonly registryComputers?: ReadonlyMap<string, string>;
}
