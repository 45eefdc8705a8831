import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_HINTS } from '../../../../collector/core/client/client-hints.ts'
import type { SiteId } from '../../../../collector/core/ids.ts'
import type { Precision } from '../../../../collector/core/site/site-settings.ts'
import { localDay } from '../../../../collector/core/time/zone.ts'
import { clientAddressReader } from '../../../../collector/http/client-address.ts'
import { openClientParser } from '../../../../collector/ingest/client-parser.ts'
import { openPlaces } from '../../../../collector/ingest/geo/places.ts'
import { openKnownSender } from '../../../../collector/ingest/sender.ts'
import { openTestKeys } from '../../../support/day-keys.ts'
import { aSite } from '../../../support/events.ts'

const ZONES = ['Europe/Helsinki', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu', 'Pacific/Apia']
const AGENTS = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
  'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0',
  'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0',
]

/** Who did it, where and when: everything that an id may depend on. */
interface Act {
  readonly site: number
  readonly seconds: number
  readonly address: string
  readonly agent: number
}

/** Around a leap day and both changes of clocks; few values each, so that acts often share some of them. */
const acts = fc.record<Act>({
  site: fc.integer({ min: 1, max: ZONES.length }),
  seconds: fc
    .tuple(fc.constantFrom('2028-02-28T00:00Z', '2026-03-28T12:00Z', '2026-10-24T12:00Z'), fc.nat(3 * 86_400))
    .map(([start, later]) => Date.parse(start) / 1_000 + later),
  address: fc.oneof(
    fc.constantFrom('91.152.10.9', '91.152.10.10', '91.152.11.9', '2001:14ba:1::7', '2001:14ba:1:2::7'),
    fc.ipV4(),
  ),
  agent: fc.nat(AGENTS.length - 1),
})

describe('visitor ids', () => {
  it.each<Precision>(['full', 'network'])(
    'are equal for the same person, site and local day, and for nothing else (%s)',
    async precision => {
      const { placeOf } = await openPlaces(undefined)
      const reader = clientAddressReader({ trustedProxies: [], addressHeader: undefined })
      const parseClient = openClientParser()

      fc.assert(
        fc.property(fc.array(acts, { minLength: 2, maxLength: 30 }), unordered => {
          const keys = openTestKeys()
          const byId = new Map<string, string>()
          const byPerson = new Map<string, string>()
          for (const { site: number, seconds, address, agent } of unordered.toSorted(
            (a, b) => a.seconds - b.seconds,
          )) {
            const site = aSite({ id: number as SiteId, timezone: ZONES[number - 1] ?? 'UTC' })
            const facts = {
              userAgent: AGENTS[agent] ?? '',
              acceptLanguage: '',
              hints: NO_HINTS,
              objects: false,
              prefetch: false,
            }
            const known = reader.ofRequest(address, {})
            const sender = openKnownSender({ address: known, facts }, { parseClient, placeOf })
            const id = sender.visitorIds(keys.keysFor(site, seconds), precision).current
            const where = precision === 'full' ? address : known.network
            const person = JSON.stringify([number, localDay(seconds, site.timezone), where, agent])
            expect(byId.get(id) ?? person).toBe(person)
            expect(byPerson.get(person) ?? id).toBe(id)
            byId.set(id, person)
            byPerson.set(person, id)
          }
        }),
      )
    },
  )
})
