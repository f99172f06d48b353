import type { RegData } from './regTypes';
import { CoverageDraft } from './coverage';
import { hasExportedForm, KeyOrder } from './isExport';
import { VALUE, entryCount, keysOf, kindOf, valuesOf } from './entries';
import { KeptValues } from './keptValues';
import { foldName, pathParts } from './keyPath';
import { dataOf } from './regData';
import type { RegDocument } from './regDocument';
import { type RegistryCoverage, type RegistryState, emptyState } from './registryState';
import { StateDraft } from './stateDraft';
import type { Span } from '../text/span';

/** What a registry file, or the output of `reg query`, shows of the keys that somebody asks for. */
export interface RegistryEvidence {
  /** As `looksExported`: a file that was made to change a registry does not tell how a registry is. */
  readonly isExport: boolean;
  /** Whether it ends with the blank line that regedit and `reg.exe` write at the end. */
  readonly endsLikeExport: boolean;
  /** The keys asked for with all their values, the keys above them as far as the source names them, and what it covers. */
  readonly state: RegistryState;
  readonly keyCount: number;
  readonly valueCount: number;
}

/** A value of a key that was asked for, and where it stands. */
export interface FoundValue {
  readonly path: string;
  readonly name: string;
  readonly data: RegData;
  readonly span: Span;
}

/** What a part of a text holds of the values that were asked for. */
export interface FoundPart {
  /** In the order of the text. */
  readonly values: readonly FoundValue[];
  /** Values beyond those that are kept of one source. */
  readonly leftOut: readonly Span[];
}

/** Gathers the evidence in a text that is read in parts, so that memory does not grow with it. */
export class EvidenceDraft {
  private readonly wanted: ReadonlySet<string>;
  private readonly above: ReadonlySet<string>;
  private readonly state = new StateDraft(emptyState());
  private readonly coverage = new CoverageDraft();
  private readonly order = new KeyOrder();
  private readonly kept = new KeptValues();
  private hasLeftOut = false;
  private isExport = true;
  private tail = '';
  private keyCount = 0;
  private valueCount = 0;

  /** `wanted` are full paths of keys. */
  constructor(wanted: readonly string[]) {
    this.wanted = new Set(wanted.map(foldName));
    this.above = new Set(
      wanted.flatMap((path) =>
        pathParts(path).map((_, depth, parts) => foldName(parts.slice(0, depth + 1).join('\\'))),
      ),
    );
  }

  /** Takes the next part, and returns what was asked for. */
  add(document: RegDocument): FoundPart {
    this.isExport &&= hasExportedForm(document, this.order);
    this.coverage.add(document);
    this.tail = document.text.slice(-2 * LINE_END.length);
    this.keyCount += document.keyEntries.length;
    for (let entry = 0; entry < entryCount(document); entry++) {
      if (kindOf(document, entry) === VALUE) this.valueCount++;
    }
    return document.isImported ? this.found(document) : { values: [], leftOut: [] };
  }

  finish(): RegistryEvidence {
    const { keyCount, valueCount } = this;
    const coverage = this.coverage.finish();
    return {
      isExport: this.isExport && keyCount > 0,
      endsLikeExport: this.tail === LINE_END + LINE_END,
      state: { ...this.state.finish(), coverage: this.hasLeftOut ? coverage.map(seenOnly) : coverage },
      keyCount,
      valueCount,
    };
  }

  private found(document: RegDocument): FoundPart {
    const values: FoundValue[] = [];
    const leftOut: Span[] = [];
    for (const key of keysOf(document)) {
      const folded = foldName(key.path);
      if (!key.isEffective || key.kind !== 'key' || !this.above.has(folded)) continue;
      this.state.openKey(key.path);
      if (!this.wanted.has(folded)) continue;
      for (const value of valuesOf(document, key)) {
        if (!value.isEffective || value.kind !== 'value') continue;
        const { span } = value;
        const kept = this.kept.add(key.path, value.name, span.end - span.start);
        if (!kept) {
          leftOut.push(span);
          continue;
        }
        const data = dataOf(document, value);
        this.state.setValue(kept.name, data);
        values.push({ path: kept.path, name: kept.name, data, span });
      }
    }
    this.hasLeftOut ||= leftOut.length > 0;
    return { values, leftOut };
  }
}

/** A value that is not there may be one of those that were left out. */
function seenOnly({ path }: RegistryCoverage): RegistryCoverage {
  return { path, extent: 'seen' };
}

const LINE_END = '\r\n';
