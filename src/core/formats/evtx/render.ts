import { textsOfArray } from './arrayItems';
import type { EvtxChunk, EvtxTemplate } from './chunk';
import type { RawRecord } from './head';
import { type AttributePiece, type ElementPiece, type Piece, type ValuePiece, makePieces } from './pieces';
import type { EvtxProblemCode, ProblemSink } from './problem';
import { type EventSource, hasValues, readSource } from './source';
import { locateValues } from './template';
import { NO_VALUES, type Values } from './valuePlaces';
import { ValueType } from './tokens';
import { textOfValue } from './values';
import { escapeAttribute, escapeText } from './xmlWriting';

/** Templates inside each other, at most; Windows has two. */
const DEEPEST = 12;
/**
 * What an event may have in UTF-16 units and pieces: so much, and so much more for each byte of its record, at most a
 * million. An honest event has some 2 units a byte; an array of small numbers with long names around them some 30.
 */
const SMALLEST_BUDGET = 32_768;
const BUDGET_PER_BYTE = 64;
const LARGEST_BUDGET = 1_000_000;
const NOTHING_LEFT = -Infinity;

const NO_SINK: ProblemSink = { problem: () => undefined };

/** One event while it is written. */
interface Rendering {
  readonly chunk: EvtxChunk;
  readonly sink: ProblemSink;
  /** Byte offset of the record, where problems are reported that have no place of their own. */
  readonly at: number;
  /** Units that may still be written. */
  left: number;
  depth: number;
  /** While an element is repeated for an array: the item that stands for the value with this index. */
  item: { readonly values: Values; readonly index: number; readonly text: string } | undefined;
}

/**
 * The whole event as one line of XML, well-formed whatever the record holds, as Windows exports it: single quotes, times
 * with seven digits of a second, hexadecimal numbers without leading zeros. Unlike there, line breaks in values are
 * references, so that they do not break the line. What is damaged is left out and reported; of an event that cannot
 * be read at all, the id and time of its record are written.
 *
 * May be called for the same record again, as long as the bytes of the chunk stay what they are.
 */
export function renderEventXml(
  record: RawRecord & { readonly source: EventSource | undefined },
  sink: ProblemSink = NO_SINK,
): string {
  const { chunk, at, size, source } = record;
  const rendering: Rendering = {
    chunk,
    sink,
    at: chunk.base + at,
    left: Math.min(SMALLEST_BUDGET + size * BUDGET_PER_BYTE, LARGEST_BUDGET),
    depth: 0,
    item: undefined,
  };
  const xml = source ? sourceText(rendering, source) : '';
  return xml === '' ? minimalEvent(record) : xml;
}

