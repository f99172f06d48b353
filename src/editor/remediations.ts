import * as vscode from 'vscode';
import {
  type Incident,
  type Remediation,
  encodeRegFile,
  noticeText,
  regFileNames,
  renderRegCommand,
  renderRegFile,
  renderUndoFile,
  workaroundNumber,
} from '../core';
import { createFileEdit, freePlace, writableFolderOf } from './newFiles';

/** A remediation that somebody chose, for the incident it was offered for. */
export interface RemediationChoice {
  readonly incident: Incident;
  readonly remediation: Remediation;
  /** The log next to which files are made. */
  readonly log: vscode.Uri | undefined;
}

/** Which of the two files of a registry remediation. */
export type RegFileKind = 'fix' | 'undo';

interface RegFile {
  readonly name: string;
  readonly contents: Uint8Array;
}

/** A file to be made, and the edit that makes it. */
export interface PlacedRegFile {
  readonly place: vscode.Uri;
  readonly edit: vscode.WorkspaceEdit;
}

/** Makes the file next to the log; undefined when no file can be made there, or when nothing goes into the registry. */
export async function placeNextToLog(kind: RegFileKind, choice: RemediationChoice): Promise<PlacedRegFile | undefined> {
  const file = renderFile(kind, choice);
  const folder = choice.log && (await writableFolderOf(choice.log));
  if (!file || !folder) return undefined;
  const place = await freePlace(folder, file.name);
  return { place, edit: createFileEdit(place, file.contents) };
}

/** Makes the file, asking where if it cannot be made next to the log, and opens it. */
export async function createRegFile(kind: RegFileKind, choice: RemediationChoice): Promise<void> {
  const placed = (await placeNextToLog(kind, choice)) ?? (await askForPlace(kind, choice));
  if (!placed) return;
  const isDone = await vscode.workspace.applyEdit(placed.edit);
  if (!isDone) throw new Error(`VS Code did not create ${noticeText(placed.place.path)}`);
  await vscode.commands.executeCommand('vscode.open', placed.place);
}

/** Puts the commands that make the change on the clipboard; nothing runs them. */
export async function copyRegCommand({ remediation }: RemediationChoice): Promise<void> {
  if (remediation.registry) await vscode.env.clipboard.writeText(renderRegCommand(remediation.registry));
}

/** A name that exists becomes `name-2.reg` here too, whatever the dialog said about replacing. */
async function askForPlace(kind: RegFileKind, choice: RemediationChoice): Promise<PlacedRegFile | undefined> {
  const file = renderFile(kind, choice);
  if (!file) return undefined;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await vscode.window.showSaveDialog({
    filters: { reg: ['reg'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, file.name) }),
  });
  if (!chosen) return undefined;
  const name = chosen.path.slice(chosen.path.lastIndexOf('/') + 1);
  const place = await freePlace(vscode.Uri.joinPath(chosen, '..'), name);
  return { place, edit: createFileEdit(place, file.contents) };
}

function renderFile(
  kind: RegFileKind,
  { incident, remediation: { id, registry } }: RemediationChoice,
): RegFile | undefined {
  if (!registry) return undefined;
  const render = kind === 'fix' ? renderRegFile : renderUndoFile;
  return {
    name: regFileNames(registry)[kind],
    contents: encodeRegFile(
      render(registry, { computer: incident.computer, workaround: workaroundNumber(incident, id) }),
    ),
  };
}
