import * as vscode from 'vscode';
import {
  type CaseSettings,
  type Confidence,
  DEFAULT_BIAS_DIRECTION,
  type ScanSettings,
  type TimeSettings,
  codePageNamed,
  zoneNamed,
} from '../core';
import { configurationSection, settingNames } from './ids';
import { localOffsetOf } from '../platform';

/** All settings, as the core wants them. */
export interface Settings {
  readonly scan: ScanSettings;
  readonly cases: CaseSettings;
  readonly times: TimeSettings;
  readonly minimumConfidence: Confidence;
  readonly detectLanguage: boolean;
  /** Which entries of CMTrace logs are listed in Problems. */
  readonly logProblems: LogProblems;
}

export type LogProblems = 'off' | 'errors' | 'errorsAndWarnings';

/** A setting is text that anybody may have written into settings.json: what is none of `allowed` is the first of them. */
function oneOf<T extends string>(value: string | undefined, allowed: readonly [T, ...T[]]): T {
  return allowed.find((each) => each === value) ?? allowed[0];
}

/** Reads the settings as they are now. */
export function readSettings(): Settings {
  const configuration = vscode.workspace.getConfiguration(configurationSection);
  const text = (name: string): string | undefined => configuration.get<string>(name);
  const exportZone = localOffsetOf(text(settingNames.exportTimeZone) ?? '');
  return {
    scan: {
      dateOrder: oneOf(text(settingNames.dateOrder), ['auto', 'dayFirst', 'monthFirst']),
      fallbackEncoding: codePageNamed(text(settingNames.fallbackEncoding) ?? ''),
      biasDirection: oneOf(text(settingNames.logBias), [DEFAULT_BIAS_DIRECTION, 'east']),
    },
    cases: { ...readCaseSettings(configuration), localOffsetMinutes: exportZone },
    times: {
      ...readTimeSettings(text(settingNames.displayTimeZone)),
      ...(exportZone && { exportMinutesEast: exportZone }),
    },
    minimumConfidence: oneOf(text(settingNames.minimumConfidence), ['possible', 'matches', 'confirmed']),
    detectLanguage: configuration.get<boolean>(settingNames.detectLanguage, true),
    logProblems: oneOf(text(settingNames.logProblems), ['off', 'errors', 'errorsAndWarnings']),
  };
}

function readCaseSettings(configuration: vscode.WorkspaceConfiguration): Omit<CaseSettings, 'localOffsetMinutes'> {
  const text = (name: string): string | undefined => configuration.get<string>(name);
  const product = oneOf(text(settingNames.product), ['auto', 'configmgr2007', 'configmgr2012']);
  const bitness = oneOf(text(settingNames.bitness), ['auto', '32', '64']);
  return {
    windowMinutes: configuration.get<number>(settingNames.incidentWindowMinutes, 10),
    unnamedComputer: oneOf(text(settingNames.unnamedComputer), ['folder', 'file']),
    ...(product !== 'auto' && { product }),
    ...(bitness !== 'auto' && { bitness: bitness === '32' ? 32 : 64 }),
  };
}

function readTimeSettings(displayTimeZone: string | undefined): TimeSettings {
  const local = zoneNamed(Intl.DateTimeFormat().resolvedOptions().timeZone);
  return { displayZone: oneOf(displayTimeZone, ['utc', 'local', 'log']), ...(local && { local }) };
}

/** The settings as they were last set, read when they are first needed and not at every use: time zones are slow to open. */
export class CurrentSettings implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<{ readonly before: Settings; readonly after: Settings }>();
  readonly onDidChange = this.changed.event;

  private current: Settings | undefined;
  private readonly listener = vscode.workspace.onDidChangeConfiguration((event) => {
    const before = this.current;
    if (!before || !event.affectsConfiguration(configurationSection)) return;
    this.current = readSettings();
    this.changed.fire({ before, after: this.current });
  });

  /** A function, as most who need settings need nothing else of this class. */
  readonly get = (): Settings => (this.current ??= readSettings());

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
  }
}

/** Stores the least confidence that is shown, where it is set now, else for the user. */
export async function storeMinimumConfidence(value: Confidence): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(configurationSection);
  const isSetInWorkspace = configuration.inspect(settingNames.minimumConfidence)?.workspaceValue !== undefined;
  const target = isSetInWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update(settingNames.minimumConfidence, value, target);
}
