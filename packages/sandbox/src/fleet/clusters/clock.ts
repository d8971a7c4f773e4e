/** What makes one fleet differ from another. */
export interface FleetClock {
  now: Date;
  seed: number;
}
