import type { Case } from '../cases/incident';
import type { SourceReport } from '../findings/finding';
import { coverageLines } from './coverageText';
import { withoutTrailing } from '../text/withoutTrailing';
import { escapeMarkdown } from './escape';
import { joinParts } from './incidentText';
import { count, fileName } from './names';
import { sourceRange, sourcesSummary, sourceSummary } from './sourceText';
import { renderDays, type TimeSettings } from './timeText';
import type { TreeNode } from './treeNode';
import { plain } from './visibleText';

interface SourceSettings {
  readonly times: TimeSettings;
  readonly folders?: readonly string[];
}

/** All that was looked at: the watched folders with their files, then the other files. */
export function sourcesNode({ sources }: Pick<Case, 'sources'>, { times, folders = [] }: SourceSettings): TreeNode {
  const days = renderDays(
    sources.flatMap(({ firstTime, lastTime }) => [firstTime, lastTime]),
    times,
  );
  const skipped = sources.reduce((total, { coverage }) => total + coverage.skippedLines, 0);
  const passedOver = skipped > 0 ? `${count(skipped, 'line')} passed over` : '';
  const description = joinParts([sourcesSummary(sources), passedOver, days]);
  const folderOf = (source: SourceReport): string | undefined => folders.find((folder) => isBelow(source.path, folder));
  const fileNodes = (own: readonly SourceReport[]): readonly TreeNode[] => own.map((one) => sourceNode(one, times));
  return {
    kind: 'sources',
    id: 'sources',
    label: 'Sources',
    description,
    tooltip: escapeMarkdown(`What was looked at: ${description}`),
    icon: { id: 'files' },
    contextValue: 'sources',
    accessibilityLabel: `Sources, ${description}`,
    children: [
      ...folders.map((folder) => folderNode(folder, fileNodes(sources.filter((one) => folderOf(one) === folder)))),
      ...fileNodes(sources.filter((one) => folderOf(one) === undefined)),
    ],
  };
}

function folderNode(path: string, children: readonly TreeNode[]): TreeNode {
  const label = fileName(withoutTrailing(path, '\\/'));
  const description = children.length === 0 ? 'no event logs' : count(children.length, 'file');
  return {
    kind: 'folder',
    path,
    id: `folder/${path}`,
    label,
    description,
    tooltip: escapeMarkdown(path),
    icon: { id: 'folder' },
    contextValue: 'folder',
    accessibilityLabel: `Folder ${label}, ${description}`,
    children,
  };
}

function sourceNode(source: SourceReport, times: TimeSettings): TreeNode {
  const label = fileName(source.path);
  const description = sourceSummary(source);
  const range = sourceRange(source, times);
  const start = source.problems[0]?.range ?? { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
  return {
    kind: 'source',
    path: source.path,
    id: `source/${source.path}`,
    label,
    description,
    tooltip: [plain(source.path), description, range, ...source.computers.slice(0, 5), ...coverageLines(source)]
      .filter((line) => line !== '')
      .map(escapeMarkdown)
      .join('  \n'),
    icon: source.problemCount > 0 ? { id: 'warning', color: 'list.warningForeground' } : { id: 'file' },
    contextValue: source.registry ? 'source.registry' : 'source',
    accessibilityLabel: joinParts([label, description, range], ', '),
    place: { path: source.path, range: start },
    children: coverageLines(source).map((line, index) => coverageNode(line, index, source)),
  };
}

/** What of a source was not read, or assumed. */
function coverageNode(label: string, index: number, { path }: SourceReport): TreeNode {
  return {
    kind: 'coverage',
    path,
    id: `coverage/${path}/${index}`,
    label,
    description: '',
    tooltip: escapeMarkdown(label),
    icon: { id: 'note' },
    contextValue: 'coverage',
    accessibilityLabel: `Not read or assumed: ${label}`,
    children: [],
  };
}

function isBelow(path: string, folder: string): boolean {
  const rest = path.startsWith(folder) ? path.slice(folder.length) : undefined;
  return rest !== undefined && (rest.startsWith('/') || rest.startsWith('\\') || /[\\/]$/.test(folder));
}
