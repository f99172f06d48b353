/** Minutes east of UTC of a local time without a zone, in milliseconds as if it were UTC, where somebody stated the zone. */
export interface LocalOffset {
  (local: number): number;
  /** The other offset of a local time that came twice, as clocks went back; undefined for any other. */
  other?(local: number): number | undefined;
}
