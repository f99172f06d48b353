import type { RunningServer } from './startServer';

/** What a workbench is to open; the paths are absolute. */
export interface Opening {
  readonly folder?: string;
  readonly extensionDevelopmentPaths?: readonly string[];
  readonly extensionTestsPath?: string;
}

/** The address that shows `opening` in a browser. */
export function addressOf(server: RunningServer, opening: Opening): string {
  const address = new URL(`http://${server.authority}/`);
  if (opening.folder !== undefined) address.searchParams.set('folder', opening.folder);
  const payload = payloadOf(server, opening);
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  address.searchParams.set('tkn', server.token);
  // Slashes may stand in a query as they are, and the address is one that people read.
  return address.href.replaceAll('%2F', '/');
}

/** The command line of an editor in a browser: pairs of option and value. */
function payloadOf(server: RunningServer, opening: Opening): readonly (readonly [string, string])[] {
  const remote = (path: string): string => `vscode-remote://${server.authority}${encodeURI(path)}`;
  const development = opening.extensionDevelopmentPaths ?? [];
  const tests = opening.extensionTestsPath === undefined ? [] : [opening.extensionTestsPath];
  return [
    ...development.map((path) => ['extensionDevelopmentPath', remote(path)] as const),
    ...tests.map((path) => ['extensionTestsPath', remote(path)] as const),
  ];
}
