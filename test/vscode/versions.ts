/** One VS Code, under the names that its two sources give it. */
export interface VsCodeVersion {
  readonly name: '1.100' | 'latest';
  /** As `@vscode/test-electron` names it. */
  readonly desktop: string;
  /** The npm package whose lib/vscode is this VS Code's server. */
  readonly serverPackage: string;
  /** The Node that the server was built for. */
  readonly nodeMajor: number;
}

const versions: readonly VsCodeVersion[] = [
  { name: '1.100', desktop: '1.100.3', serverPackage: 'code-server@4.100.3', nodeMajor: 20 },
  { name: 'latest', desktop: 'stable', serverPackage: 'code-server@4.139.1', nodeMajor: 24 },
];

/** The VS Code that WINTRIAGE_VSCODE_VERSION asks for; the oldest supported one when it is not set. */
export function wantedVersion(environment: NodeJS.ProcessEnv = process.env): VsCodeVersion {
  const name = environment['WINTRIAGE_VSCODE_VERSION'] ?? '1.100';
  const version = versions.find((candidate) => candidate.name === name);
  if (version === undefined) {
    const names = versions.map((candidate) => candidate.name).join(' or ');
    throw new Error(`WINTRIAGE_VSCODE_VERSION is "${name}"; it can be ${names}`);
  }
  return version;
}
