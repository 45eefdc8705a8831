/** Longest that one question may keep the database busy, seconds. */
export const MAX_QUERY_SECONDS = 10

/** The database gave up on a question because it would take too long or too much memory. */
export class QueryTooHeavyError extends Error {
  readonly code = 'query_too_heavy'

  constructor(options?: ErrorOptions) {
    super(
      'This question takes too long. Ask for a shorter period, fewer dimensions or fewer filters.',
      options,
    )
    this.name = 'QueryTooHeavyError'
  }
}
