/** Milliseconds. */
export interface LatencySummary {
  readonly p50: number
  readonly p90: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** A histogram of latencies: its size does not grow with the number of requests. */
export interface Latencies {
  add(milliseconds: number): void
  summary(): LatencySummary
}

/** Width of a bucket, ms; a percentile is right to that much. */
const BUCKET_MS = 0.01

/** 10 seconds; anything slower is in the last bucket, and still the right maximum. */
const BUCKETS = 1_000_000

export function openLatencies(): Latencies {
  const counts = new Uint32Array(BUCKETS)
  let total = 0
  let max = 0

  /** Upper edge of the bucket that holds this share of the requests, 0–1. */
  function percentile(share: number): number {
    let seen = 0
    for (const [bucket, count] of counts.entries()) {
      seen += count
      if (seen >= share * total) return Math.min((bucket + 1) * BUCKET_MS, max)
    }
    return max
  }

  return {
    add(milliseconds) {
      const bucket = Math.min(Math.floor(milliseconds / BUCKET_MS), BUCKETS - 1)
      counts[bucket] = (counts[bucket] ?? 0) + 1
      total++
      if (milliseconds > max) max = milliseconds
    },
    summary: () => ({
      p50: percentile(0.5),
      p90: percentile(0.9),
      p95: percentile(0.95),
      p99: percentile(0.99),
      max,
    }),
  }
}
