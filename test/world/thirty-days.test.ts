import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../../collector/config.ts'
import type { Day } from '../../collector/core/ids.ts'
import { addDays, startOfDaySeconds } from '../../collector/core/time/zone.ts'
import { builtBeside, type Hanki, openHanki } from '../../collector/hanki.ts'
import { openLog } from '../../collector/log.ts'
import { openDemoSender } from '../../scripts/demo/sender.ts'
import { openSimulatedClock } from '../../scripts/demo/simulated-clock.ts'
import { TEST_MEMORY_BYTES } from '../support/engine.ts'
import { queryOf } from '../support/queries.ts'
import { referenceDays } from './reference-days.ts'
import { type Deed, type SimulatedSite, simulateSite } from './simulated-site.ts'

/**
 * A March and April whose rows no retention removes. Clocks change within the 30 days in New York (8 March), Helsinki
 * (29 March) and Auckland (5 April, backwards).
 */
const FIRST_DAY = '2037-03-07' as Day
const LAST_DAY = '2037-04-06'
const ZONES = ['Europe/Helsinki', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu', 'UTC']

const BODIES: Readonly<Record<Deed['kind'], object>> = {
  view: { n: 'pageview' },
  'sign up': { n: 'Sign up' },
  ping: { n: 'Ping', i: false },
  engagement: { n: 'engagement', sd: 40, e: 5_000 },
}
const BROWSERS = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
]

describe('30 days in five time zones', () => {
  const sites = ZONES.map((timezone, index) =>
    simulateSite(`site${index}.example`, timezone, midnightsOf(timezone), 4_000 + index),
  )
  const directory = mkdtempSync(join(tmpdir(), 'hanki-test-'))
  let hanki: Hanki

  beforeAll(async () => {
    const clock = openSimulatedClock(startOfDaySeconds(addDays(FIRST_DAY, -1), 'UTC'), () => hanki.tidy())
    hanki = await openHanki({
      config: {
        ...loadConfig({}),
        dataDirectory: directory,
        dayKeysFile: 'none',
        engineMemoryBytes: TEST_MEMORY_BYTES,
      },
      built: builtBeside(join(import.meta.dirname, '../../dist/collector')),
      log: openLog('error'),
      nowSeconds: clock.now,
      runtimeDirectory: undefined,
    })
    for (const { domain, timezone } of sites) await hanki.directory.addSite({ domain, timezone })
    const send = openDemoSender(hanki.collect)
    const deeds = sites.flatMap(site => site.deeds.map(deed => ({ site, deed })))
    deeds.sort((a, b) => a.deed.atSeconds - b.deed.atSeconds)
    for (const { site, deed } of deeds) {
      // A visit counts as going on from what is durable: nothing may be under way when time moves.
      if (deed.atSeconds !== clock.now()) await send.settled()
      clock.moveTo(deed.atSeconds)
      send(requestOf(site, deed))
    }
    await send.settled()
    await hanki.writer.drain(30_000)
  }, 120_000)
  afterAll(async () => {
    await hanki.close()
    rmSync(directory, { recursive: true, force: true })
  })

  it.each(sites)('counts $timezone as the simulation itself does, day by day', async site => {
    const query = queryOf(
      {
        site_id: site.domain,
        metrics: ['visitors', 'visits', 'pageviews', 'bounce_rate', 'visit_duration'],
        date_range: [addDays(FIRST_DAY, -1), LAST_DAY],
        dimensions: ['time:day'],
      },
      hanki.directory.siteByDomain(site.domain),
      '2037-05-01T00:00:00Z',
    )
    const { rows } = await hanki.eventStore.query(query)
    const found = rows
      .map(({ dimensions, metrics }) => {
        const [visitors, visits, pageviews, bounceRate, visitDuration] = metrics
        return { day: dimensions[0], visitors, visits, pageviews, bounceRate, visitDuration }
      })
      .sort((a, b) => String(a.day).localeCompare(String(b.day)))
    const expected = referenceDays(site)
    expect(found).toEqual(expected)
    // The world is one in which the edges lie: many visits, some of which midnight has cut.
    expect(expected.length).toBeGreaterThanOrEqual(30)
    expect(expected.reduce((sum, { visits }) => sum + visits, 0)).toBeGreaterThan(500)
  })
})

function midnightsOf(timezone: string): readonly number[] {
  return Array.from({ length: 30 }, (_, index) => startOfDaySeconds(addDays(FIRST_DAY, index), timezone))
}

function requestOf({ domain }: SimulatedSite, { atSeconds, device, kind }: Deed) {
  return {
    atSeconds,
    address: `91.152.${device}.7`,
    userAgent: BROWSERS[device % BROWSERS.length] ?? '',
    acceptLanguage: 'en',
    body: { u: `https://${domain}/`, d: domain, ...BODIES[kind] } as never,
  }
}
