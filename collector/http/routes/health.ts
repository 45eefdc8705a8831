import { Hono } from 'hono'
import type { Pulse } from '../../core/ports.ts'

export interface HealthDeps {
  readonly pulse: Pulse
}

/** `GET /api/health/live`: the process runs. `GET /api/health/ready`: 200, or 503 while the database is away (collecting goes on). */
export function healthRoutes({ pulse }: HealthDeps): Hono {
  return new Hono()
    .get('/api/health/live', c => c.json({ status: 'ok' }))
    .get('/api/health/ready', c =>
      pulse.isAnswering()
        ? c.json({ status: 'ok' })
        : c.json({ error: 'The database does not answer. Events are kept in the journal meanwhile.' }, 503),
    )
}
