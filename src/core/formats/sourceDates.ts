import { type DateEvidence, addDateEvidence, orderShownBy } from '../records/dateEvidence';
import type { DateOrder, EventTime } from '../records/eventTime';
import { parseTime } from '../records/parseTime';
import type { ReadSettings } from './format';

/** Reads the times of one source, and gathers what they say together about the order of day and month. */
export class SourceDates {
  private evidence: DateEvidence;

  constructor(private readonly settings: Pick<ReadSettings, 'dateOrder'>) {}

  get order(): DateOrder | undefined {
    return orderShownBy(this.evidence);
  }

  /** A written date and time; undefined when the text is none. */
  read(written: string): EventTime | undefined {
    const time = parseTime(written, this.order ?? this.settings.dateOrder);
    if (time) this.evidence = addDateEvidence(this.evidence, written);
    return time;
  }

  /** The source itself says which order its dates have. */
  state(order: DateOrder): void {
    this.evidence = order;
  }
}
