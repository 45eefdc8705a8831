import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timezoneAt, withTimezone } from '../../../../collector/core/site/time-zone.ts'
import { localDay } from '../../../../collector/core/time/zone.ts'

const seconds = (text: string): number => Date.parse(text) / 1_000
const HELSINKI = { timezone: 'Europe/Helsinki', zoneChanges: [] }

describe('withTimezone', () => {
  it('changes at the next midnight of the zone that is left, and not before', () => {
    const site = withTimezone(HELSINKI, 'America/New_York', seconds('2026-03-10T12:00:00+02:00'))
    expect(timezoneAt(site, seconds('2026-03-10T23:59:59+02:00'))).toBe('Europe/Helsinki')
    expect(timezoneAt(site, seconds('2026-03-11T00:00:00+02:00'))).toBe('America/New_York')
    expect(timezoneAt(site, seconds('2020-01-01T00:00:00Z'))).toBe('Europe/Helsinki')
  })

  it('replaces a change that is still to come, and takes one back', () => {
    const noon = seconds('2026-03-10T12:00:00+02:00')
    const once = withTimezone(HELSINKI, 'America/New_York', noon)
    const twice = withTimezone(once, 'Asia/Tokyo', noon + 60)
    expect(twice.zoneChanges.map(({ timezone }) => timezone)).toEqual(['Asia/Tokyo'])
    expect(withTimezone(twice, 'Europe/Helsinki', noon + 120)).toEqual(HELSINKI)
  })

  it('never changes the day of a moment that is past, whatever is changed when', () => {
    const zones = fc.constantFrom('Europe/Helsinki', 'America/New_York', 'Asia/Tokyo', 'Pacific/Apia', 'UTC')
    const changes = fc.array(fc.tuple(zones, fc.integer({ min: 1, max: 200_000 })), { maxLength: 8 })
    fc.assert(
      fc.property(changes, fc.array(fc.integer({ min: 0, max: 1_000_000 })), (steps, moments) => {
        let site: Parameters<typeof withTimezone>[0] = HELSINKI
        let now = seconds('2026-03-20T09:00:00Z')
        const start = now
        for (const [zone, pause] of steps) {
          now += pause
          const past = moments.map(moment => start + moment).filter(moment => moment <= now)
          const days = past.map(moment => localDay(moment, timezoneAt(site, moment)))
          site = withTimezone(site, zone, now)
          expect(past.map(moment => localDay(moment, timezoneAt(site, moment)))).toEqual(days)
        }
      }),
    )
  })
})
