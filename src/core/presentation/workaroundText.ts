import type { Incident } from '../cases/incident';
import type { Remediation, Rule } from '../rules/rule';
import { escapeMarkdown, inlineCode } from './escape';
import { traitsText } from './incidentText';
import {
  beforeColon,
  isForOtherServer,
  variantName,
  withoutNumber,
  type Workaround,
  workaroundsFor,
} from './remediationText';

/** What an incident says of the server, for choosing among the variants of a registry change. */
type KnownServer = Pick<Incident, 'preferredRemediation' | 'remediations' | 'traits'>;

/** One Markdown block for each workaround that the incident offers: what it is, when to prefer it, and the exact keys. */
export function renderWorkarounds(rule: Rule, server: KnownServer): readonly string[] {
  return workaroundsFor(rule, server).map((workaround) => renderWorkaround(workaround, rule, server));
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
  const lines = [`**${number}** ${escapeMarkdown(`${sentence(groupTitle(remediations))} ${groupAdvice(first)}`)}`];
  if (!first.registry) return lines.join('');
  if (server.preferredRemediation === undefined && remediations.length > 1)
    lines.push(escapeMarkdown(choiceText(server)));
  const rows = [...remediations]
    .sort((one, other) => fitRank(one, server) - fitRank(other, server))
    .map((one) => `- ${escapeMarkdown(variantName(rule, one))}: ${renderChanges(one)}${fitMark(one, server)}`);
  return `${lines.join('  \n')}\n\n${rows.join('\n')}`;
}

function fitRank(remediation: Remediation, { preferredRemediation, traits }: KnownServer): number {
  if (remediation.id === preferredRemediation) return 0;
  return isForOtherServer(remediation, traits) ? 2 : 1;
}

function fitMark(remediation: Remediation, server: KnownServer): string {
  const rank = fitRank(remediation, server);
  if (rank === 0) return ` ← **fits this server**: ${escapeMarkdown(traitsText(server.traits))}`;
  return rank === 2 ? ' (for another kind of server)' : '';
}

function groupTitle(remediations: readonly [Remediation, ...Remediation[]]): string {
  const [first, ...others] = remediations.map((one) => withoutNumber(one.title));
  const common = beforeColon(first ?? '');
  const isCommon = others.length > 0 && others.every((title) => title.startsWith(`${common}:`));
  return isCommon ? common : (first ?? '');
}

/** The advice on one variant is about its system; the notes of the file hold for all of them. */
function groupAdvice({ registry, advice }: Remediation): string {
  return registry ? registry.notes.join(' ') : advice;
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

/** `HKLM\\…` for the path of a key. */
export function shortRoot(keyPath: string): string {
  return keyPath.replace(/^HKEY_LOCAL_MACHINE\\/, 'HKLM\\');
}
