import { describe, expect, it } from 'vitest'
import { type Loss, openIncidents } from '../../../collector/ingest/incidents.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

const aLoss = (first: number, last: number, change: Partial<Loss> = {}): Loss => ({
  journalId: '7',
  first,
  last,
  events: last - first + 1,
  reason: 'journal_damaged',
  ...change,
})

const CASES: readonly { readonly why: string; readonly losses: readonly Loss[]; readonly lost: number }[] = [
  { why: 'none', losses: [], lost: 0 },
  { why: 'one told twice', losses: [aLoss(1, 10), aLoss(1, 10)], lost: 10 },
  { why: 'apart', losses: [aLoss(1, 10), aLoss(11, 15)], lost: 15 },
  { why: 'one within another', losses: [aLoss(21, 100), aLoss(51, 100)], lost: 80 },
  { why: 'overlapping', losses: [aLoss(5, 20), aLoss(1, 10), aLoss(18, 30)], lost: 30 },
  { why: 'of two journals', losses: [aLoss(1, 10), aLoss(1, 10, { journalId: '8' })], lost: 20 },
  {
    why: 'a part of a range, twice: never more than both, never more than the range',
    losses: [aLoss(1, 100, { events: 3 }), aLoss(50, 120, { events: 4 })],
    lost: 7,
  },
]

describe('openIncidents', () => {
  it.each(CASES)('counts lost events: $why', async ({ losses, lost }) => {
    const directory = tempDirectory()
    const incidents = await openIncidents(directory)
    for (const loss of losses) await incidents.addLoss(loss)
    expect(incidents.lostEvents(0)).toBe(lost)
    expect((await openIncidents(directory)).lostEvents(0)).toBe(lost)
    expect(incidents.lostEvents(Date.now() / 1_000 + 60)).toBe(0)
  })

  it('remembers how far a database was that came back older, without counting it as lost', async () => {
    const directory = tempDirectory()
    const incidents = await openIncidents(directory)
    await incidents.addRewind('7', 51, 100)
    expect([incidents.rewoundFrom('7'), incidents.rewoundFrom('8')]).toEqual([100, 0])
    expect(incidents.lostEvents(0)).toBe(0)
    const after = await openIncidents(directory)
    await after.addLoss(aLoss(51, 100, { reason: 'database_older' }))
    expect([after.rewoundFrom('7'), after.lostEvents(0)]).toEqual([100, 50])
  })

  it('sets aside an event whose record nobody can read', async () => {
    const incidents = await openIncidents(tempDirectory())
    await incidents.quarantine('7', { sequence: 1, record: Buffer.from('[1,"torn') }, 'clickhouse_26')
    expect(incidents.quarantinedEvents(0)).toBe(1)
  })
})
