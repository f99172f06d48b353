import type { SourceReport } from '../findings/finding';
import type { CaseSettings } from './caseSettings';
import type { Claimed } from './claims';
import type { SettledFinding } from './comparableTimes';
import type { Server } from './computers';
import type { ServerTraits } from './incident';
import type { RegistrySource } from './registrySources';
import type { SuppliedLogs } from './suppliedLogs';

/** Sources with signs on the same server whose times cannot be compared: because of their zone, or as they have none. */
export interface OtherClocks {
  readonly dated: readonly string[];
  readonly none: readonly string[];
}

/** What an incident is made from besides its own signs. */
export interface IncidentContext {
  readonly server: Server;
  readonly clock: 'utc' | 'unstated' | 'none';
  /** By the id of the finding. */
  readonly settled: ReadonlyMap<string, SettledFinding>;
  readonly sources: readonly SourceReport[];
  readonly settings: CaseSettings;
  readonly otherClocks: OtherClocks;
  readonly supplied: SuppliedLogs;
  /** A crash of another rule that may have left the signs behind. */
  readonly otherCrash: Claimed | undefined;
  /** What all that was seen on the server tells of it. */
  readonly traits: ServerTraits;
  /** Registry exports of the server. */
  readonly registry: readonly RegistrySource[];
}
