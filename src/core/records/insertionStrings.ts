import { type FoldedText, foldWithOffsets } from '../text/foldedText';
import { type EscapedText, spanWithin } from '../text/escapes';
import type { EventDataItem, EventRecord } from './eventRecord';
import type { FoundValue } from './matchTemplate';
import { bestMatches, templatesOf, type TemplateIndex } from './templateIndex';
import type { TemplateParts } from './templateParts';

/** Literal text that must be found before a message that is cut off is believed to be of a template. */
const LEAST_WEIGHT = 20;
/** Windows' own limit for a message is 32,766 units; what is longer is not looked at behind them. */
const LONGEST_MESSAGE = 0x8000;

/**
 * The insertion strings of a message, by the template that fits best: item 0 is %1. A number that the template does not
 * use has an empty item that holds its place. Undefined when no template fits.
 *
 * White space and case do not matter, a final full stop may be missing, and a message that is cut off gives the insertion
 * strings up to there. Spans are exact where the message stands in its source as it is; where escapes were undone each
 * item has the span of the whole message.
 */
export function extractInsertionStrings(
  message: EscapedText,
  templates: readonly TemplateParts[],
): readonly EventDataItem[] | undefined {
  const folded = foldWithOffsets(message.value, 0, Math.min(message.value.length, LONGEST_MESSAGE));
  const [match] = bestMatches(folded, templates);
  if (!match || (!match.isComplete && match.weight < LEAST_WEIGHT) || match.values.length === 0) return undefined;
  const items = new Map(match.values.map((value) => [value.insertion, itemOf(message, folded, value)]));
  const count = Math.max(...items.keys());
  return Array.from({ length: count }, (_, index) => items.get(index + 1) ?? { value: '', span: message.span });
}

/**
 * The record with the insertion strings of its message, for sources that carry the message only. Unchanged when it has
 * event data, or when no template of its provider and event id fits.
 */
export function withInsertionStrings(record: EventRecord, index: TemplateIndex): EventRecord {
  if (record.eventData.length > 0 || !record.message) return record;
  const id = record.eventId?.value;
  const templates = templatesOf(index, record.provider.value).filter(
    ({ template }) => id === undefined || template.eventId === null || template.eventId === id,
  );
  if (templates.length === 0) return record;
  const eventData = extractInsertionStrings(record.message, templates);
  return eventData ? { ...record, eventData } : record;
}

function itemOf(message: EscapedText, folded: FoldedText, found: FoundValue): EventDataItem {
  const from = folded.offsets[found.from] ?? 0;
  const to = found.to > found.from ? (folded.offsets[found.to - 1] ?? 0) + 1 : from;
  return { value: message.value.slice(from, to), span: spanWithin(message, from, to) };
}
