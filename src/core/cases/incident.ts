import type { EventTime } from '../records/eventTime';
import type { ConfidenceLevel } from '../rules/confidence';
import type { Reference, Remediation, Severity, Sign } from '../rules/rule';
import type { Finding, SourceReport } from '../findings/finding';
import type { RegistryFindings } from './registryFindings';
import type { WindowsLog } from './suppliedLogs';

export type Confidence = ConfidenceLevel;

/** What a person must know before trusting an incident. The words for each stand in presentation. */
export type Caveat =
  /** Not all records name a computer: the files of this folder that name none were taken for one server, or this file for one. */
  | {
      readonly kind: 'computer-assumed';
      readonly unit: 'folder' | 'file';
      readonly folder: string;
      readonly computer: string | undefined;
    }
  /**
   * Some signs on the server have local time of an unknown zone and could not be compared with those in UTC. The incident has
   * those of `clock`; the others are in `paths`.
   */
  | { readonly kind: 'times-not-comparable'; readonly clock: 'utc' | 'unstated'; readonly paths: readonly string[] }
  /** Local times were made UTC by this offset (minutes east), stated by a setting or seen from an event present in both. */
  | {
      readonly kind: 'offset-applied';
      readonly minutes: number;
      readonly origin: 'setting' | 'same-event';
      readonly paths: readonly string[];
    }
  /** The records have no time at all: whether the signs belong to one crash cannot be told. */
  | { readonly kind: 'times-missing' }
  /** Other signs on the server have no time: whether they belong to this incident cannot be told. */
  | { readonly kind: 'times-missing-elsewhere'; readonly paths: readonly string[] }
  /**
   * The incident has no sign of a crash itself, but an incident of another rule at the same time has: these signs may be what
   * that crash left behind. `signs` are those that this incident would have had as well.
   */
  | {
      readonly kind: 'other-crash';
      readonly ruleId: string;
      readonly shortTitle: string;
      readonly signs: readonly Sign[];
    }
  /** No source holds these logs of the server for the time: signs that are missing may just not have been exported. */
  | { readonly kind: 'log-not-supplied'; readonly logs: readonly WindowsLog[] }
  /** These sources of the case were not read to their end, or not yet: more may be found there. */
  | { readonly kind: 'not-read-to-end'; readonly paths: readonly string[] }
  /** Day and month could be the other way round. */
  | { readonly kind: 'date-order-assumed'; readonly paths: readonly string[] }
  /** Clocks went back and came to a local time twice: it could be the other one. */
  | { readonly kind: 'time-came-twice'; readonly paths: readonly string[] }
  /** Not all findings of the sources were kept. */
  | { readonly kind: 'findings-left-out'; readonly paths: readonly string[] }
  /** The event id does not stand in the source; it was inferred from provider and text. */
  | { readonly kind: 'event-id-inferred'; readonly paths: readonly string[] };

/** A sign that an incident has: the finding shown, and the same event in other exports. */
export interface SeenSign {
  readonly sign: Sign;
  /** In order of time; a sign may be seen several times, which adds nothing to the confidence. */
  readonly findings: readonly Finding[];
}

/** Findings with one cause on one computer. */
export interface Incident {
  /** Stable: rule, computer and first time. */
  readonly id: string;
  readonly ruleId: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly references: readonly Reference[];
  readonly confidence: Confidence;
  readonly severity: Severity;
  /** As the records spell it; undefined when no record names it. */
  readonly computer: string | undefined;
  /** After offsets were applied; undefined when no sign has a time. */
  readonly firstTime: EventTime | undefined;
  readonly lastTime: EventTime | undefined;
  readonly seen: readonly SeenSign[];
  /** Signs of the rule that were not seen, not even for the incident of another rule. */
  readonly missing: readonly Sign[];
  readonly remediations: readonly Remediation[];
  /** The only registry remediation that fits what is known of the server; undefined when several do. */
  readonly preferredRemediation: string | undefined;
  readonly traits: ServerTraits;
  /** What registry exports of the server show; undefined when there is none in the case. */
  readonly registryState?: RegistryFindings;
  readonly caveats: readonly Caveat[];
}

/** What is known about a server, and from where. */
export interface ServerTraits {
  readonly bitness?: { readonly value: 32 | 64; readonly origin: 'fault-offset' | 'registry' | 'setting' };
  readonly product?: {
    readonly value: 'configmgr2007' | 'configmgr2012';
    readonly origin: 'path' | 'registry' | 'setting';
  };
}

/** All sources looked at together. */
export interface Case {
  readonly sources: readonly SourceReport[];
  /** In order of computer, then time. */
  readonly incidents: readonly Incident[];
}
