/** Who logs an event: what stands in `<Provider>` and what the Event Viewer calls it. */
export interface SampleProvider {
  readonly name: string;
  /** Guid and EventSourceName of a manifest provider; a classic provider has neither. */
  readonly guid?: string;
  readonly eventSourceName?: string;
  /** The Source column of list exports, where it differs from `name`. */
  readonly displayName?: string;
  readonly channel: 'System' | 'Application';
}

export type SampleLevel = 2 | 3 | 4;

/** One event of the sample case, told once; every export of it is rendered from this. */
export interface SampleEvent {
  readonly provider: SampleProvider;
  readonly eventId: number;
  /** High word of the message id; left out by manifest providers with plain ids. */
  readonly qualifiers?: number;
  readonly level: SampleLevel;
  readonly task?: number;
  /** The Task Category column; `None` when left out. */
  readonly category?: string;
  /** `2012-03-14T09:14:07.412`, UTC. */
  readonly time: string;
  /** Insertion strings, in order; a pair is a named one. */
  readonly data: readonly (string | readonly [name: string, value: string])[];
  /** Text that stands in `<Binary>` as UTF-16LE. */
  readonly binary?: string;
  /** Rendered message with `\n` for line breaks. */
  readonly message: string;
  readonly userId?: string;
}

/** A log of one computer, newest event first as the Event Viewer exports it. */
export interface SampleLog {
  readonly computer: string;
  /** Minutes by which the computer's local time is ahead of UTC. */
  readonly offsetMinutes: number;
  readonly events: readonly SampleEvent[];
  /** Record id of the newest event. */
  readonly lastRecordId: number;
}

export const LEVEL_NAMES: Readonly<Record<SampleLevel, string>> = { 2: 'Error', 3: 'Warning', 4: 'Information' };

/** Sorts the events of one channel, newest first. */
export function logOf(
  events: readonly SampleEvent[],
  channel: SampleProvider['channel'],
  origin: Omit<SampleLog, 'events'>,
): SampleLog {
  const ofChannel = events.filter((event) => event.provider.channel === channel);
  return { ...origin, events: ofChannel.sort((a, b) => b.time.localeCompare(a.time)) };
}
