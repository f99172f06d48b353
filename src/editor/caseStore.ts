import * as vscode from 'vscode';
import { type Case, type Catalogue, type SourceReport, correlateInSteps } from '../core';
import type { Output } from './output';
import type { Settings } from './settings';
import { inSlices } from './slices';

/** Who keeps a source in the case: it stays as long as one of them does, and what stands in the editor counts first. */
const HOLDERS = ['document', 'log', 'tab', 'folder'] as const;
export type Holder = (typeof HOLDERS)[number];

interface Source {
  readonly uri: vscode.Uri;
  readonly reports: Map<Holder, SourceReport>;
}

/** Reports that come in quick succession, as when a folder is scanned, are joined once. Milliseconds. */
const COALESCE = 40;

/** A case that takes long to join and show is joined less often, so that other work is done most of the time. */
const SHARE = 10;

const NOTHING: Case = { sources: [], incidents: [] };

/** All sources looked at together, and the incidents they make. */
export class CaseStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Case>();
  readonly onDidChange = this.changed.event;

  private readonly sources = new Map<string, Source>();
  private current: Case = NOTHING;
  private timer: NodeJS.Timeout | undefined;
  /** Set while the case is joined. */
  private isJoining = false;
  /** How often something changed. */
  private changes = 0;
  /** Not to be joined again before this moment. */
  private earliest = 0;
  private joined: ((done: unknown) => void)[] = [];

  constructor(
    private readonly catalogue: () => Catalogue,
    private readonly settings: () => Settings,
    private readonly output: Output,
  ) {}

  get case(): Case {
    return this.current;
  }

  /** The URI of a source of the case, by the path that its findings name. */
  uriOf(path: string): vscode.Uri | undefined {
    return this.sources.get(path)?.uri;
  }

  /** The report of a source as it counts now: of all that was read of it, if anybody has read it to its end. */
  reportOf(path: string): SourceReport | undefined {
    const reports = this.sources.get(path)?.reports;
    const held = HOLDERS.flatMap((holder) => reports?.get(holder) ?? []);
    return held.find(({ isPartial }) => !isPartial) ?? held.sort((a, b) => b.recordCount - a.recordCount)[0];
  }

  isHeldBy(holder: Holder, path: string): boolean {
    return this.sources.get(path)?.reports.has(holder) ?? false;
  }

  /** The sources that a holder keeps. */
  urisOf(holder: Holder): vscode.Uri[] {
    return [...this.sources.values()].filter(({ reports }) => reports.has(holder)).map(({ uri }) => uri);
  }

  /** A report of a source that is being read does not replace one of all of it. */
  put(holder: Holder, uri: vscode.Uri, report: SourceReport): void {
    const source = this.sources.get(report.path) ?? { uri, reports: new Map<Holder, SourceReport>() };
    const known = source.reports.get(holder);
    if (report.isPartial && known && !known.isPartial) return;
    source.reports.set(holder, report);
    this.sources.set(report.path, source);
    this.invalidate();
  }

  drop(holder: Holder, path: string): void {
    const source = this.sources.get(path);
    if (!source?.reports.delete(holder)) return;
    if (source.reports.size === 0) this.sources.delete(path);
    this.invalidate();
  }

  /** Has the case joined again soon, as when a setting changed. */
  invalidate(): void {
    this.changes++;
    if (this.isJoining) return;
    const delay = Math.max(COALESCE, this.earliest - performance.now());
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.output.start('Joining the case', () => this.joinTimed());
    }, delay);
  }

  /** Waits until all reports so far are part of the case. */
  async settled(): Promise<void> {
    if (this.timer || this.isJoining) await new Promise((resolve) => this.joined.push(resolve));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
  }

  private async joinTimed(): Promise<void> {
    const started = performance.now();
    this.isJoining = true;
    const { changes } = this;
    const waiting = this.joined.splice(0);
    try {
      await this.join();
    } finally {
      this.isJoining = false;
      for (const tell of waiting) tell(undefined);
      const ended = performance.now();
      this.earliest = ended + (ended - started) * SHARE;
      if (this.changes !== changes) this.invalidate();
    }
  }

  private async join(): Promise<void> {
    // Threads read files in any order; the same files make the same case.
    const reports = [...this.sources.keys()]
      .sort()
      .map((path) => this.reportOf(path))
      .filter((report) => report !== undefined);
    const isEmpty = reports.length === 0;
    const steps = isEmpty ? undefined : correlateInSteps(reports, this.catalogue(), this.settings().cases);
    this.current = (steps ? await inSlices(steps) : undefined) ?? NOTHING;
    this.changed.fire(this.current);
  }
}
