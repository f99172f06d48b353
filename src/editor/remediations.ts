import * as vscode from 'vscode';
import {
  type Incident,
  type Remediation,
  encodeRegFile,
  regFileNames,
  renderRegCommand,
  renderRegFile,
  renderUndoFile,
  workaroundNumber,
} from '../core';
import { type PlacedRegFile, type RegFile, createRegFile, placeNextTo } from './newRegFiles';

/** A remediation that somebody chose, for the incident it was offered for. */
export interface RemediationChoice {
  readonly incident: Incident;
  readonly remediation: Remediation;
  /** The log next to which files are made. */
  readonly log: vscode.Uri | undefined;
}

/** Which of the two files of a registry remediation. */
export type RegFileKind = 'fix' | 'undo';

/** Makes the file next to the log; undefined when no file can be made there, or when nothing goes into the registry. */
export async function placeNextToLog(kind: RegFileKind, choice: RemediationChoice): Promise<PlacedRegFile | undefined> {
  const file = renderFile(kind, choice);
  return file && placeNextTo(choice.log, file);
}

/** Makes the file, asking where if it cannot be made next to the log, and opens it. */
export async function createRemediationFile(kind: RegFileKind, choice: RemediationChoice): Promise<void> {
  const file = renderFile(kind, choice);
  if (file) await createRegFile(choice.log, file);
}

/** Puts the commands that make the change on the clipboard; nothing runs them. */
export async function copyRegCommand({ remediation }: RemediationChoice): Promise<void> {
  if (remediation.registry) await vscode.env.clipboard.writeText(renderRegCommand(remediation.registry));
}

function renderFile(
  kind: RegFileKind,
  { incident, remediation: { id, registry } }: RemediationChoice,
): RegFile | undefined {
  if (!registry) return undefined;
  const render = kind === 'fix' ? renderRegFile : renderUndoFile;
  const before = incident.registryState?.settings.filter(({ remediationId }) => remediationId === id);
  return {
    name: regFileNames(registry)[kind],
    contents: encodeRegFile(
      render(registry, { computer: incident.computer, workaround: workaroundNumber(incident, id), before }),
    ),
  };
}
