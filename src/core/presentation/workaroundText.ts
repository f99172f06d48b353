import type { Incident } from '../cases/incident';
import type { Remediation, Rule } from '../rules/rule';
import { escapeMarkdown, inlineCode } from './escape';
import { traitsText } from './incidentText';
import { variantName, withoutNumber, workarounds, type Workaround } from './remediationText';

/** What an incident says of the server, for choosing among the variants of a registry change. */
type KnownServer = Pick<Incident, 'preferredRemediation' | 'traits'>;

/** One Markdown block for each workaround of the rule: what it is, when to prefer it, and the exact keys. */
export function renderWorkarounds(rule: Rule, server: KnownServer): readonly string[] {
  return workarounds(rule.remediations).map((workaround) => renderWorkaround(workaround, rule, server));
}

/** `HKLM\SOFTWARE\Microsoft\SMS\PXE` `NumberOfThreads` = 1 */
export function renderChanges({ registry }: Remediation): string {
  const changes = registry?.changes ?? [];
  return changes
    .map((change) => `${inlineCode(shortRoot(change.keyPath))} ${inlineCode(change.valueName)} = ${change.data}`)
    .join(', ');
}

function renderWorkaround({ number, remediations }: Workaround, rule: Rule, server: KnownServer): string {
  const [first] = remediations;
  const lines = [`**${number}** ${escapeMarkdown(sentence(groupTitle(remediations)))} ${escapeMarkdown(first.advice)}`];
  if (!first.registry) return lines.join('');
  const preferred = remediations.find((one) => one.id === server.preferredRemediation);
  const ordered = preferred ? [preferred, ...remediations.filter((one) => one !== preferred)] : remediations;
  if (!preferred && remediations.length > 1) lines.push(escapeMarkdown(choiceText(server)));
  const rows = ordered.map((one) => {
    const mark = one === preferred ? ` ← **fits this server** ${escapeMarkdown(traitsText(server.traits))}` : '';
    return `- ${escapeMarkdown(variantName(rule, one))}: ${renderChanges(one)}${mark}`.trimEnd();
  });
  return `${lines.join('  \n')}\n\n${rows.join('\n')}`;
}

/** The variants of one change are titled for their systems; what they have in common stands before the colon. */
function groupTitle(remediations: readonly [Remediation, ...Remediation[]]): string {
  return withoutNumber(remediations[0].title);
}

function choiceText({ traits }: KnownServer): string {
  const known = traitsText(traits);
  return `The key depends on the ConfigMgr version and on whether Windows is 64-bit; ${
    known === '' ? 'these logs tell neither' : `known of this server: ${known}`
  }. Take the line that fits the server:`;
}

function sentence(title: string): string {
  return /[.!?]$/.test(title) ? title : `${title}.`;
}

function shortRoot(keyPath: string): string {
  return keyPath.replace(/^HKEY_LOCAL_MACHINE\\/, 'HKLM\\');
}
