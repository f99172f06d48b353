import { type ChunkBytes, nameAt, nameSize } from './chunkBytes';
import type { EvtxProblem, EvtxProblemCode } from './problem';
import { StepList, type Steps } from './stepList';
import { Step, Token } from './tokens';

/** Binary XML as a flat list of steps, so that heads and pieces are made of it without looking at bytes again. */
export interface BinXml {
  /** Three numbers a step: a {@link Step} and its two operands. Every element that is opened is closed. */
  readonly steps: Steps;
  /** Why reading ended before the end of the binary XML. */
  readonly fault?: EvtxProblem;
}

/** Elements inside each other, at most. */
const DEEPEST = 128;
/** Names stand behind the header of the chunk. */
const NAMES_AT = 512;

/** Binary XML is read piece after piece, never one within another. */
const STEPS = new StepList();

interface Walk {
  readonly chunk: ChunkBytes;
  readonly view: DataView;
  readonly steps: StepList;
  readonly to: number;
  at: number;
  depth: number;
  /** A start tag is open: attributes may come. */
  inTag: boolean;
  /** An attribute is open: content belongs to it. */
  inAttribute: boolean;
  /** Whether elements have two bytes that say on which value they depend; undefined before the first element. */
  hasDependency: boolean | undefined;
  fault: EvtxProblem | undefined;
}

/** Takes one token, which `walk.at` points at. False ends the walk. */
type TakeToken = (walk: Walk) => boolean;

/**
 * Reads the binary XML that starts at `from` and ends at its end token, at `to` at the latest. Linear in the bytes. What
 * is damaged ends it with a fault; what stood before is kept.
 */
export function readBinXml(chunk: ChunkBytes, from: number, to: number): BinXml {
  STEPS.clear();
  const walk: Walk = {
    chunk,
    view: chunk.view,
    steps: STEPS,
    to: Math.min(to, chunk.length),
    at: from,
    depth: 0,
    inTag: false,
    inAttribute: false,
    hasDependency: undefined,
    fault: undefined,
  };
  while (walk.at < walk.to && takeNext(walk));
  if (walk.depth > 0 && !walk.fault) fail(walk, 'event-damaged', 'cut off');
  closeAll(walk);
  return { steps: walk.steps.copy(), ...(walk.fault && { fault: walk.fault }) };
}

function takeNext(walk: Walk): boolean {
  if (walk.chunk.tokensLeft-- <= 0) return fail(walk, 'event-too-large');
  const token = walk.view.getUint8(walk.at);
  const take = TAKE[token & Token.WithoutMore];
  return take ? take(walk) : fail(walk, 'event-damaged', `token 0x${token.toString(16)}`);
}

const TAKE: readonly (TakeToken | undefined)[] = [
  () => false,
  openElement,
  (walk) => closeStart(walk, Step.CloseStart),
  (walk) => closeStart(walk, Step.CloseEmpty) && leave(walk),
  endElement,
  takeValue,
  openAttribute,
  (walk) => takeUnits(walk, 1, Step.Cdata),
  takeCharacter,
  takeEntity,
  // Windows writes no processing instructions; they say nothing about the event and are stepped over.
  (walk) => skip(walk, 5 + inlineNameSize(walk, walk.at + 1)),
  (walk) => hasBytes(walk, 3) && skip(walk, 3 + walk.view.getUint16(walk.at + 1, true) * 2),
  takeTemplate,
  (walk) => takeSubstitution(walk, 0),
  (walk) => takeSubstitution(walk, 1),
  (walk) => skip(walk, 4),
];

function openElement(walk: Walk): boolean {
  if (walk.inTag) return fail(walk, 'event-damaged', 'element in a start tag');
  if (walk.depth >= DEEPEST) return fail(walk, 'event-too-deep');
  walk.hasDependency ??= findDependency(walk);
  const nameField = walk.at + (walk.hasDependency ? 7 : 5);
  const hasAttributes = (walk.view.getUint8(walk.at) & Token.More) !== 0;
  if (nameField + 4 > walk.to) return fail(walk, 'event-damaged', 'cut off');
  if (!pushNamed(walk, Step.Open, nameField)) return false;
  walk.depth++;
  walk.inTag = true;
  walk.at = nameField + 4 + inlineNameSize(walk, nameField) + (hasAttributes ? 4 : 0);
  return true;
}

/**
 * Elements of a template start with two bytes more than elements that stand in a record or a value. Which it is shows
 * in where the offset of the name points: right behind itself, or to a name that was read before.
 */
function findDependency(walk: Walk): boolean {
  const isNamed = (field: number): boolean => {
    if (field + 4 > walk.to) return false;
    const offset = walk.view.getUint32(field, true);
    return offset === field + 4 || (offset >= NAMES_AT && offset < walk.at && nameSize(walk.chunk, offset) > 0);
  };
  return isNamed(walk.at + 7) || !isNamed(walk.at + 5);
}

