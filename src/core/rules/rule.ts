import type { MessageTemplate } from '../records/messageTemplate';
import type { KnownRegistry } from './knownRegistry';
import type { Reference, Variant } from './reference';

export type { Reference, Variant } from './reference';

/** How bad a sign or an incident is. (`level` belongs to events.) */
export type Severity = 'error' | 'warning' | 'information';

/** Which of the two logs, or which other source, would hold the evidence. */
export type EvidenceSource = 'System' | 'Application' | 'pxe';

/** Which insertion string: the first of these that the record has, each by its name or by its number from 1. */
export type InsertionKeys = readonly (string | number)[];

/**
 * What must hold of a record. A `value` test looks at an insertion string; where the record does not have it (exports
 * for people carry a message only), it looks for the value in the message instead. Text is compared without case and with
 * white space folded, codes as unsigned 32-bit numbers in any spelling (see `code.ts`).
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** The insertion string is one of these; in a message: one of these stands there as a whole word. */
  | { readonly value: InsertionKeys; readonly oneOf: readonly string[] }
  /** The insertion string holds one of these; in a message: one of these stands there. */
  | { readonly value: InsertionKeys; readonly contains: readonly string[] }
  /** The insertion string, read as a number in any spelling, is one of these codes (`0xC0000374`). */
  | { readonly value: InsertionKeys; readonly code: readonly string[] }
  /** The insertion string is a code, whichever; in a message: some code with the topmost bit set stands there. */
  | { readonly value: InsertionKeys; readonly isCode: true }
  /** Any insertion string or number in the message is one of these codes. */
  | { readonly anyCode: readonly string[] }
  /** Neither the insertion strings nor the message state a code that is not one of these. Holds where no code is stated. */
  | { readonly noOtherCode: readonly string[] }
  /** `<Binary>` holds one of these strings in UTF-16LE (whatever follows `/` or the terminating NUL is ignored). */
  | { readonly binaryText: readonly string[] }
  /** The message holds one of these. Last resort, for events whose id no public source names. */
  | { readonly messageContains: readonly string[] };

/** Where the squiggle of a sign goes; `signPlace.ts` says what stands in where the record lacks it. */
export type SignPlace = 'eventId' | 'provider' | 'message' | 'code' | 'record';

/** One observable trace of a known issue, recognised on its own. */
export interface Sign {
  readonly id: string;
  readonly title: string;
  readonly source: EvidenceSource;
  readonly severity: Severity;
  /** `Service Control Manager`; compared without case, aliases of the catalogue included. Empty for PXE evidence. */
  readonly providers: readonly string[];
  /** Missing when no public source names the id. */
  readonly eventIds?: readonly number[];
  readonly condition?: Condition;
  readonly place?: SignPlace;
  /** Says nothing by itself: it is a finding only where the rule has an incident that holds it. */
  readonly supporting?: true;
  /** What the sign means, one sentence for hover and tree. */
  readonly meaning: string;
}

/** An outcome holds when all signs of one of these lists were seen; an empty list of lists never holds. */
export type Requirement = readonly (readonly string[])[];

/** `valueType` decides what `data` is; dword data is a number from 0 to 2^32-1. */
export interface RegistryChange {
  /** Full path with the full root name: `HKEY_LOCAL_MACHINE\SOFTWARE\…`. */
  readonly keyPath: string;
  readonly valueName: string;
  readonly valueType: 'REG_DWORD';
  readonly data: number;
}

/** What to do about an issue. Without `registry` it is a procedure for a person. */
export interface Remediation {
  /** `configmgr2007-x64`: what `wintriage fix RULE --variant` takes. */
  readonly id: string;
  readonly title: string;
  /** When to prefer it, what it costs. */
  readonly advice: string;
  readonly steps: readonly string[];
  readonly registry?: {
    readonly variant: Variant;
    /** `KB 2510665`: the article that names this key. */
    readonly article: Reference;
    /** Which system it is for: `ConfigMgr 2007 PXE service point on a 64-bit server`. */
    readonly system: string;
    /** Base of the file names: `KB2510665-configmgr2007-x64`. */
    readonly fileName: string;
    readonly changes: readonly RegistryChange[];
    /** Comment lines of the file: what it does, what it costs, what to restart. */
    readonly notes: readonly string[];
  };
}

/** A record written out in a rule's samples. Checked by a test against the rule and against all other rules. */
export interface Sample {
  readonly title: string;
  readonly provider: string;
  readonly eventId?: number;
  readonly data?: readonly (string | { readonly name: string; readonly value: string })[];
  readonly binary?: string;
  readonly message?: string;
  /** For a sample that must match: the signs it shows. */
  readonly signs?: readonly string[];
  /** Other rules that this sample also fires, on purpose. */
  readonly alsoFires?: readonly string[];
}

/** A known issue, as data: one JSON file in `src/catalogue`. */
export interface Rule {
  /** Stable, kebab-case, never used again for something else. */
  readonly id: string;
  readonly title: string;
  /** Title as tree and incident show it: `WDS crash, KB 2510665`. */
  readonly shortTitle: string;
  readonly references: readonly Reference[];
  readonly appliesTo: readonly string[];
  readonly severity: Severity;
  readonly summary: string;
  readonly cause: string;
  readonly signs: readonly Sign[];
  /**
   * Signs of the crash itself, in the order in which they happen: those within so many seconds of the first are one crash, and
   * each crash is one incident.
   */
  readonly crash?: { readonly signs: readonly string[]; readonly withinSeconds: number };
  /** The ladder: the highest level whose requirement holds is the incident's confidence; when none holds there is no incident. */
  readonly confidence: {
    readonly confirmed?: Requirement;
    readonly matches: Requirement;
    readonly possible: Requirement;
  };
  /** Which rule claims a record when two incidents of equal confidence want it: the higher number. */
  readonly precedence: number;
  readonly remediations: readonly Remediation[];
  readonly samples: { readonly match: readonly Sample[]; readonly noMatch: readonly Sample[] };
}

/** All that is known, loaded and checked. */
export interface Catalogue {
  readonly rules: readonly Rule[];
  readonly messageTemplates: readonly MessageTemplate[];
  /** Display names and older names of providers, to the name in the event schema; keys in lower case. */
  readonly providerAliases: ReadonlyMap<string, string>;
  readonly codes: CodeTable;
  /** What is published of keys of the registry, for who looks for them in files; missing for everybody else. */
  readonly knownRegistry?: KnownRegistry;
}

/** Names of codes, by unsigned value. */
export interface CodeTable {
  /** NTSTATUS and exception codes: 0xC0000374 is STATUS_HEAP_CORRUPTION. */
  readonly ntstatus: ReadonlyMap<number, string>;
  /** Win32 error codes: 5 is ERROR_ACCESS_DENIED. */
  readonly win32: ReadonlyMap<number, string>;
  readonly hresult: ReadonlyMap<number, string>;
  /** What the catalogue itself has to say about a code, a sentence; `certain` is false for what no public source states. */
  readonly notes: ReadonlyMap<number, { readonly text: string; readonly certain: boolean }>;
}
