import { openRandom, type Random } from '../../scripts/demo/random.ts'

/** One thing that somebody did on a site. */
export interface Deed {
  /** Whole seconds since 1970. */
  readonly atSeconds: number
  /** Number of the device, from 0; every device has an address and a browser of its own. */
  readonly device: number
  readonly kind: 'view' | 'sign up' | 'ping' | 'engagement'
}

/** A site, who visits it, and everything they do there in 30 days. */
export interface SimulatedSite {
  readonly domain: string
  readonly timezone: string
  /** By time. */
  readonly deeds: readonly Deed[]
}

const DAYS = 30
const DEVICES = 25
/** Share of a device's days on which it comes, and of comings that begin around midnight or in the small hours. */
const DAY_SHARE = 0.4
const MIDNIGHT_SHARE = 0.35
const SMALL_HOURS_SHARE = 0.15

/**
 * Deeds that try every edge: visits around the site's midnight and through the hours that change of clocks skips or repeats,
 * pauses of just under, exactly and just over 30 minutes, engagement with and without an open visit.
 * `midnights`: the 30 local midnights, seconds since 1970.
 */
export function simulateSite(
  domain: string,
  timezone: string,
  midnights: readonly number[],
  seed: number,
): SimulatedSite {
  const random = openRandom(seed)
  const deeds: Deed[] = []
  for (let device = 0; device < DEVICES; device++) {
    for (const midnight of midnights.slice(0, DAYS)) {
      if (!random.chance(DAY_SHARE)) continue
      const comings = 1 + random.below(3)
      for (let coming = 0; coming < comings; coming++) come(deeds, device, startOf(midnight, random), random)
    }
  }
  // Of one device two deeds never fall into one second: which came first would be anybody's guess.
  const bySecond = new Map(deeds.map(deed => [`${deed.device} ${deed.atSeconds}`, deed]))
  return { domain, timezone, deeds: [...bySecond.values()].sort((a, b) => a.atSeconds - b.atSeconds) }
}

function startOf(midnight: number, random: Random): number {
  if (random.chance(MIDNIGHT_SHARE)) return midnight - 2_400 + random.below(4_800)
  if (random.chance(SMALL_HOURS_SHARE)) return midnight + random.below(5 * 3_600)
  return midnight + random.below(23 * 3_600)
}

function come(deeds: Deed[], device: number, atSeconds: number, random: Random): void {
  let at = atSeconds
  const count = 1 + random.below(5)
  for (let done = 0; done < count; done++) {
    deeds.push({ atSeconds: at, device, kind: kindOf(done, random) })
    at += pause(random)
  }
}

function kindOf(done: number, random: Random): Deed['kind'] {
  const chance = random.next()
  if (chance < (done === 0 ? 0.9 : 0.5)) return 'view'
  if (chance < 0.92) return 'engagement'
  return chance < 0.96 ? 'sign up' : 'ping'
}

function pause(random: Random): number {
  if (random.chance(0.6)) return 1 + random.below(300)
  if (random.chance(0.6)) return 1_795 + random.below(11)
  return 1_800 + random.below(4_000)
}
