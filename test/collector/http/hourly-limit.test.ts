import { expect, test } from 'vitest'
import { hourlyLimit } from '../../../collector/http/hourly-limit.ts'

test('gives each name its number an hour, at once or spread, and no more', () => {
  let nowMs = 0
  const limit = hourlyLimit(60, () => nowMs)
  const takes = (name: string, times: number) =>
    Array.from({ length: times }, () => limit.take(name)).filter(Boolean)
  expect(takes('a', 70)).toHaveLength(60)
  expect(takes('b', 1)).toHaveLength(1)
  expect(limit.retrySeconds).toBe(60)
  nowMs = 60_000
  expect(takes('a', 5)).toHaveLength(1)
  nowMs += 3_600_000
  expect(takes('a', 70)).toHaveLength(60)
})
