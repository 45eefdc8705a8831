import { describe, expect, it } from 'vitest'
import { openMetrics } from '../../collector/metrics.ts'

describe('openMetrics', () => {
  it.each([
    ['are there when somebody reads them', true],
    ['wake nobody up when nobody does', false],
  ])('has numbers of the process that %s', async (_words, areRead) => {
    const text = await openMetrics({ areRead }).render()
    expect(text).toContain('hanki_events_accepted_total 0')
    expect(text.includes('nodejs_eventloop_lag_p99_seconds')).toBe(areRead)
  })
})
