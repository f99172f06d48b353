import type { Case, Confidence, Incident } from '../cases/incident';
import type { Catalogue } from '../rules/rule';
import { escapeMarkdown } from './escape';
import { assumedFolder, computerName, isAtLeast, joinParts, traitsText } from './incidentText';
import { count } from './names';
import { renderDays, type TimeSettings } from './timeText';
import { incidentNode } from './treeIncident';
import type { TreeNode } from './treeNode';
import { sourcesNode } from './treeSources';

export type { TreeIcon, TreeNode, TreePlace } from './treeNode';

/** What the tree shows, and how. */
export interface TreeSettings {
  readonly minimum: Confidence;
  readonly times: TimeSettings;
  /** Folders that are being watched: their files are listed below them. */
  readonly folders?: readonly string[];
}

/** The whole tree: servers with their incidents, what the filter hides, and the sources. Empty for a case without sources. */
export function treeOf(caseValue: Case, catalogue: Catalogue, settings: TreeSettings): readonly TreeNode[] {
  const shown = caseValue.incidents.filter((incident) => isAtLeast(incident.confidence, settings.minimum));
  const hidden = caseValue.incidents.length - shown.length;
  const hasSources = caseValue.sources.length + (settings.folders?.length ?? 0) > 0;
  return [
    ...byServer(shown).map((incidents) => serverNode(incidents, catalogue, settings)),
    ...(hidden > 0 ? [hiddenNode(hidden, settings.minimum)] : []),
    ...(hasSources ? [sourcesNode(caseValue, settings)] : []),
  ];
}

/** Number of incidents, with the words for it; undefined when there is none. */
export function badge(caseValue: Case): { readonly value: number; readonly tooltip: string } | undefined {
  const value = caseValue.incidents.length;
  return value === 0 ? undefined : { value, tooltip: count(value, 'incident') };
}

/** Incidents of one computer together, in the order of the case; files without a computer name stay apart by folder. */
function byServer(incidents: readonly Incident[]): readonly (readonly [Incident, ...Incident[]])[] {
  const servers = new Map<string, [Incident, ...Incident[]]>();
  for (const incident of incidents) {
    const key = serverKey(incident);
    const known = servers.get(key);
    if (known) known.push(incident);
    else servers.set(key, [incident]);
  }
  return [...servers.values()];
}

function serverKey(incident: Incident): string {
  return incident.computer?.toLowerCase() ?? `?${assumedFolder(incident) ?? ''}`;
}

function serverNode(
  incidents: readonly [Incident, ...Incident[]],
  catalogue: Catalogue,
  settings: TreeSettings,
): TreeNode {
  const [first] = incidents;
  const label = computerName(first.computer);
  const number = count(incidents.length, 'incident');
  const traits = traitsText(first.traits);
  const days = renderDays(
    incidents.flatMap(({ firstTime, lastTime }) => [firstTime, lastTime]),
    settings.times,
  );
  const folder = first.computer === undefined ? assumedFolder(first) : undefined;
  return {
    kind: 'server',
    computer: first.computer,
    id: `server/${serverKey(first)}`,
    label,
    description: joinParts([number, days, traits]),
    tooltip: [
      `**${escapeMarkdown(label)}**`,
      number,
      ...[days, traits, folder ?? ''].filter(Boolean).map(escapeMarkdown),
    ].join('  \n'),
    icon: { id: 'server' },
    contextValue: 'server',
    accessibilityLabel: joinParts([`Server ${label}`, number, days, traits], ', '),
    children: incidents.map((incident) => incidentNode(incident, catalogue, settings.times)),
  };
}

function hiddenNode(number: number, minimum: Confidence): TreeNode {
  const label = `${count(number, 'incident')} not shown`;
  const description = `less than ${minimum}`;
  return {
    kind: 'hidden',
    count: number,
    id: 'hidden',
    label,
    description,
    tooltip: `The filter hides incidents whose confidence is less than ${minimum}.`,
    icon: { id: 'filter' },
    contextValue: 'hidden',
    accessibilityLabel: `${label}, ${description}`,
    children: [],
  };
}
