import type { EventRecord } from './eventRecord';
import { cutDots } from './cutText';
import { withInsertionStrings } from './insertionStrings';
import type { TemplateIndex } from './templateIndex';

/** Shorter starts tell nothing. */
const LEAST_START = 4;

/**
 * The record with the whole name of a provider that may be cut off: `Service Control M...`. Unchanged unless just one provider of known
 * messages starts so and has the message of the record under its id.
 */
export function withWholeProvider(record: EventRecord, templates: TemplateIndex): EventRecord {
  const start = startOf(record.provider.value).toLowerCase();
  if (start.length < LEAST_START) return record;
  const names = [...templates.byProvider].flatMap(([key, [first]]) =>
    key.startsWith(start) && first ? [first.template.provider] : [],
  );
  const fitting = names
    .map((value) => ({ ...record, provider: { ...record.provider, value } }))
    .filter((other) => withInsertionStrings(other, templates).eventData.length > 0);
  const [only, ...others] = fitting;
  return only && others.length === 0 ? only : record;
}

/** The name without the dots and the blank before them that stand in place of its rest. */
function startOf(name: string): string {
  const dots = cutDots(name);
  return dots > 0 ? name.slice(0, -dots).replace(/ $/, '') : name;
}
