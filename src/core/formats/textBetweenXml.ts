import { type TextWindow, spanIn } from '../text/span';
import { isWhiteSpace } from '../text/whiteSpace';
import type { RecordSink } from './format';
import { sectionEndAt } from './xmlEventCursor';

const TAG_START = 60;
const TAG_END = '>';

/**
 * What may stand between events besides tags: the marks of a browser, the lines `Record 12` that evtx_dump writes, and what could not be
 * decoded, which is reported as such.
 */
const WORD = /^(?:[+-]{1,8}|Record:?|\d{1,20}|\uFFFD{1,8})$/;
/** Longer ones are none of these. */
const LONGEST_WORD = 24;

/** What stands between two events, or a part of it: places in the window. */
interface Stretch {
  readonly window: TextWindow;
  readonly from: number;
  readonly to: number;
  /** Whether an event, a comment that goes on or the end of the source follows. */
  readonly isWhole: boolean;
}

/**
 * Finds text that is no markup between events in XML, such as the rows of another export in the same file. It is told once,
 * however long it is, up to the next event or comment.
 */
export class TextBetweenXml {
  /** Whether what was read ends in the middle of a tag. */
  isInTag = false;
  private isTold = false;
  /** Offset in the source up to which it was read: what does not go on there starts anew. */
  private readTo = -1;

  /** Returns up to where it is done: a word at the end may go on in the next window. */
  read(stretch: Stretch, sink: RecordSink): number {
    const { window, from, to, isWhole } = stretch;
    if (window.base + from !== this.readTo) this.isInTag = this.isTold = false;
    let at = from;
    while (at < to) {
      const next = this.isInTag ? this.afterTag(window.text, at, to) : this.afterPart(stretch, at, sink);
      if (next === at) break;
      at = next;
    }
    if (isWhole) this.isInTag = false;
    this.readTo = window.base + at;
    return at;
  }

  private afterTag(text: string, from: number, to: number): number {
    const end = text.indexOf(TAG_END, from);
    this.isInTag = end < 0 || end >= to;
    return this.isInTag ? to : end + 1;
  }

  private afterPart(stretch: Stretch, from: number, sink: RecordSink): number {
    const { text } = stretch.window;
    const unit = text.charCodeAt(from);
    if (isWhiteSpace(unit)) return from + 1;
    if (unit !== TAG_START) return this.afterWord(stretch, from, sink);
    const sectionEnd = sectionEndAt(text, from);
    this.isInTag = sectionEnd === undefined;
    if (!this.isInTag) this.isTold = false;
    return sectionEnd ?? from + 1;
  }

  private afterWord({ window, to, isWhole }: Stretch, from: number, sink: RecordSink): number {
    const end = endOfWord(window.text, from, Math.min(to, from + LONGEST_WORD));
    if (end === to && !isWhole && end - from < LONGEST_WORD) return from;
    if (this.isTold || WORD.test(window.text.slice(from, end))) return end;
    this.isTold = true;
    sink.problem({ code: 'text-between-events', span: spanIn(window, from, end) });
    return end;
  }
}

function endOfWord(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) !== TAG_START && !isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}
