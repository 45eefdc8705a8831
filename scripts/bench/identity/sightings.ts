import type { Day } from '../../../collector/core/ids.ts'
import { addDays, startOfDaySeconds } from '../../../collector/core/time/zone.ts'
import type { Random } from '../../demo/random.ts'
import type { Device } from './devices.ts'
import type { Person } from './population.ts'

/** A device on the site at a moment. */
export interface Sighting {
  readonly device: Device
  /** Whole seconds since 1970. */
  readonly atSeconds: number
  readonly address: string
}

/** Share of people that come on a day, and mean number of times that they do. */
const COMES = 0.5
const AGAIN = 0.45
/** Weights of the local hours: little at night, most in the evening. */
const HOURS = [2, 1, 1, 1, 1, 2, 4, 6, 7, 7, 7, 7, 8, 7, 6, 6, 7, 8, 9, 10, 11, 11, 8, 4]
const HOUR_ROWS = HOURS.map((weight, hour) => ({ weight, hour }))

/** Everything that one person does on the site in some days of its time zone, from `first` on. */
export function* sightingsOf(
  person: Person,
  first: Day,
  days: number,
  timezone: string,
  random: Random,
): Generator<Sighting> {
  const startSeconds = startOfDaySeconds(first, timezone)
  for (let index = 0; index < days; index++) {
    if (!random.chance(COMES)) continue
    const midnight = startOfDaySeconds(addDays(first, index), timezone)
    do {
      const { hour } = random.pick(HOUR_ROWS)
      const device = random.oneOf(person.devices)
      const atSeconds = midnight + hour * 3_600 + random.below(3_600)
      const hours = (atSeconds - startSeconds) / 3_600
      const address = person.networkOf(device, hour).addressOf(device.id, hours)
      yield { device, atSeconds, address }
    } while (random.chance(AGAIN))
  }
}
