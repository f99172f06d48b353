import { spawnSync } from 'node:child_process';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { cacheFolder } from '../paths';
import type { VsCodeVersion } from '../versions';

const siteTimeout = 8_000;

/** The desktop VS Code that WINTRIAGE_VSCODE names or that can be downloaded; throws why there is none. */
export async function provideDesktop(version: VsCodeVersion): Promise<string> {
  const named = process.env['WINTRIAGE_VSCODE'];
  if (named !== undefined) return named;
  if (process.platform === 'linux' && !hasDisplay()) {
    throw new Error('the desktop build needs a display; neither DISPLAY nor WAYLAND_DISPLAY is set');
  }
  const executable = await download(version);
  checkLibraries(executable);
  return executable;
}

function hasDisplay(): boolean {
  return [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');
}

async function download(version: VsCodeVersion): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({
      version: version.desktop,
      cachePath: cacheFolder,
      timeout: siteTimeout,
      reporter: new SilentReporter(),
    });
  } catch (error) {
    throw new Error(`VS Code ${version.desktop} cannot be downloaded: ${String(error)}`, { cause: error });
  }
}

/** As plain Node the executable starts without a window, but with all the libraries it was linked against. */
function checkLibraries(executable: string): void {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const result = spawnSync(executable, ['-e', '0'], { env, encoding: 'utf8', timeout: 120_000 });
  if (result.status !== 0) throw new Error(`${executable} does not start: ${result.error?.message ?? result.stderr}`);
}