/** What the record itself says, outside of its binary XML. */
function minimalEvent({ chunk: { view }, at }: RawRecord): string {
  const id = textOfValue(view, ValueType.UInt64, at + 8, 8) ?? '';
  const time = textOfValue(view, ValueType.FileTime, at + 16, 8);
  return (
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>` +
    (time === undefined ? '' : `<TimeCreated SystemTime='${time}'/>`) +
    `<EventRecordID>${id}</EventRecordID></System></Event>`
  );
}

function sourceText(rendering: Rendering, source: EventSource): string {
  if (rendering.depth >= DEEPEST) return fail(rendering, 'event-too-deep');
  rendering.depth++;
  const text = hasValues(source)
    ? piecesText(rendering, piecesOf(rendering, source.template), locateValues(rendering.chunk.view, source))
    : piecesText(rendering, piecesOf(rendering, source), NO_VALUES);
  rendering.depth--;
  return text;
}

function piecesOf({ chunk }: Rendering, template: EvtxTemplate): readonly Piece[] {
  return (template.pieces ??= makePieces(chunk, template.xml.steps));
}

function piecesText(rendering: Rendering, pieces: readonly Piece[], values: Values): string {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      rendering.left -= piece.length;
      text += piece;
    } else if (piece.kind === 'value') {
      text += valueText(rendering, piece, values);
    } else if (piece.kind === 'attribute') {
      text += attributeText(rendering, piece, values);
    } else {
      text += elementText(rendering, piece, values);
    }
  }
  return text;
}

function attributeText(rendering: Rendering, piece: AttributePiece, values: Values): string {
  rendering.left--;
  return piece.needed.some((index) => isNull(values, index)) ? '' : piecesText(rendering, piece.pieces, values);
}

function isNull(values: Values, index: number): boolean {
  return (values[index * 3 + 2] ?? ValueType.Null) === ValueType.Null;
}

function elementText(rendering: Rendering, piece: ElementPiece, values: Values): string {
  rendering.left--;
  if (piece.needed.some((index) => isNull(values, index))) return '';
  const array = piece.values.find((index) => ((values[index * 3 + 2] ?? 0) & ValueType.Array) !== 0);
  if (array === undefined) return piecesText(rendering, piece.pieces, values);
  return repeatedText(rendering, piece, values, array);
}

/** The element once for each item. */
function repeatedText(rendering: Rendering, piece: ElementPiece, values: Values, index: number): string {
  const items = arrayTexts(rendering, values, index);
  const before = rendering.item;
  let text = '';
  for (const item of items) {
    if (rendering.left < 0) {
      failForSize(rendering);
      break;
    }
    rendering.item = { values, index, text: item };
    text += piecesText(rendering, piece.pieces, values);
  }
  rendering.item = before;
  return text;
}

function arrayTexts(rendering: Rendering, values: Values, index: number): readonly string[] {
  const [at = 0, size = 0, type = 0] = values.slice(index * 3, index * 3 + 3);
  const texts = textsOfArray(rendering.chunk.view, type, at, size);
  if (!texts) fail(rendering, 'value-damaged', rendering.chunk.base + at, `type ${type}`);
  return texts ?? [''];
}

function valueText(rendering: Rendering, { index, inAttribute }: ValuePiece, values: Values): string {
  const type = values[index * 3 + 2] ?? ValueType.Null;
  if (type === ValueType.Null) return '';
  if (rendering.left < 0) return failForSize(rendering);
  const at = values[index * 3] ?? 0;
  const size = values[index * 3 + 1] ?? 0;
  if (type === ValueType.BinXml) return inAttribute ? '' : nestedText(rendering, at, size);
  const isArray = (type & ValueType.Array) !== 0;
  const text = isArray ? itemText(rendering, values, index) : textOfValue(rendering.chunk.view, type, at, size);
  if (text === undefined) {
    return fail(rendering, 'value-damaged', rendering.chunk.base + at, `type ${type}, ${size} bytes`);
  }
  rendering.left -= text.length + 1;
  return inAttribute ? escapeAttribute(text) : escapeText(text);
}

/** The item for which the element is repeated just now; all items where nothing is repeated, as in an attribute. */
function itemText(rendering: Rendering, values: Values, index: number): string {
  const { item } = rendering;
  if (item?.index === index && item.values === values) return item.text;
  return arrayTexts(rendering, values, index).join(',');
}

function nestedText(rendering: Rendering, at: number, size: number): string {
  if (size === 0) return '';
  const source = readSource(rendering.chunk, at, at + size, rendering.sink);
  return source ? sourceText(rendering, source) : '';
}

/** Reports and writes nothing in its place. */
function fail(rendering: Rendering, code: EvtxProblemCode, offset = rendering.at, detail?: string): '' {
  rendering.sink.problem({ code, offset, ...(detail !== undefined && { detail }) });
  return '';
}

/** Reports the first thing that finds no room any more, and writes nothing in its place. */
function failForSize(rendering: Rendering): '' {
  if (rendering.left === NOTHING_LEFT) return '';
  rendering.left = NOTHING_LEFT;
  return fail(rendering, 'event-too-large');
}
