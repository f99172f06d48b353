import { type ChunkBytes, nameAt } from './chunkBytes';
import type { Steps } from './stepList';
import { Step, ValueType } from './tokens';
import { decodeUnits } from './utf16';
import { cdataText, entityText, escapeAttribute, escapeText, xmlName } from './xmlWriting';

/** A part of the text of an event: written as it is, or made for each record. */
export type Piece = string | ValuePiece | AttributePiece | ElementPiece;

/** The value with this index. */
export interface ValuePiece {
  readonly kind: 'value';
  readonly index: number;
  /** Stands between single quotes. */
  readonly inAttribute: boolean;
  /** What is around it is left out when the value is null. */
  readonly isOptional: boolean;
}

/** An attribute with a value of the record in it. */
export interface AttributePiece {
  readonly kind: 'attribute';
  readonly pieces: readonly Piece[];
  /** Values without which it is left out. */
  readonly needed: readonly number[];
}

/** An element with a value of the record as its own content: left out, or written once for each item of an array. */
export interface ElementPiece {
  readonly kind: 'element';
  readonly pieces: readonly Piece[];
  /** Values without which it is left out. */
  readonly needed: readonly number[];
  /** Values that stand in its content; an array among them repeats the element. */
  readonly values: readonly number[];
}

/** An element that is being put together. */
interface OpenElement {
  readonly name: string;
  readonly pieces: Piece[];
  readonly attributes: Set<string>;
  readonly content: ValuePiece[];
}

interface Making {
  readonly chunk: ChunkBytes;
  readonly open: OpenElement[];
  /** Pieces of the attribute that is open; undefined outside of attributes. */
  attribute: Piece[] | undefined;
}

export function makePieces(chunk: ChunkBytes, steps: Steps): readonly Piece[] {
  const root: OpenElement = { name: '', pieces: [], attributes: new Set(), content: [] };
  const making: Making = { chunk, open: [root], attribute: undefined };
  for (let at = 0; at < steps.length; at += 3) {
    addStep(making, steps[at] ?? Step.End, steps[at + 1] ?? 0, steps[at + 2] ?? 0);
  }
  return root.pieces;
}

function addStep(making: Making, step: number, first: number, second: number): void {
  if (step === Step.Text || step === Step.Cdata) {
    addContent(making, literalText(making, step, decodeUnits(making.chunk.view, first, second)));
  } else if (step === Step.Character) {
    addContent(making, literalText(making, Step.Text, String.fromCharCode(first)));
  } else if (step === Step.Entity) {
    addContent(making, entityText(nameAt(making.chunk, first) ?? ''));
  } else if (step === Step.Substitution) {
    addContent(making, valuePiece(making, first, second));
  } else {
    closeAttribute(making);
    addMarkup(making, step, first);
  }
}

function addMarkup(making: Making, step: number, first: number): void {
  const element = making.open.at(-1);
  if (!element) return;
  if (step === Step.Open) openElement(making, first);
  else if (step === Step.Attribute) openAttribute(making, element, first);
  else if (step === Step.CloseStart) addPiece(element.pieces, '>');
  else if (step === Step.CloseEmpty) closeElement(making, '/>');
  else if (step === Step.End) closeElement(making, `</${element.name}>`);
}

/** Operand two of a substitution: the type that the template expects, and 1 when it is optional. */
function valuePiece(making: Making, index: number, operand: number): ValuePiece {
  // An optional part of the event, such as EventData, is left out alone, not with the event around it.
  const isOptional = (operand & 1) === 1 && operand >> 1 !== ValueType.BinXml;
  return { kind: 'value', index, inAttribute: making.attribute !== undefined, isOptional };
}

function literalText(making: Making, step: number, text: string): string {
  if (making.attribute) return escapeAttribute(text);
  return step === Step.Cdata ? cdataText(text) : escapeText(text);
}

function addContent(making: Making, piece: Piece): void {
  const element = making.open.at(-1);
  if (!element) return;
  addPiece(making.attribute ?? element.pieces, piece);
  if (!making.attribute && typeof piece !== 'string' && piece.kind === 'value') element.content.push(piece);
}

function openElement(making: Making, nameOffset: number): void {
  const name = xmlName(nameAt(making.chunk, nameOffset) ?? '');
  making.open.push({ name, pieces: [`<${name}`], attributes: new Set(), content: [] });
}

/** Of attributes with the same name, which only damage makes, the first is written. */
function openAttribute(making: Making, element: OpenElement, nameOffset: number): void {
  const name = xmlName(nameAt(making.chunk, nameOffset) ?? '');
  const isNew = !element.attributes.has(name);
  element.attributes.add(name);
  making.attribute = isNew ? [` ${name}='`] : [];
}

function closeAttribute(making: Making): void {
  const pieces = making.attribute;
  const element = making.open.at(-1);
  making.attribute = undefined;
  if (!pieces || !element || typeof pieces[0] !== 'string' || !pieces[0].startsWith(' ')) return;
  addPiece(pieces, "'");
  const values = pieces.filter(isValue);
  if (values.length > 0) element.pieces.push({ kind: 'attribute', pieces, needed: neededOf(values) });
  else for (const piece of pieces) addPiece(element.pieces, piece);
}

function closeElement(making: Making, end: string): void {
  const element = making.open.pop();
  const parent = making.open.at(-1);
  if (!element || !parent) return;
  addPiece(element.pieces, end);
  const isRoot = making.open.length === 1;
  if (isRoot || element.content.length === 0) {
    for (const piece of element.pieces) addPiece(parent.pieces, piece);
    return;
  }
  const values = element.content.map(({ index }) => index);
  parent.pieces.push({ kind: 'element', pieces: element.pieces, needed: neededOf(element.content), values });
}

function isValue(piece: Piece): piece is ValuePiece {
  return typeof piece !== 'string' && piece.kind === 'value';
}

function neededOf(values: readonly ValuePiece[]): number[] {
  return values.filter(({ isOptional }) => isOptional).map(({ index }) => index);
}

/** Adds a piece; text joins the text before it. */
function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
  else pieces.push(piece);
}
