import type { Context } from 'hono'
import type { ErrorBody } from './contract.ts'

/** What a client is told to wait while the database is away, seconds: it is restarted within a few. */
const RETRY_AFTER_SECONDS = 5

/** 503: the question was fine, and can be asked again soon. */
export function databaseAway(c: Context): Response {
  c.header('retry-after', String(RETRY_AFTER_SECONDS))
  return c.json(
    {
      error: 'The database does not answer at the moment. Try again in a few seconds.',
    } satisfies ErrorBody,
    503,
  )
}
