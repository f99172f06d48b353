import { type DateEvidence, addDateEvidence, orderShownBy } from '../records/dateEvidence';
import type { RecordHead } from '../records/eventRecord';
import type { DateOrder } from '../records/eventTime';
import { inferEvent } from '../records/inferEvent';
import { type TemplateIndex, indexTemplates } from '../records/templateIndex';
import type { Located, Span } from '../text/span';
import { type EventBody, type EventValues, headOf, recordOf } from './eventValues';
import type { ReadSettings, RecordSink } from './format';

/** An event as the names and values that its source has for it. */
export interface FieldEvent {
  readonly span: Span;
  readonly fields: EventValues;
  readonly body: () => EventBody;
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

  add({ span, fields, body }: FieldEvent, sink: RecordSink): void {
    const known = fields.provider ? fields : this.withProvider(fields, body());
    const head = headOf(span, known, this.settings.dateOrder);
    this.learnOrder(head, fields);
    if (sink.head(head)) sink.record(recordOf(head, known, body()));
    const id = fields.eventId ?? fields.instanceId;
    if (fields.timeCreated && !head.timeCreated) reportUnread(fields.timeCreated, sink);
    if (id && !head.eventId) reportUnread(id, sink);
  }

  private withProvider(fields: EventValues, { message }: EventBody): EventValues {
    return { ...fields, ...inferredProvider({ message, eventId: fields.eventId?.value }, this.templates) };
  }

  /** A date that could be read in two ways tells nothing about the order. */
  private learnOrder({ timeCreated }: RecordHead, fields: EventValues): void {
    if (timeCreated?.value.zone !== 'unstated' || timeCreated.value.ambiguous) return;
    this.evidence = addDateEvidence(this.evidence, fields.timeCreated?.value ?? '');
  }
}

/** What of an event tells its provider. */
interface Telling {
  readonly message: Located<string> | undefined;
  readonly eventId: string | undefined;
}

/** The provider whose message it is, for exports of a few properties only. Its place is that of the message. */
export function inferredProvider(
  { message, eventId }: Telling,
  templates: TemplateIndex,
): { readonly provider?: Located<string> } {
  const inferred = message && inferEvent(templates, message.value);
  const isOther = inferred?.eventId !== undefined && String(inferred.eventId) !== eventId;
  return message && inferred && !isOther ? { provider: { value: inferred.provider, span: message.span } } : {};
}

/** Units of an unreadable field that its problem quotes. */
const LONGEST_DETAIL = 80;

/** Tells that a field could not be read, and what it holds. */
export function reportUnread({ value, span }: Located<string>, sink: RecordSink): void {
  sink.problem({ code: 'field-not-readable', span, detail: value.slice(0, LONGEST_DETAIL) });
}
