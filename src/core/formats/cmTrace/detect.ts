import type { RecordBrief } from '../../records/recordBrief';
import { skipWhiteSpace, trimmedEnd } from '../../text/whiteSpace';
import { LineEnds } from '../unitCursor';
import { ENTRY_START } from './logEntries';
import { CmTraceReader } from './reader';

/** What each form has somewhere; most texts have none of it. */
const SIGNS = /<!\[LOG\[|\$\$<|\(0x[0-9a-f]+\)[ \t]*$|^\[[0-9a-f]{1,8}\]\[[a-z]{3} \d\d\//im;

/** Where a log with a single entry that is cut off may start at the latest: some lines of a rollover come before. */
const LATEST_START = 4096;

/** A dump of a request has some ten lines; a text in which marks are rarer only quotes an entry. */
const MOST_LINES = 40;

/**
 * Whether a text that starts so is a CMTrace log: a third of it or more are entries, and one of them has a time. A program
 * that writes such logs, or a page about them, has no entries with a time, or much else.
 */
export function detectCmTrace(head: string): boolean {
  if (!SIGNS.test(head)) return false;
  let covered = 0;
  let entryCount = 0;
  let timeCount = 0;
  new CmTraceReader({ dateOrder: 'auto' }).read(
    { text: head, base: 0, ended: true },
    {
      head: () => false,
      brief: ({ start, end, timeCreated }: RecordBrief) => {
        covered += end - start;
        entryCount++;
        if (timeCreated) timeCount++;
        return false;
      },
      record: () => undefined,
      problem: () => undefined,
    },
  );
  const start = skipWhiteSpace(head, 0, head.length);
  const length = trimmedEnd(head, start, head.length) - start;
  if (covered * 3 < length) return false;
  const first = head.indexOf(ENTRY_START);
  if (timeCount === 0) return entryCount === 1 && isUnclosedStart(head, first);
  return first >= 0 || lineCount(head) <= MOST_LINES * timeCount;
}

/** The file, or what is seen of it, ends in its first entry. */
function isUnclosedStart(head: string, first: number): boolean {
  if (first < 0 || first > LATEST_START || head.includes(']LOG]!>', first)) return false;
  return first === 0 || '\r\n\ufeff'.includes(head.charAt(first - 1));
}

function lineCount(text: string): number {
  const lineEnds = new LineEnds(text);
  let count = 0;
  for (let at = 0; at < text.length; at = lineEnds.after(lineEnds.next(at))) count++;
  return count;
}
