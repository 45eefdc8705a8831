import { openRandom, type Random } from '../../demo/random.ts'
import { DAY_SECONDS, dayFactor, hourWeights, type LocalDay } from '../../demo/rhythm.ts'
import type { DemoRequest } from '../../demo/traffic.ts'
import { customEvent } from './custom-events.ts'
import { openPages, type Pages } from './pages.ts'
import { choosePerson } from './people.ts'
import { type Arrival, openArrivals } from './referrers.ts'
import { type BenchSite, WALKS } from './sites.ts'

export interface BenchTrafficOptions {
  readonly sites: readonly BenchSite[]
  /** Any whole number; the same options give the same stream. */
  readonly seed: number
  /** First day of the stream and how many there are; days since 1970, UTC. */
  readonly firstDay: number
  readonly days: number
  /** About how many events the stream holds. */
  readonly events: number
}

/** Share of people who come again on the same day, and the hours until then. */
const RETURN_SHARE = 0.15
const RETURN_AFTER_HOURS = { least: 0.6, most: 9 }
const MAX_PAGES = 60
/** Below the 30 minutes that end a visit. */
const LONGEST_LOOK_SECONDS = 1_700

/** A site with everything that was invented for it. */
interface World {
  readonly site: BenchSite
  readonly pages: Pages
  readonly arrive: (day: number, random: Random) => Arrival
  /** Mean number of people a day. */
  readonly people: number
}

/**
 * The requests of all sites in order of time, as one collector sees them. Every site has the day's hours of its own
 * part of the world, so that at most times several visits go on at once. Holds one day's requests in memory.
 */
export function* benchRequests(options: BenchTrafficOptions): Generator<DemoRequest> {
  const worlds = options.sites.map(site => openWorld(site, options))
  let pending: DemoRequest[] = []
  for (let number = options.firstDay; number < options.firstDay + options.days; number++) {
    const day = {
      number,
      startSeconds: number * DAY_SECONDS,
      endSeconds: (number + 1) * DAY_SECONDS,
    }
    for (const world of worlds) addDay(pending, world, day, options.seed)
    pending.sort((left, right) => left.atSeconds - right.atSeconds)
    const later = pending.findIndex(request => request.atSeconds >= day.endSeconds)
    yield* later === -1 ? pending : pending.slice(0, later)
    pending = later === -1 ? [] : pending.slice(later)
  }
}

function openWorld(site: BenchSite, options: BenchTrafficOptions): World {
  const random = openRandom(site.seed)
  const walk = WALKS[site.kind]
  const views = 1 + (1 - walk.leavesAtOnce) / walk.leaves
  const eventsPerPerson = views * (1 + walk.customEvents) * (1 + RETURN_SHARE * 0.7)
  return {
    site,
    pages: openPages(site, random),
    arrive: openArrivals(site, random),
    people: (options.events * site.share) / options.days / eventsPerPerson,
  }
}

/** Everything that starts on one day on one site, in no order. */
function addDay(requests: DemoRequest[], world: World, day: LocalDay, seed: number): void {
  const random = openRandom(world.site.seed ^ seed, day.number)
  const expected = world.people * dayFactor(day) * random.around(1, 0.15)
  // A small site has a fraction of a visitor a day.
  const people = Math.floor(expected + random.next())
  for (let count = 0; count < people; count++) addPerson(requests, world, day, random)
}

function addPerson(requests: DemoRequest[], world: World, day: LocalDay, random: Random): void {
  const person = choosePerson(world.site, random)
  const atSeconds = startOf(day, world.site, random)
  const ended = addVisit(requests, world, person, world.arrive(day.number, random), atSeconds, day, random)
  if (!random.chance(RETURN_SHARE)) return
  const { least, most } = RETURN_AFTER_HOURS
  const again = ended + Math.floor((least + random.next() * (most - least)) * 3_600)
  addVisit(requests, world, person, { referrer: '', query: '' }, again, day, random)
}

/** Page views until the reader leaves, and what they do on the pages; returns the second of the last event. */
function addVisit(
  requests: DemoRequest[],
  { site, pages }: World,
  person: Pick<DemoRequest, 'address' | 'userAgent' | 'acceptLanguage'>,
  arrival: Arrival,
  startSeconds: number,
  day: LocalDay,
  random: Random,
): number {
  const walk = WALKS[site.kind]
  const origin = `https://${site.domain}`
  let atSeconds = startSeconds
  let page = pages.enter(day.number, random)
  let url = origin + page + arrival.query
  let referrer = arrival.referrer
  for (let seen = 1; ; seen++) {
    requests.push({ atSeconds, ...person, body: { n: 'pageview', u: url, d: site.domain, r: referrer } })
    const look = Math.min(Math.round(random.around(walk.lookSeconds, 1)) + 2, LONGEST_LOOK_SECONDS)
    if (random.chance(walk.customEvents)) {
      atSeconds += Math.ceil(look * random.next())
      requests.push({
        atSeconds,
        ...person,
        body: { ...customEvent(site.kind, random), u: url, d: site.domain },
      })
    }
    const leaves = seen === 1 ? walk.leavesAtOnce : walk.leaves
    if (seen === MAX_PAGES || random.chance(leaves)) return atSeconds
    atSeconds += look
    referrer = url
    page = pages.follow(page, day.number, random)
    url = origin + page
  }
}

/** A second of the UTC day by the hours that the visitors' clocks show. */
function startOf(day: LocalDay, site: BenchSite, random: Random): number {
  const weights = hourWeights(day)
  let rest = random.next() * weights.reduce((sum, weight) => sum + weight, 0)
  const hour = weights.findIndex(weight => {
    rest -= weight
    return rest < 0
  })
  const utcHour = (Math.max(hour, 0) - site.hoursAhead + 24) % 24
  return day.startSeconds + Math.floor((utcHour + random.next()) * 3_600)
}
