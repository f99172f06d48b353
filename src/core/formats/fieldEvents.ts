import { type DateEvidence, addDateEvidence, orderShownBy } from '../records/dateEvidence';
import type { EventDataItem } from '../records/eventRecord';
import type { DateOrder } from '../records/eventTime';
import { inferEvent } from '../records/inferEvent';
import { type TemplateIndex, indexTemplates } from '../records/templateIndex';
import type { Located, Span } from '../text/span';
import { type EventValues, headOf, recordOf } from './eventValues';
import type { ReadSettings, RecordSink } from './format';

/** An event as the names and values that its source has for it. */
export interface FieldEvent {
  readonly span: Span;
  readonly fields: EventValues;
  /** Costs more than the fields and is mostly not asked for. */
  readonly data: () => readonly EventDataItem[];
}

/** Hands over the events of one source that were read as names and values. */
export class FieldEvents {
  private readonly templates: TemplateIndex;
  private evidence: DateEvidence;

  constructor(private readonly settings: ReadSettings) {
    this.templates = indexTemplates(settings.messageTemplates);
  }

  get dateOrder(): DateOrder | undefined {
    return orderShownBy(this.evidence);
  }

  add({ span, fields, data }: FieldEvent, sink: RecordSink): void {
    const known = fields.provider ? fields : { ...fields, ...inferredProvider(fields, this.templates) };
    const head = headOf(span, known, this.settings.dateOrder);
    const { timeCreated } = head;
    if (timeCreated?.value.zone === 'unstated' && !timeCreated.value.ambiguous) {
      this.evidence = addDateEvidence(this.evidence, fields.timeCreated?.value ?? '');
    }
    if (sink.head(head)) sink.record(recordOf(head, known, data()));
    if (fields.timeCreated && !timeCreated) reportUnread(fields.timeCreated, sink);
    if (fields.eventId && !head.eventId) reportUnread(fields.eventId, sink);
  }
}

/** The provider whose message it is, for exports of a few properties only. Its place is that of the message. */
export function inferredProvider(
  { message, eventId }: Pick<EventValues, 'message' | 'eventId'>,
  templates: TemplateIndex,
): { readonly provider?: Located<string> } {
  const inferred = message && inferEvent(templates, message.value);
  const isOther = inferred?.eventId !== undefined && String(inferred.eventId) !== eventId?.value;
  return message && inferred && !isOther ? { provider: { value: inferred.provider, span: message.span } } : {};
}

/** Units of an unreadable field that its problem quotes. */
const LONGEST_DETAIL = 80;

/** Tells that a field could not be read, and what it holds. */
export function reportUnread({ value, span }: Located<string>, sink: RecordSink): void {
  sink.problem({ code: 'field-not-readable', span, detail: value.slice(0, LONGEST_DETAIL) });
}
