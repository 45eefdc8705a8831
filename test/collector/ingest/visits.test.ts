import { describe, expect, test } from 'vitest'
import type { SiteId, VisitId, VisitorId } from '../../../collector/core/ids.ts'
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

describe('restored visits', () => {
  const moments: readonly {
    readonly why: string
    readonly seconds: readonly number[]
    readonly open: number
  }[] = [
    { why: 'in order', seconds: [100, 200, 300], open: 2 },
    { why: 'the latest first', seconds: [300, 200, 100], open: 0 },
    { why: 'the last of one second', seconds: [300, 300], open: 1 },
  ]

  test.each(moments)('go on from the latest event: $why', ({ seconds, open }) => {
    const visits = openVisits()
    const events = seconds.map((timestampSeconds, index) =>
      anEvent({ timestampSeconds, visitId: String(index) as VisitId }),
    )
    for (const event of events) visits.restore([event])
    expect(visits.find(1 as SiteId, '1001' as VisitorId, 400)).toMatchObject({
      visitId: String(open),
      lastSeconds: Math.max(...seconds),
    })
  })
})