function openAttribute(walk: Walk): boolean {
  if (!walk.inTag) return fail(walk, 'event-damaged', 'attribute outside of a start tag');
  if (!hasBytes(walk, 5) || !pushNamed(walk, Step.Attribute, walk.at + 1)) return false;
  walk.inAttribute = true;
  return skip(walk, 5 + inlineNameSize(walk, walk.at + 1));
}

function closeStart(walk: Walk, step: number): boolean {
  if (!walk.inTag) return fail(walk, 'event-damaged', 'no start tag to close');
  walk.inTag = false;
  walk.inAttribute = false;
  walk.steps.add(step, 0, 0);
  walk.at++;
  return true;
}

function endElement(walk: Walk): boolean {
  if (walk.inTag || walk.depth === 0) return fail(walk, 'event-damaged', 'no element to end');
  walk.steps.add(Step.End, 0, 0);
  walk.at++;
  return leave(walk);
}

/** After the outermost element only the end token may stand; whatever else is there is not the event's. */
function leave(walk: Walk): boolean {
  walk.depth--;
  return walk.depth > 0;
}

function takeValue(walk: Walk): boolean {
  if (!hasBytes(walk, 4)) return false;
  const type = walk.view.getUint8(walk.at + 1);
  return type === 1 ? takeUnits(walk, 2, Step.Text) : fail(walk, 'event-damaged', `text of type ${type}`);
}

/** Text whose length in units stands `skipped` bytes behind the start of the token. */
function takeUnits(walk: Walk, skipped: number, step: number): boolean {
  if (!isContent(walk) || !hasBytes(walk, skipped + 2)) return false;
  const at = walk.at + skipped + 2;
  const units = walk.view.getUint16(at - 2, true);
  if (at + units * 2 > walk.to) return fail(walk, 'event-damaged', 'cut off');
  walk.steps.add(step, at, units);
  walk.at = at + units * 2;
  return true;
}

function takeCharacter(walk: Walk): boolean {
  if (!isContent(walk) || !hasBytes(walk, 3)) return false;
  walk.steps.add(Step.Character, walk.view.getUint16(walk.at + 1, true), 0);
  return skip(walk, 3);
}

function takeEntity(walk: Walk): boolean {
  if (!isContent(walk) || !hasBytes(walk, 5) || !pushNamed(walk, Step.Entity, walk.at + 1)) return false;
  return skip(walk, 5 + inlineNameSize(walk, walk.at + 1));
}

function takeSubstitution(walk: Walk, isOptional: number): boolean {
  if (!isContent(walk) || !hasBytes(walk, 4)) return false;
  const type = walk.view.getUint8(walk.at + 3);
  walk.steps.add(Step.Substitution, walk.view.getUint16(walk.at + 1, true), type * 2 + isOptional);
  return skip(walk, 4);
}

/** The values of a template have no stated end that could be trusted, so it is the last thing that is read. */
function takeTemplate(walk: Walk): boolean {
  if (walk.inTag) return fail(walk, 'event-damaged', 'template in a start tag');
  walk.steps.add(Step.Template, walk.at, walk.to);
  return false;
}

function isContent(walk: Walk): boolean {
  const isOpen = walk.depth > 0 && (!walk.inTag || walk.inAttribute);
  return isOpen || fail(walk, 'event-damaged', 'content outside of an element');
}

function hasBytes(walk: Walk, count: number): boolean {
  return walk.at + count <= walk.to || fail(walk, 'event-damaged', 'cut off');
}

function skip(walk: Walk, count: number): boolean {
  walk.at += count;
  return walk.at <= walk.to || fail(walk, 'event-damaged', 'cut off');
}

function pushNamed(walk: Walk, step: number, field: number): boolean {
  const offset = walk.view.getUint32(field, true);
  if (nameAt(walk.chunk, offset) === undefined) return fail(walk, 'name-missing', undefined, field);
  walk.steps.add(step, offset, 0);
  return true;
}

/** Bytes of a name that stands right behind the offset that points to it. */
function inlineNameSize(walk: Walk, field: number): number {
  if (field + 4 > walk.to || walk.view.getUint32(field, true) !== field + 4) return 0;
  return nameSize(walk.chunk, field + 4);
}

function fail(walk: Walk, code: EvtxProblemCode, detail?: string, at = walk.at): false {
  walk.fault = { code, offset: walk.chunk.base + Math.min(at, walk.to), ...(detail !== undefined && { detail }) };
  return false;
}

function closeAll(walk: Walk): void {
  if (walk.inTag) {
    walk.steps.add(Step.CloseEmpty, 0, 0);
    walk.depth--;
  }
  for (; walk.depth > 0; walk.depth--) walk.steps.add(Step.End, 0, 0);
}
