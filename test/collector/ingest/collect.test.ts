import { describe, expect, it } from 'vitest'
import { NO_HINTS } from '../../../collector/core/client/client-hints.ts'
import { parsePayload } from '../../../collector/core/event/payload.ts'
import { clientAddressReader } from '../../../collector/http/client-address.ts'
import { openClientParser } from '../../../collector/ingest/client-parser.ts'
import { createCollect } from '../../../collector/ingest/collect.ts'
import { openBoundedNames } from '../../../collector/ingest/counters/bounded-names.ts'
import { openDailyCounter } from '../../../collector/ingest/counters/daily-counter.ts'
import { openNetworkCounter } from '../../../collector/ingest/counters/network-counter.ts'
import { openPlaces } from '../../../collector/ingest/geo/places.ts'
import { openImports } from '../../../collector/ingest/identity/imports.ts'
import type { Journal } from '../../../collector/ingest/journal/journal.ts'
import { openRepeats } from '../../../collector/ingest/repeats.ts'
import { openVisits } from '../../../collector/ingest/visits.ts'
import { openTestKeys } from '../../support/day-keys.ts'
import { aSite } from '../../support/events.ts'
import { anObserver, openTestJournal } from '../../support/journal.ts'
import { FIREFOX } from '../../support/pipeline-world.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

const NOON = Date.parse('2026-03-10T12:00:00Z') / 1_000

/** The way in of a site, and what was counted of it. */
async function openWayIn(journal: Journal) {
  const site = aSite()
  const counted: string[] = []
  const observer = anObserver()
  const networks = openNetworkCounter({
    addNetworkCounts: async counts => void counted.push(...counts.map(({ network }) => network)),
  })
  const counts = openDailyCounter({
    addDailyCounts: async drops =>
      void counted.push(...drops.map(({ reason, name, count }) => `${reason} ${name} ${count}`)),
  })
  const { placeOf } = await openPlaces(undefined)
  const collect = createCollect({
    journal,
    dayKeys: openTestKeys(),
    imports: openImports({ note: () => undefined }),
    visits: openVisits(),
    gate: { admitsNetwork: () => true, admitsSite: () => true },
    repeats: await openRepeats({ idempotencyKeys: async () => [] }, journal, () => NOON),
    counts,
    networks,
    values: openBoundedNames(1_000),
    observer,
    siteByDomain: domain => (domain === site.domain ? site : undefined),
    nowSeconds: () => NOON,
    parseClient: openClientParser(),
    placeOf,
  })
  const readAddress = clientAddressReader({ trustedProxies: [], addressHeader: undefined })
  const item = (body: object = {}) => {
    const parsed = parsePayload({ n: 'pageview', u: 'https://example.com/', d: 'example.com', ...body })
    if (!parsed.ok) throw new Error(`The test sent a bad payload: ${JSON.stringify(parsed.errors)}`)
    const hints = NO_HINTS
    return {
      payload: parsed.payload,
      sender: {
        address: readAddress.ofRequest('91.152.10.9', {}),
        facts: { userAgent: FIREFOX, acceptLanguage: 'fi', hints, objects: false, prefetch: false },
      },
    }
  }
  return {
    collect,
    item,
    told: observer.told,
    async counted(): Promise<readonly string[]> {
      await Promise.all([networks.flush(), counts.flush()])
      return counted
    },
  }
}

describe('createCollect', () => {
  const personal = { u: 'https://example.com/user/jane@example.org' }
  const foreign = { u: 'https://evil.example/' }

  it('counts what came of a request once its events are durable', async () => {
    const way = await openWayIn(await openTestJournal())
    const results = await way.collect([way.item(personal), way.item(foreign)])
    expect(results.map(({ status }) => status)).toEqual(['stored', 'dropped'])
    expect(await way.counted()).toEqual([
      '91.152.10.0/24',
      expect.stringContaining('personal_data'),
      expect.stringContaining('hostname'),
    ])
  })

  it('counts nothing of a request that the journal refuses, for it is sent again', async () => {
    const way = await openWayIn(await openTestJournal(tempDirectory(), 50))
    const unknown = { d: 'unknown.example' }
    await expect(way.collect([way.item(personal), way.item(foreign), way.item(unknown)])).rejects.toThrow(
      'full',
    )
    expect(await way.counted()).toEqual([])
    expect(way.told).toEqual({ refused: 1 })
  })

  it('stores one of three requests that come at once under one Idempotency-Key', async () => {
    const journal = await openTestJournal()
    const way = await openWayIn(journal)
    const options = { apiKeyId: 'k', idempotencyKey: 'x' }
    const answers = await Promise.all([1, 2, 3].map(() => way.collect([way.item()], options)))
    expect(answers.map(([answer]) => answer?.status)).toEqual(['stored', 'repeated', 'repeated'])
    expect(journal.depth()).toBe(1)
  })

  it('takes a request again whose Idempotency-Key came with one that was refused', async () => {
    const way = await openWayIn(await openTestJournal(tempDirectory(), 50))
    const options = { apiKeyId: 'k', idempotencyKey: 'x' }
    for (let tries = 0; tries < 2; tries++) {
      await expect(way.collect([way.item()], options)).rejects.toThrow('full')
    }
  })
})
