/** What it costs the extension host to start the extension. */
import Module from 'node:module';
import * as vscode from 'vscode';
import { ms, report } from './report';

/** How VS Code loads the program of an extension. */
interface Loader {
  _load: (request: string, ...rest: unknown[]) => unknown;
}

/** Times the loading of the modules and `activate` each, and all that VS Code does until the extension is active. */
export async function measureActivation(): Promise<void> {
  const extension = vscode.extensions.getExtension('wintriage.wintriage');
  if (!extension) throw new Error('the extension is not there');
  if (extension.isActive) throw new Error('the extension was started before it could be measured');
  const loader = Module as unknown as Loader;
  const load = loader._load;
  let loading = 0;
  let activating = 0;
  loader._load = (request, ...rest) => {
    const started = performance.now();
    const loaded = load.call(Module, request, ...rest);
    if (!request.startsWith(extension.extensionPath) || !hasActivate(loaded)) return loaded;
    loading = performance.now() - started;
    return {
      ...loaded,
      activate: (context: unknown) => {
        const called = performance.now();
        const api = loaded.activate(context);
        activating = performance.now() - called;
        return api;
      },
    };
  };
  const started = performance.now();
  await extension.activate();
  const passed = performance.now() - started;
  loader._load = load;
  report(`activation ${ms(loading + activating)}: loading ${ms(loading)}, activate() ${ms(activating)}`);
  report(`  until VS Code says so          ${ms(passed)}`);
}

function hasActivate(loaded: unknown): loaded is { activate: (context: unknown) => unknown } {
  return typeof loaded === 'object' && loaded !== null && 'activate' in loaded;
}
