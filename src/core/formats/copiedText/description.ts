import { inferEvent } from '../../records/inferEvent';
import { skipWhiteSpace, trimmedEnd } from '../../text/whiteSpace';
import { startsBareMessage } from './bareMessage';
import { type LabelLine, labelOf } from './labelLine';
import { endOfShape } from './shapeStart';
import { LONGEST_RECORD, type MoreNeeded, type TextContext } from './textContext';
import { type TextLine, isAfterBlankLine, isBeforeBlankLine, lineAt } from './textLine';

/** `System Event Log:` and the like, as articles and dumps put above events. */
const HEADING = /event log:?$/i;
const LONGEST_HEADING = 60;

/** The text below `Description:` without the white space around it, and the `Event Xml:` that ended it. */
export interface Description {
  readonly from: number;
  readonly to: number;
  /** Where reading goes on. */
  readonly next: number;
  readonly xmlLabel?: LabelLine;
  readonly isTooLong: boolean;
}

/**
 * The description behind `label`: all lines to `Event Xml:`, to what plainly starts something else, or to the end of the
 * text. `searched` is what an earlier window told not to search again.
 */
export function findDescription(
  context: TextContext,
  label: LabelLine,
  searched: number | undefined,
): Description | MoreNeeded {
  let found = descriptionAt(context, label, Math.max(searched ?? 0, label.line.next));
  while (typeof found === 'number') found = descriptionAt(context, label, found);
  return found;
}

/** The description, when the line at `at` ends it; else the place of the next line. */
function descriptionAt(context: TextContext, label: LabelLine, at: number): Description | MoreNeeded | number {
  const { text, ended } = context.window;
  const line = lineAt(context.window, at);
  const next = line?.next ?? text.length;
  if (next - label.valueFrom > LONGEST_RECORD) return { ...descriptionOf(text, label, next), isTooLong: true };
  if (!line) return ended ? descriptionOf(text, label, next) : { searched: { description: at } };
  const stop = endsDescription(context, line, label.valueFrom);
  if (stop === 'more') return { searched: { description: at } };
  return stop ? { ...descriptionOf(text, label, at), ...xmlLabelAt(context, line) } : next;
}

/**
 * The description without the text behind it that belongs to something else: a known message ends where its template
 * does, when a blank line follows there.
 */
export function withoutProse(context: TextContext, description: Description, provider: string): Description {
  const { window, templates } = context;
  const known = inferEvent(templates, window.text, description, provider === '' ? undefined : provider);
  if (!known?.isComplete || known.end >= description.to || !isBeforeBlankLine(window.text, known.end))
    return description;
  return { ...description, to: known.end, next: known.end, isTooLong: false };
}

function descriptionOf(text: string, { valueFrom }: LabelLine, end: number): Description {
  const from = skipWhiteSpace(text, valueFrom, end);
  return { from, to: trimmedEnd(text, from, end), next: end, isTooLong: false };
}

function xmlLabelAt({ window }: TextContext, line: TextLine): Pick<Description, 'xmlLabel'> {
  const label = labelOf(window.text, line);
  return label?.label === 'eventXml' ? { xmlLabel: label } : {};
}

function endsDescription(context: TextContext, line: TextLine, start: number): boolean | 'more' {
  const { text } = context.window;
  if (line.from === line.to) return false;
  const stop = endOfShape(context, line);
  if (stop) return stop;
  const isFirst = skipWhiteSpace(text, start, line.from) === line.from;
  return !isFirst && mayEnd(context, line) && isAfterBlankLine(text, line.from);
}

/** Lines that end a description when a blank line is before them. */
function mayEnd(context: TextContext, line: TextLine): boolean {
  const { text } = context.window;
  const isHeading = line.to - line.from <= LONGEST_HEADING && HEADING.test(text.slice(line.from, line.to));
  return isHeading || startsBareMessage(context, line);
}
