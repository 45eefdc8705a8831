import { describe, expect, it } from 'vitest'
import { openLatencies } from '../../../../scripts/bench/load/latencies.ts'

describe('openLatencies', () => {
  it('finds percentiles to a hundredth of a millisecond', () => {
    const latencies = openLatencies()
    for (let milliseconds = 1; milliseconds <= 1_000; milliseconds++) latencies.add(milliseconds)
    const { p50, p90, p95, p99, max } = latencies.summary()
    expect([p50, p90, p95, p99].map(value => Math.round(value))).toEqual([500, 900, 950, 990])
    expect(max).toBe(1_000)
  })

  it('keeps the maximum of what is slower than its last bucket', () => {
    const latencies = openLatencies()
    latencies.add(25_000)
    expect(latencies.summary().max).toBe(25_000)
  })
})
