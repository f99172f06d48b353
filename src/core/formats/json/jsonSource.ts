import type { EscapedText } from '../../text/escapes';
import type { Located, Span, TextWindow } from '../../text/span';
import type { EventBody, EventField, EventValues, EventValuesDraft } from '../eventValues';
import { jsonShifts } from './jsonText';
import type { JsonTree } from './jsonTree';

/** A JSON text that was read, and where it stands. */
export interface JsonSource {
  readonly tree: JsonTree;
  readonly window: TextWindow;
}

/** An event of any shape. Its data costs more than its fields and is mostly not asked for. */
export interface JsonEvent {
  readonly fields: EventValues;
  readonly body: () => EventBody;
}

/** Reads the event in an object of the tree; undefined when the object has not this shape. */
export type JsonEventShape = (source: JsonSource, node: number) => JsonEvent | undefined;

/** The text of a string or a literal with its place; undefined for `null`, an empty text and anything else. */
export function located(source: JsonSource, node: number | undefined): Located<string> | undefined {
  if (node === undefined) return undefined;
  const value = source.tree.textOf(node);
  return value === '' ? undefined : { value, span: spanOf(source, node) };
}

/** The same for a text in which places are looked for. */
export function locatedText(source: JsonSource, node: number | undefined): EscapedText | undefined {
  const text = located(source, node);
  const shifts =
    text &&
    jsonShifts(source.window.text.slice(text.span.start - source.window.base, text.span.end - source.window.base));
  return shifts ? { ...text, shifts } : text;
}

/** The place of a value; that of a string is inside its quotes. */
export function spanOf({ tree, window }: JsonSource, node: number): Span {
  return { start: window.base + tree.from(node), end: window.base + tree.to(node) };
}

/** Puts the text of a node where it belongs, when there is one and the place is free. */
export function put(draft: EventValuesDraft, field: EventField, value: Located<string> | undefined): void {
  if (value && draft[field] === undefined) draft[field] = value;
}
