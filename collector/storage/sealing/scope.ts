/** What one sealing is about, in SQL. */
export interface SealScope {
  /** Condition on table `events` of that alias: the events that are sealed. */
  readonly rawEvents: string
  /** Condition on `sealed_visits` of alias `sealed`: the visits that were sealed now. */
  readonly sealedVisits: string
  readonly generation: string
  /** The sites' time zone. */
  readonly timezone: string
  /** Numbers of repeated visitors begin after this one, so that those of two generations of a day never meet. */
  readonly numberFrom: string
}
