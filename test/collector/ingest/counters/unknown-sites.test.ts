import { describe, expect, it } from 'vitest'
import { openUnknownSites } from '../../../../collector/ingest/counters/unknown-sites.ts'

describe('openUnknownSites', () => {
  it('counts the events of the last hour and forgets older ones', () => {
    let now = 1_790_000_000
    const unknown = openUnknownSites(() => now)
    expect(unknown.lastHour()).toBe(0)
    unknown.add()
    unknown.add()
    now += 30 * 60
    unknown.add()
    expect(unknown.lastHour()).toBe(3)
    now += 31 * 60
    expect(unknown.lastHour()).toBe(1)
    unknown.add()
    expect(unknown.lastHour()).toBe(2)
    now += 24 * 3_600
    expect(unknown.lastHour()).toBe(0)
  })
})
