import { regComment } from './escape';
import { count, fileName } from './names';
import type { NamedComparison } from './regDiffText';
import { regDiffRows } from './regDiffRows';

const LINE_END = '\r\n';
/** Changes that cannot be undone and are named in the file. */
const MOST_NAMED = 50;

/** `fix-undo.reg` for `fix.reg`. */
export function undoFileName(changePath: string): string {
  return `${fileName(changePath).replace(/\.reg$/i, '')}-undo.reg`;
}

/**
 * Text of the file that takes an import back, lines ended by CR LF: it restores the data that the export shows, and deletes
 * only what the export shows to be absent. What it cannot restore stands in its comments.
 */
export function renderExactUndo({ comparison, changePath, statePath }: NamedComparison): string {
  const { document, notUndone } = comparison.undo;
  const [header = '', ...body] = document.text.split(LINE_END);
  const comments = [
    `Undo of ${fileName(changePath)}: restores what ${fileName(statePath)} shows. Import it after ${fileName(changePath)}.`,
    ...regDiffRows(notUndone.slice(0, MOST_NAMED), fileName(statePath)).map(
      ({ path, text }) => `Not undone: ${path} ${text}`,
    ),
    ...(notUndone.length > MOST_NAMED ? [`Not undone: ${count(notUndone.length - MOST_NAMED, 'more change')}`] : []),
  ];
  return [header, '', ...comments.map((comment) => `; ${regComment(comment)}`), ...body.slice(1)].join(LINE_END);
}
