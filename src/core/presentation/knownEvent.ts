import type { EventValues } from './eventValues';

/** What is known of one kind of event: the sentence for the hover, and what a row of the tree has room for. */
export interface KnownEvent {
  /** Name in the event schema, lower case. */
  readonly provider: string;
  readonly eventId: number;
  /** Holds without any insertion string. */
  readonly title: string;
  readonly sentence?: (values: EventValues) => string | undefined;
  readonly brief?: (values: EventValues) => string | undefined;
}
