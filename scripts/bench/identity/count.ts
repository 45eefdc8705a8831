import { createHash } from 'node:crypto'
import type { DayKey } from '../../../collector/core/identity/day-key.ts'
import { visitorId } from '../../../collector/core/identity/visitor-id.ts'
import type { Day, SiteId } from '../../../collector/core/ids.ts'
import type { Precision } from '../../../collector/core/site/site-settings.ts'
import { localDay } from '../../../collector/core/time/zone.ts'
import { clientAddressReader } from '../../../collector/http/client-address.ts'
import type { Sighting } from './sightings.ts'
import { type DayTally, openTally, sumOf, type TallyResult } from './tally.ts'

/** When a key ends: at the site's midnight, as ours does, or at midnight of UTC. */
export const KEY_ENDS = ['site', 'UTC'] as const
export type KeyEnd = (typeof KEY_ENDS)[number]

const reader = clientAddressReader({ trustedProxies: [], addressHeader: undefined })

/** Counts visitors per local day of the site with the collector's own functions, under keys that end at `keyEnd`. */
export function count(
  sightings: Iterable<Sighting>,
  timezone: string,
  precision: Precision,
  keyEnd: KeyEnd,
): TallyResult {
  const tallies = new Map<Day, DayTally>()
  const keys = new Map<Day, DayKey>()
  for (const { device, atSeconds, address } of sightings) {
    const keyDay = localDay(atSeconds, keyEnd === 'site' ? timezone : 'UTC')
    const key = keys.get(keyDay) ?? keyOf(keyDay)
    keys.set(keyDay, key)
    const digests = reader.ofRequest(address, {}).digests({ current: key, previous: undefined }, precision)
    const day = localDay(atSeconds, timezone)
    const tally = tallies.get(day) ?? openTally()
    tallies.set(day, tally)
    tally.add(device.person, device.id, visitorId(digests.current, device.look))
  }
  return sumOf([...tallies.values()].map(tally => tally.result()))
}

/** Made of the day's name, so that a run can be repeated; a real one is random. */
function keyOf(day: Day): DayKey {
  const secret = createHash('sha256').update(`bench ${day}`).digest()
  return { siteId: 1 as SiteId, day, endsAtSeconds: 0, secret }
}
