/**
 * Message text of an event as its provider's message table has it: literal text with %1 to %99 for insertion strings and
 * %n for a line break. Source of each text: named in `src/catalogue/messages.json`.
 */
export interface MessageTemplate {
  readonly provider: string;
  /** Null where no public source names the id. */
  readonly eventId: number | null;
  /** `The %1 service terminated unexpectedly.  It has done this %2 time(s).` */
  readonly text: string;
}
