import { type ChunkBytes, nameAt } from './chunkBytes';
import type { Steps } from './stepList';
import { Step } from './tokens';
import { decodeUnits } from './utf16';
import type { Values } from './valuePlaces';

/** Where a template has one thing that the head of a record tells. */
export interface PlannedField {
  /** Index of the value that holds it; -1 when it stands in the template itself. */
  readonly index: number;
  /** What stands in the template, or the text of the value that was read last. */
  text: string;
  /** Where the value stood that was read last: most values are those of the record before. */
  lastAt: number;
  lastSize: number;
}

type HeadField = 'provider' | 'eventId' | 'level' | 'timeCreated' | 'recordId' | 'computer';

/** All of them are there, so that all plans have one shape: heads are read for every record. */
type Fields = Record<HeadField, PlannedField | undefined>;

/** Where a template has what the head of a record tells, found once for all its records. */
export interface HeadPlan {
  readonly fields: Readonly<Fields>;
  /** Room for the values of a record up to the last one that a field needs: those of the record that was read last. */
  readonly values: Values;
}

/** What stands in an attribute of an element in `System`, or in the element itself, by an empty name. */
type ElementFields = ReadonlyMap<string, HeadField>;

const FIELDS = new Map<string, ElementFields>([
  ['Provider', new Map([['Name', 'provider']])],
  ['EventID', new Map([['', 'eventId']])],
  ['Level', new Map([['', 'level']])],
  ['TimeCreated', new Map([['SystemTime', 'timeCreated']])],
  ['EventRecordID', new Map([['', 'recordId']])],
  ['Computer', new Map([['', 'computer']])],
]);

/** `System` stands in `Event`, and what is asked for in `System`. */
const DEPTH_OF_SYSTEM = 2;

/** A walk through the steps of a template. */
interface Search {
  readonly chunk: ChunkBytes;
  readonly fields: Fields;
  depth: number;
  /** The element of depth two is `System`. */
  inSystem: boolean;
  /** What is asked for of the element that was opened last. */
  wanted: ElementFields | undefined;
  /** What the content that comes next is; undefined for all that is not asked for. */
  field: HeadField | undefined;
}

export function planHead(chunk: ChunkBytes, steps: Steps): HeadPlan {
  const search: Search = { chunk, fields: noFields(), depth: 0, inSystem: false, wanted: undefined, field: undefined };
  const { fields } = search;
  for (let at = 0; at < steps.length; at += 3) {
    const step = steps[at] ?? Step.End;
    if (step >= Step.Text) {
      const { field } = search;
      if (field) fields[field] = planned(chunk, fields[field], steps, at);
    } else {
      enter(search, step, steps[at + 1] ?? 0);
      // Everything that is asked for stands in System, which comes first.
      if (search.depth < DEPTH_OF_SYSTEM && fields.eventId) break;
    }
  }
  const count = 1 + Math.max(-1, ...Object.values(fields).map((field) => field?.index ?? -1));
  return { fields, values: new Int32Array(count * 3) };
}

/** Markup: tells where in the event the content that follows stands. */
function enter(search: Search, step: number, nameOffset: number): void {
  search.field = undefined;
  if (step === Step.Open) {
    search.depth++;
    open(search, nameAt(search.chunk, nameOffset) ?? '');
  } else if (step === Step.End || step === Step.CloseEmpty) {
    search.depth--;
  } else if (search.wanted && search.depth === DEPTH_OF_SYSTEM + 1) {
    const attribute = step === Step.Attribute ? (nameAt(search.chunk, nameOffset) ?? '') : '';
    search.field = search.wanted.get(attribute);
  }
}

function open(search: Search, element: string): void {
  if (search.depth === DEPTH_OF_SYSTEM) search.inSystem = element === 'System';
  search.wanted = search.inSystem && search.depth === DEPTH_OF_SYSTEM + 1 ? FIELDS.get(element) : undefined;
}

/** A field is one value or text; text in several parts is joined, and a second value is not looked at. */
function planned(
  chunk: ChunkBytes,
  before: PlannedField | undefined,
  steps: Steps,
  at: number,
): PlannedField | undefined {
  const first = steps[at + 1] ?? 0;
  const second = steps[at + 2] ?? 0;
  if (before && before.index >= 0) return before;
  if (steps[at] === Step.Substitution) return { index: first, text: '', lastAt: -1, lastSize: 0 };
  if (steps[at] !== Step.Text && steps[at] !== Step.Cdata) return before;
  return { index: -1, text: (before?.text ?? '') + decodeUnits(chunk.view, first, second), lastAt: -1, lastSize: 0 };
}

/** The fields of an event that tells nothing. */
export function noFields(): Fields {
  const nothing = undefined;
  return {
    provider: nothing,
    eventId: nothing,
    level: nothing,
    timeCreated: nothing,
    recordId: nothing,
    computer: nothing,
  };
}
