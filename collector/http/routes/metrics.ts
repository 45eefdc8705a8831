import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'

export interface MetricsRouteDeps {
  /** Everything in Prometheus' text format. */
  readonly renderMetrics: () => Promise<string>
  /** Who may read it; without one nobody may. */
  readonly metricsToken: string | undefined
}

/** `GET /metrics` for Prometheus, with `Authorization: Bearer <HANKI_METRICS_TOKEN>`. */
export function metricsRoutes({ renderMetrics, metricsToken }: MetricsRouteDeps): Hono {
  return new Hono().get('/metrics', async c => {
    if (metricsToken === undefined) {
      return c.json({ error: 'Metrics are off. Set HANKI_METRICS_TOKEN and start again.' }, 404)
    }
    if (!isEqual(c.req.header('authorization') ?? '', `Bearer ${metricsToken}`)) {
      c.header('www-authenticate', 'Bearer')
      return c.json({ error: 'Send the header "Authorization: Bearer <HANKI_METRICS_TOKEN>".' }, 401)
    }
    return c.body(await renderMetrics(), 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    })
  })
}

/** Compares in a time that tells nothing about the content. */
function isEqual(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
