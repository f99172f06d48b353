import type { Incident } from '../cases/incident';
import type { Catalogue, Remediation, Rule, Severity, Sign } from '../rules/rule';
import { caveatText } from './caveatText';
import { escapeMarkdown, inlineCode } from './escape';
import {
  computerName,
  incidentRange,
  joinParts,
  missingText,
  repeatText,
  rowBrief,
  rowClock,
  seenRows,
  type SeenRow,
} from './incidentText';
import { confidenceMeaning, evidencePlace, fileName } from './names';
import { originText, registryRows, type RegistryRow } from './registryText';
import { isForOtherServer, remediationTitles } from './remediationText';
import { renderTime, timeOf, type TimeSettings } from './timeText';
import type { TreeIcon, TreeNode } from './treeNode';
import { renderChanges } from './workaroundText';

/** The editor's icons for severities; their shapes differ, colour only helps. */
const ICONS: Readonly<Record<Severity, TreeIcon>> = {
  error: { id: 'error', color: 'list.errorForeground' },
  warning: { id: 'warning', color: 'list.warningForeground' },
  information: { id: 'info' },
};

/** An incident with its signs, what is missing, what to mind and what to do. */
export function incidentNode(incident: Incident, catalogue: Catalogue, times: TimeSettings): TreeNode {
  const range = incidentRange(incident, times);
  const label = incident.shortTitle;
  const confidence = incident.confidence;
  let children: readonly TreeNode[] | undefined;
  return {
    kind: 'incident',
    incidentId: incident.id,
    ruleId: incident.ruleId,
    id: `incident/${incident.id}`,
    label,
    description: joinParts([confidence, range]),
    tooltip: [
      `**${escapeMarkdown(incident.title)}**`,
      escapeMarkdown(joinParts([computerName(incident.computer), range])),
      `**${confidence}**: ${escapeMarkdown(confidenceMeaning(confidence))}`,
    ].join('  \n'),
    icon: confidence === 'possible' ? { id: 'question', color: 'list.warningForeground' } : ICONS[incident.severity],
    contextValue: 'incident',
    accessibilityLabel: joinParts([incident.severity, label, confidence, range], ', '),
    // There may be thousands of incidents, of which few are unfolded.
    get children() {
      return (children ??= partsOf(incident, catalogue, times));
    },
  };
}

function partsOf(incident: Incident, catalogue: Catalogue, times: TimeSettings): readonly TreeNode[] {
  const rule = catalogue.rules.find((one) => one.id === incident.ruleId);
  return [
    ...seenRows(incident, catalogue).map((row) => signNode(row, incident, times)),
    ...incident.missing.map((sign) => missingNode(sign, incident)),
    ...registryRows(incident).map((row) => registryNode(row, incident)),
    ...incident.caveats.map((_, index) => caveatNode(index, incident)),
    ...(rule ? incident.remediations.map((remediation) => remediationNode(remediation, rule, incident)) : []),
  ];
}

function signNode(row: SeenRow, incident: Incident, times: TimeSettings): TreeNode {
  const { finding, event, sign } = row;
  const time = timeOf(finding.record, times);
  const label = joinParts([rowClock(row, incident, times), event.shortName], '  ');
  const brief = rowBrief(row);
  const file = fileName(finding.path);
  const repeat = repeatText(row.count);
  return {
    kind: 'sign',
    incidentId: incident.id,
    findingId: finding.id,
    id: `sign/${incident.id}/${sign.id}`,
    label,
    description: joinParts([brief, repeat, file]),
    tooltip: [
      `**${escapeMarkdown(event.name)}** · ${time ? escapeMarkdown(renderTime(time, times)) : 'no time'}`,
      escapeMarkdown(event.sentence),
      escapeMarkdown(sign.meaning),
      escapeMarkdown(`${file}, line ${finding.range.start.line + 1}`),
    ].join('  \n'),
    icon: ICONS[sign.severity],
    contextValue: 'sign',
    accessibilityLabel: joinParts([sign.severity, label, brief, repeat, `in ${file}`], ', '),
    place: { path: finding.path, range: finding.range },
    children: [],
  };
}

function missingNode(sign: Sign, incident: Incident): TreeNode {
  return {
    kind: 'missing',
    incidentId: incident.id,
    signId: sign.id,
    id: `missing/${incident.id}/${sign.id}`,
    label: `Not seen: ${sign.title}`,
    description: `would be in ${evidencePlace(sign.source)}`,
    tooltip: [`Not seen: ${escapeMarkdown(missingText(sign))}`, escapeMarkdown(sign.meaning)].join('  \n'),
    icon: { id: 'circle-outline' },
    contextValue: 'missing',
    accessibilityLabel: `Not seen: ${missingText(sign)}`,
    children: [],
  };
}

function registryNode({ text, meaning, key, setting }: RegistryRow, incident: Incident): TreeNode {
  const label = `Registry  ${text}`;
  const file = fileName(setting.path);
  return {
    kind: 'registry',
    incidentId: incident.id,
    id: `registry/${incident.id}/${setting.remediationId}`,
    label,
    description: joinParts([meaning, file]),
    tooltip: [
      `**${escapeMarkdown(text)}**`,
      inlineCode(key),
      escapeMarkdown(meaning),
      escapeMarkdown(originText(setting, incident)),
    ]
      .filter((line) => line !== '')
      .join('  \n'),
    icon: { id: 'gear' },
    contextValue: 'registry',
    accessibilityLabel: joinParts([label, meaning, `in ${file}`], ', '),
    place: { path: setting.path, range: setting.range ?? START },
    children: [],
  };
}

const START = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };

function caveatNode(index: number, incident: Incident): TreeNode {
  const caveat = incident.caveats[index];
  const label = caveat ? caveatText(caveat) : '';
  return {
    kind: 'caveat',
    incidentId: incident.id,
    id: `caveat/${incident.id}/${index}`,
    label,
    description: '',
    tooltip: escapeMarkdown(label),
    icon: { id: 'note' },
    contextValue: 'caveat',
    accessibilityLabel: `Mind: ${label}`,
    children: [],
  };
}

function fitText(remediation: Remediation, { preferredRemediation, traits }: Incident): string {
  if (remediation.id === preferredRemediation) return 'fits this server';
  return isForOtherServer(remediation, traits) ? 'for another kind of server' : '';
}

function remediationNode(remediation: Remediation, rule: Rule, incident: Incident): TreeNode {
  const titles = remediationTitles(rule, remediation);
  const label = titles.node;
  const description = fitText(remediation, incident);
  return {
    kind: 'remediation',
    incidentId: incident.id,
    ruleId: rule.id,
    remediationId: remediation.id,
    id: `remediation/${incident.id}/${remediation.id}`,
    label,
    description,
    tooltip: [
      `**${escapeMarkdown(remediation.title)}**`,
      escapeMarkdown(remediation.advice),
      renderChanges(remediation),
    ]
      .filter((line) => line !== '')
      .join('  \n'),
    icon: { id: remediation.registry ? 'tools' : 'list-ordered' },
    contextValue: remediation.registry ? 'remediation.registry' : 'remediation.procedure',
    accessibilityLabel: joinParts([label, description], ', '),
    children: [],
  };
}
