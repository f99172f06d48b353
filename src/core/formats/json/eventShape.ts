import { flatEvent } from './flatEvent';
import { flatSchemaEvent } from './flatSchemaEvent';
import type { JsonEvent, JsonEventShape, JsonSource } from './jsonSource';
import { schemaEvent } from './schemaEvent';
import { winlogEvent } from './winlogEvent';

/** Every shape in which tools write an event as JSON; the one that is hardest to mistake comes first. */
const shapes: readonly JsonEventShape[] = [schemaEvent, winlogEvent, flatEvent, flatSchemaEvent];

/** Where databases put the event that they were given. */
const ENVELOPES: readonly string[] = ['_source', 'result'];

/** The event that the tree holds; undefined when it holds none. */
export function eventOf(source: JsonSource): JsonEvent | undefined {
  return eventIn(source, 0);
}

function eventIn(source: JsonSource, node: number): JsonEvent | undefined {
  const root = ENVELOPES.map((name) => source.tree.member(node, name)).find((found) => found !== undefined) ?? node;
  for (const shape of shapes) {
    const event = shape(source, root);
    if (event) return event;
  }
  return undefined;
}

/**
 * Where the first event starts that an array inside the tree holds. An array that was never closed swallows the events behind
 * it, up to the end of the file. Undefined when there is none.
 */
export function eventNestedIn(source: JsonSource): number | undefined {
  const { tree } = source;
  for (let array = 0; array < tree.count; array++) {
    if (tree.kindOf(array) !== 'array') continue;
    const found = tree.itemsOf(array).find((item) => tree.kindOf(item) === 'object' && eventIn(source, item));
    if (found !== undefined) return tree.from(found);
  }
  return undefined;
}
