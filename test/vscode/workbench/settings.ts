import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The looks that the tests and pictures ask for, by VS Code's names. */
const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high contrast': 'Default High Contrast',
} as const;

export type Theme = keyof typeof themes;

/** VS Code's settings by their full names. */
export type Settings = Readonly<Record<string, unknown>>;

/** A workbench that shows the extension and nothing that changes by itself. */
const quiet: Settings = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.fontFamily': "'DejaVu Sans Mono', monospace",
  'editor.minimap.enabled': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.showReleaseNotes': false,
  'window.autoDetectColorScheme': false,
  'window.autoDetectHighContrast': false,
  'window.commandCenter': false,
  'window.confirmBeforeClose': 'never',
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Writes the user settings that a workbench with this user data starts with. */
export function writeSettings(userData: string, theme: Theme, own: Settings): void {
  const folder = join(userData, 'User');
  mkdirSync(folder, { recursive: true });
  const settings = { ...quiet, 'workbench.colorTheme': themes[theme], ...own };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
}
