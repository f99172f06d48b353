import type { Remediation, Rule, Sign } from '../rules/rule';
import { escapeMarkdown, inlineCode } from './escape';
import { articleLink } from './link';
import { evidencePlace } from './names';
import { withoutNumber, workaroundNumber, workarounds } from './remediationText';

/** The long story of a known issue, as a Markdown page. */
export function renderRulePage(rule: Rule): string {
  return page([
    `# ${escapeMarkdown(rule.title)}`,
    escapeMarkdown(rule.summary),
    '## Cause',
    escapeMarkdown(rule.cause),
    '## Signs',
    rule.signs.map(signLine).join('\n'),
    ...(rule.remediations.length > 0 ? ['## What to do'] : []),
    ...workarounds(rule.remediations).flatMap(({ number, remediations }) =>
      remediations.map((remediation) => remediationBlock(remediation, number)),
    ),
    ...(rule.appliesTo.length > 0
      ? ['## Applies to', rule.appliesTo.map((product) => `- ${escapeMarkdown(product)}`).join('\n')]
      : []),
    '## References',
    rule.references.map((reference) => `- ${articleLink(reference)}`).join('\n'),
  ]);
}

/** One remediation by itself, with what it is against. */
export function renderRemediationPage(rule: Rule, remediation: Remediation): string {
  const group = workarounds(rule.remediations).find(({ remediations }) => remediations.includes(remediation));
  return page([
    `# ${escapeMarkdown(rule.shortTitle)}`,
    remediationBlock(remediation, group?.number ?? 1),
    '## Why',
    escapeMarkdown(rule.cause),
    rule.references.map((reference) => `- ${articleLink(reference)}`).join('\n'),
  ]);
}

/** What the tab of such a page is called: `WDS crash, KB 2510665`, `WDS crash, KB 2510665, workaround 1`. */
export function rulePageName(rule: Rule, remediation?: Remediation): string {
  const number = remediation && workaroundNumber(rule, remediation.id);
  return number === undefined ? rule.shortTitle : `${rule.shortTitle}, workaround ${number}`;
}

function signLine(sign: Sign): string {
  const where = [...sign.providers.slice(0, 1), ...(sign.eventIds?.slice(0, 3).map(String) ?? [])].join(' ');
  const place = `${where === '' ? '' : `${where}, `}${evidencePlace(sign.source)}`;
  return `- **${escapeMarkdown(sign.title)}** (${escapeMarkdown(place)}): ${escapeMarkdown(sign.meaning)}`;
}

function remediationBlock(remediation: Remediation, number: number): string {
  const { registry } = remediation;
  return page([
    `### Workaround ${number}: ${escapeMarkdown(withoutNumber(remediation.title))}`,
    escapeMarkdown(remediation.advice),
    remediation.steps.map((step, index) => `${index + 1}. ${escapeMarkdown(step)}`).join('\n'),
    ...(registry
      ? [
          registry.changes
            .map(
              (change) => `- ${inlineCode(change.keyPath)}: ${inlineCode(change.valueName)} = ${change.data} (DWORD)`,
            )
            .join('\n'),
          `Article: ${articleLink(registry.article)}`,
        ]
      : []),
  ]).trimEnd();
}

function page(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
