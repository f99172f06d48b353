import type { EventRecord } from './eventRecord';
import { withInsertionStrings } from './insertionStrings';
import type { TemplateIndex } from './templateIndex';

/** What stands in place of the rest of a name that a table had no room for; shorter starts tell nothing. */
const CUT = /^(.{4,}?) ?(?:\.\.\.|…)$/;

/**
 * The record with the whole name of a provider that is cut off: `Service Control M...`. Unchanged unless just one provider of known
 * messages starts so and has the message of the record under its id.
 */
export function withWholeProvider(record: EventRecord, templates: TemplateIndex): EventRecord {
  const start = CUT.exec(record.provider.value)?.[1]?.toLowerCase();
  if (start === undefined) return record;
  const names = [...templates.byProvider].flatMap(([key, [first]]) =>
    key.startsWith(start) && first ? [first.template.provider] : [],
  );
  const fitting = names
    .map((value) => ({ ...record, provider: { ...record.provider, value } }))
    .filter((other) => withInsertionStrings(other, templates).eventData.length > 0);
  const [only, ...others] = fitting;
  return only && others.length === 0 ? only : record;
}
