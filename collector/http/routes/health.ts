import { Hono } from 'hono'

export interface HealthDeps {
  /** True when the database answers. */
  readonly isReady: () => Promise<boolean>
}

/** `GET /api/health/live`: the process runs. `GET /api/health/ready`: 200, or 503 while the database is away (collecting goes on). */
export function healthRoutes({ isReady }: HealthDeps): Hono {
  return new Hono()
    .get('/api/health/live', c => c.json({ status: 'ok' }))
    .get('/api/health/ready', async c =>
      (await isReady())
        ? c.json({ status: 'ok' })
        : c.json({ error: 'The database does not answer. Events are kept in the journal meanwhile.' }, 503),
    )
}
