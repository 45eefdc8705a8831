import { describe, expect, test } from 'vitest'
import type { SiteId, VisitorId } from '../../../collector/core/ids.ts'
import { openVisits } from '../../../collector/ingest/visits.ts'
import { anEvent } from '../../support/events.ts'

const { day, acquisition, client, place } = anEvent()

describe('visit ids', () => {
  test('differ within a second, also when it has many, and with the clock set back', () => {
    const visits = openVisits()
    const ids = Array.from({ length: 70_000 }, (_, index) => {
      const lastSeconds = index < 69_000 ? 1_800_000_000 : 1_700_000_000
      const facts = { day, acquisition, client, place, lastSeconds }
      return visits.start(1 as SiteId, String(index) as VisitorId, facts).visitId
    })
    expect(new Set(ids).size).toBe(70_000)
  })

  test('fit into 64 bits and are not the zero of a blanked id', () => {
    const facts = { day, acquisition, client, place, lastSeconds: 4_294_967_295 }
    const id = BigInt(openVisits().start(1 as SiteId, '1' as VisitorId, facts).visitId)
    expect(id > 0n && id < 2n ** 64n).toBe(true)
  })
})
