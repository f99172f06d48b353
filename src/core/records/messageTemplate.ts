/**
 * Message text of an event as its provider's message table has it: literal text with %1 … %n for insertion strings.
 * Source of each text: facts named in `src/catalogue/messages.json`.
 */
export interface MessageTemplate {
  readonly provider: string;
  readonly eventId: number | null;
  /** `The %1 service terminated unexpectedly.  It has done this %2 time(s).` */
  readonly text: string;
}
