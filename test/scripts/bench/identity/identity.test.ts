import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../../collector/core/ids.ts'
import { count } from '../../../../scripts/bench/identity/count.ts'
import { makePopulation, POPULATIONS } from '../../../../scripts/bench/identity/population.ts'
import { type Sighting, sightingsOf } from '../../../../scripts/bench/identity/sightings.ts'
import { openTally } from '../../../../scripts/bench/identity/tally.ts'
import { openRandom } from '../../../../scripts/demo/random.ts'

const ZONE = 'Europe/Helsinki'
const FIRST = '2026-03-27' as Day

function simulate(kind: (typeof POPULATIONS)[number], seed = 1): Sighting[] {
  const random = openRandom(seed, 99)
  return makePopulation(kind, 200, seed).flatMap(person => [...sightingsOf(person, FIRST, 5, ZONE, random)])
}

describe('the simulation of identity', () => {
  it('is the same for the same seed', () => {
    expect(JSON.stringify(simulate('everyday'))).toBe(JSON.stringify(simulate('everyday')))
    expect(JSON.stringify(simulate('everyday', 2))).not.toBe(JSON.stringify(simulate('everyday')))
  })

  it('counts exactly when every device has one address of its own', () => {
    const own = simulate('households').map(sighting => ({
      ...sighting,
      address: `91.${sighting.device.id >> 16}.${(sighting.device.id >> 8) & 255}.${sighting.device.id & 255}`,
    }))
    const { devices, counted, merged, split } = count(own, ZONE, 'full', 'site')
    expect([counted, merged, split]).toEqual([devices, 0, 0])
  })

  it('counts one a day when all look alike from one address', () => {
    const [first] = simulate('offices')
    const alike = simulate('offices').map(sighting => ({
      ...sighting,
      address: '91.152.10.9',
      device: { ...sighting.device, look: first?.device.look ?? sighting.device.look },
    }))
    expect(count(alike, ZONE, 'full', 'site').counted).toBe(5)
  })

  it.each(POPULATIONS)('never tells more apart by network than by address (%s)', kind => {
    const sightings = simulate(kind)
    const full = count(sightings, ZONE, 'full', 'site')
    const network = count(sightings, ZONE, 'network', 'site')
    expect(network.counted).toBeLessThanOrEqual(full.counted)
    expect(network.merged).toBeGreaterThanOrEqual(full.merged)
  })
})

describe('openTally', () => {
  it('always holds that what is counted is devices, more what is split, less what is merged', () => {
    const pairs = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 100 })
    fc.assert(
      fc.property(pairs, list => {
        const tally = openTally()
        for (const [device, id] of list) tally.add(device, device, String(id))
        const { devices, counted, split, merged } = tally.result()
        expect(counted).toBe(devices + split - merged)
        expect(Math.min(split, merged)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
