/** Order of day and month in a written date such as 10/7/2016. */
export type DateOrder = 'dayFirst' | 'monthFirst';

/**
 * When an event was logged, as far as its source says.
 *
 * Exports for people give local time and never say of which zone; such a time is `unstated` and is never shown or
 * compared as if it were UTC before {@link EventTime.milliseconds} was shifted by an offset that somebody stated.
 */
export interface EventTime {
  /** Milliseconds from 1970-01-01T00:00 to the written date and time, both read in the zone named by `zone`. */
  readonly milliseconds: number;
  readonly zone: 'utc' | 'unstated';
  /**
   * Set when both numbers of the date are 12 or less and nothing in it tells day from month: `milliseconds` is then the
   * reading that `order` names and `swapped` the other. The evidence of the whole file decides, else a setting.
   */
  readonly ambiguous?: { readonly order: DateOrder; readonly swapped: number };
}
