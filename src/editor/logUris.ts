import type * as vscode from 'vscode';

/** Scheme of the read-only texts made from logs that VS Code does not show or not share with extensions. */
export const logScheme = 'wintriage-log';

/** Names to which an extension is added: VS Code would open a text called `System.evtx` in the editor for such files. */
const NAMED_BINARY = /\.evt(x?)(?:\.xml|\.txt)*$/i;
const ADDED_LENGTH = '.xml'.length;

/**
 * The address of a text made from a log: the path is the log's own, for `System.evtx` with `.xml` added, for `System.evt` with `.txt`. Without `from` the
 * text shows the whole log, or the events of a big one that show signs; with it, the events from that ordinal on.
 */
export function logUri(source: vscode.Uri, from?: number): vscode.Uri {
  return source.with({
    scheme: logScheme,
    path: source.path + addedTo(source.path),
    query: from === undefined ? '' : `from=${from}`,
    // The scheme of a virtual file system has no other place; that of the disk is not written out.
    fragment: source.scheme === 'file' ? '' : source.scheme,
  });
}

function addedTo(path: string): string {
  const match = NAMED_BINARY.exec(path);
  if (!match) return '';
  return match[1] === '' ? '.txt' : '.xml';
}

export function isLogUri({ scheme }: vscode.Uri): boolean {
  return scheme === logScheme;
}

/** The log that a text was made from; any other URI is its own source. */
export function sourceOf(uri: vscode.Uri): vscode.Uri {
  if (!isLogUri(uri)) return uri;
  return uri.with({
    scheme: uri.fragment === '' ? 'file' : uri.fragment,
    path: NAMED_BINARY.test(uri.path) ? uri.path.slice(0, -ADDED_LENGTH) : uri.path,
    query: '',
    fragment: '',
  });
}

/** The ordinal of the first event of a page; undefined for the text of the log as a whole. */
export function pageOf({ query }: vscode.Uri): number | undefined {
  const digits = /^from=(\d{1,15})$/.exec(query)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
