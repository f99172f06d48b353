import * as vscode from 'vscode';
import { type Incident, eventAtPlace, logExcerptText, remediationTitles } from '../core';
import type { CaseReading } from './caseReading';
import { commands } from './ids';
import type { ShownLog } from './logExcerpts';
import { sourceOf } from './logUris';
import { rangeBetween } from './places';
import type { RemediationChoice } from './remediations';

/**
 * The registry fixes of the incidents whose signs a text made from a log shows, above these signs. VS Code has no key for
 * the light bulb where nothing can be edited.
 */
export function fixLenses(shown: ShownLog, document: vscode.TextDocument, reading: CaseReading): vscode.CodeLens[] {
  const { incidents } = reading.store.case;
  return incidents.flatMap((incident) => {
    const command = commandOf(incident, sourceOf(document.uri), reading);
    if (!command) return [];
    return linesOf(incident, shown).map((line) => {
      const { start } = document.lineAt(line).range;
      return new vscode.CodeLens(rangeBetween(start, start), command);
    });
  });
}

/** The fix that fits what is known of the server, else the choice among all. */
function commandOf(incident: Incident, log: vscode.Uri, reading: CaseReading): vscode.Command | undefined {
  const fixes = incident.remediations.filter(({ registry }) => registry);
  const [only] = fixes.length === 1 ? fixes : fixes.filter(({ id }) => id === incident.preferredRemediation);
  const rule = reading.catalogue().rules.find(({ id }) => id === incident.ruleId);
  if (fixes.length === 0 || !rule) return undefined;
  const title = only && remediationTitles(rule, only).create;
  if (!only || title === undefined) return { title: logExcerptText.createFix, command: commands.createFix };
  const choice: RemediationChoice = { incident, remediation: only, log };
  return { title, command: commands.createFix, arguments: [choice] };
}

/** First lines of the events that show a sign of the incident, each once. */
function linesOf({ seen }: Incident, { excerpt, report }: ShownLog): number[] {
  const lines = seen
    .flatMap(({ findings }) => findings)
    .filter(({ path }) => path === report.path)
    .map(({ recordRange }) => eventAtPlace(excerpt, recordRange.start)?.firstLine);
  return [...new Set(lines)].filter((line) => line !== undefined);
}
