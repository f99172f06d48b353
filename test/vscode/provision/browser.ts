import { spawnSync } from 'node:child_process';
import { accessSync, constants, cpSync, writeFileSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { cached } from './cache';
import { npmInstall } from './npm';

/** A browser on this machine and the variables it needs to start. */
export interface InstalledBrowser {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The browser that WINTRIAGE_BROWSER names; otherwise Chromium from npm, because tests and pictures are then the same
 * on every machine; otherwise an installed Chrome, Chromium or Edge.
 */
export function provideBrowser(): InstalledBrowser {
  const tried: string[] = [];
  for (const source of [namedBrowser, chromiumFromNpm, installedBrowser]) {
    try {
      return startable(source());
    } catch (error) {
      tried.push(`- ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`No browser to show VS Code in. Tried:\n${tried.join('\n')}`);
}

function namedBrowser(): InstalledBrowser {
  const executable = process.env['WINTRIAGE_BROWSER'];
  if (executable === undefined) throw new Error('WINTRIAGE_BROWSER is not set');
  return { executable, environment: {} };
}

const packages = ['@sparticuz/chromium@138.0.2', 'dejavu-fonts-ttf@2.37.3'];

function chromiumFromNpm(): InstalledBrowser {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`Chromium from npm runs on Linux x64, not on ${process.platform} ${process.arch}`);
  }
  const folder = cached('chromium-138', (partial) => {
    console.log('Installing Chromium (once) ...');
    npmInstall(partial, packages);
    unpack(partial);
    cpSync(join(partial, 'node_modules', 'dejavu-fonts-ttf', 'ttf'), join(partial, 'fonts', 'DejaVu'), {
      recursive: true,
    });
    writeFileSync(join(partial, 'fonts', 'fonts.conf'), fontSettings);
  });
  const environment = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
  return { executable: join(folder, 'chromium'), environment };
}

/** The package unpacks itself into the temporary folder, and its libraries only where it believes to be on AWS. */
function unpack(folder: string): void {
  const script = "import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())";
  const result = spawnSync(process.execPath, ['-e', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  if (result.status !== 0) throw new Error(`Chromium could not be unpacked in ${folder}: ${result.stderr}`);
}

/** The package brings Open Sans only, in which an editor's columns do not line up. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`;

const installedNames = [
  ...['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'chrome', 'msedge'],
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

function installedBrowser(): InstalledBrowser {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = installedNames.flatMap((name) =>
    isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name)),
  );
  const executable = places.find(isExecutable);
  if (executable === undefined) throw new Error(`none of ${installedNames.join(', ')} is installed`);
  return { executable, environment: {} };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function startable(browser: InstalledBrowser): InstalledBrowser {
  const env = { ...process.env, ...browser.environment };
  const result = spawnSync(browser.executable, ['--version'], { env, encoding: 'utf8', timeout: 120_000 });
  if (result.status === 0) return browser;
  throw new Error(`${browser.executable} does not start: ${result.error?.message ?? result.stderr.trim()}`);
}
