import { botLook } from './bots.ts'
import { chooseNetwork } from './networks.ts'
import { openRandom, type Random } from './random.ts'
import {
  DAY_SECONDS,
  dayFactor,
  daysSinceNewsletter,
  hourWeights,
  type LocalDay,
  localDays,
} from './rhythm.ts'
import { SHOP_DOMAIN } from './shop.ts'
import { DISCUSSION, NEWSLETTER, RETURN, SOURCES, type Source } from './sources.ts'
import { chooseUserAgent, IN_APP_BROWSERS } from './user-agents.ts'
import { type DemoBody, walkVisit } from './visit.ts'

/** One POST to `/api/event`, as a browser or a program somewhere would send it. */
export interface DemoRequest {
  /** When it arrives, whole seconds since 1970. */
  readonly atSeconds: number
  /** IPv4 or IPv6 text. */
  readonly address: string
  readonly userAgent: string
  readonly acceptLanguage: string
  readonly body: DemoBody
}

export interface TrafficOptions {
  /** Any whole number; the same options give the same stream. */
  readonly seed: number
  /** First second of the stream, since 1970. */
  readonly firstSecond: number
  /** The stream ends before this second. */
  readonly untilSecond: number
  /** People on a mean day in the middle of the range, without campaigns. */
  readonly visitorsPerDay: number
}

/** From the first to the last day, visitors grow by this share of the mean. */
const GROWTH = 0.3
/** Requests of programs per visitor. */
const BOT_LOOKS_PER_VISITOR = 0.11
/** Share of people who come again on the same day, and hours until then. */
const RETURN_SHARE = 0.15
const RETURN_AFTER_HOURS = { least: 1, most: 9 }
/** Visitors of a newsletter's day and the two after it, per visitor of a mean day. */
const NEWSLETTER_WAVE = [0.55, 0.14, 0.05] as const
/** The same for the discussion; it needs a range of three weeks, so that it is not all there is to see. */
const DISCUSSION_WAVE = [2.1, 1.1, 0.35, 0.12] as const
const DISCUSSION_NEEDS_DAYS = 21
const DISCUSSION_AT = 0.66
/** A newsletter is sent at nine, the discussion begins after lunch; interest halves in these hours. */
const NEWSLETTER_ARRIVAL = { hour: 9, halfLifeHours: 2.5 }
const DISCUSSION_ARRIVAL = { hour: 13, halfLifeHours: 3.5 }

/**
 * Believable traffic of a Finnish outdoor shop, in order of time: the week and the day's hours of Europe/Helsinki,
 * search, ads, newsletters, one article that is talked about, and bots; about 3.5 requests a day per `visitorsPerDay`.
 * Holds the requests of one day in memory. Pure: reads no clock, so a range may end in the future.
 */
export function* demoRequests(options: TrafficOptions): Generator<DemoRequest> {
  const days = [...localDays(options.firstSecond, options.untilSecond)]
  /** Requests of visits that go on after midnight. */
  let pending: DemoRequest[] = []
  for (const [index, day] of days.entries()) {
    pending.push(...dayRequests(day, index, days.length, options))
    pending.sort((a, b) => a.atSeconds - b.atSeconds)
    const later = pending.findIndex(request => request.atSeconds >= day.endSeconds)
    const due = later === -1 ? pending : pending.slice(0, later)
    pending = later === -1 ? [] : pending.slice(later)
    for (const request of due) {
      if (request.atSeconds >= options.untilSecond) return
      if (request.atSeconds >= options.firstSecond) yield request
    }
  }
}

/** Everything that starts on one day, in no order. */
function dayRequests(day: LocalDay, index: number, dayCount: number, options: TrafficOptions): DemoRequest[] {
  const random = openRandom(options.seed, day.number)
  const requests: DemoRequest[] = []
  const level = options.visitorsPerDay * (1 + GROWTH * (dayCount > 1 ? index / (dayCount - 1) - 0.5 : 0))
  const hours = hourWeights(day)

  const ordinary = Math.round(level * dayFactor(day) * random.around(1, 0.05))
  for (let count = 0; count < ordinary; count++) {
    addPerson(requests, random.pick(SOURCES), hourTime(day, hours, random), day, random)
  }
  const sinceNewsletter = daysSinceNewsletter(day)
  const readers = level * (NEWSLETTER_WAVE[sinceNewsletter] ?? 0)
  addWave(requests, NEWSLETTER, readers, sinceNewsletter === 0 ? NEWSLETTER_ARRIVAL : undefined, day, random)
  const sinceDiscussion = dayCount < DISCUSSION_NEEDS_DAYS ? -1 : index - Math.floor(dayCount * DISCUSSION_AT)
  const talkers = options.visitorsPerDay * (DISCUSSION_WAVE[sinceDiscussion] ?? 0)
  addWave(requests, DISCUSSION, talkers, sinceDiscussion === 0 ? DISCUSSION_ARRIVAL : undefined, day, random)

  const botLooks = Math.round(options.visitorsPerDay * BOT_LOOKS_PER_VISITOR * random.around(1, 0.3))
  for (let count = 0; count < botLooks; count++) requests.push(botRequest(day, random))
  return requests
}

interface Burst {
  /** Local hour at which it begins. */
  readonly hour: number
  readonly halfLifeHours: number
}

/** A burst decays from its hour on; a wave without one, and what is left at midnight, comes with the day's rhythm. */
function addWave(
  requests: DemoRequest[],
  source: Source,
  people: number,
  burst: Burst | undefined,
  day: LocalDay,
  random: Random,
): void {
  for (let count = 0; count < Math.round(people); count++) {
    const at = burst === undefined ? day.endSeconds : burstTime(day, burst, random)
    addPerson(
      requests,
      source,
      at < day.endSeconds ? at : hourTime(day, hourWeights(day), random),
      day,
      random,
    )
  }
}

function burstTime(day: LocalDay, { hour, halfLifeHours }: Burst, random: Random): number {
  const hoursLater = (-Math.log(1 - random.next()) / Math.LN2) * halfLifeHours
  return day.startSeconds + Math.floor((hour + hoursLater) * 3_600)
}

/** One person's visits of the day. */
function addPerson(
  requests: DemoRequest[],
  source: Source,
  atSeconds: number,
  day: LocalDay,
  random: Random,
): void {
  const person = {
    ...chooseNetwork(random),
    userAgent: chooseUserAgent(random, source.inApp && random.chance(0.7) ? IN_APP_BROWSERS : undefined),
  }
  const steps = walkVisit(source, random)
  for (const step of steps)
    requests.push({
      atSeconds: atSeconds + step.afterSeconds,
      ...person,
      body: step.body,
    })
  if (!random.chance(RETURN_SHARE)) return

  const { least, most } = RETURN_AFTER_HOURS
  const ended = atSeconds + (steps.at(-1)?.afterSeconds ?? 0)
  const again = ended + Math.floor((least + random.next() * (most - least)) * 3_600)
  if (again >= day.endSeconds) return
  for (const step of walkVisit(RETURN, random)) {
    requests.push({
      atSeconds: again + step.afterSeconds,
      ...person,
      body: step.body,
    })
  }
}

/** Programs know neither evenings nor weekends. */
function botRequest(day: LocalDay, random: Random): DemoRequest {
  const { url, ...bot } = botLook(random)
  return {
    atSeconds: day.startSeconds + random.below(day.endSeconds - day.startSeconds),
    ...bot,
    acceptLanguage: '',
    body: { n: 'pageview', u: url, d: SHOP_DOMAIN },
  }
}

/** A moment of the day by its hours' weights; an hour that a change of clock skips or repeats moves with its day. */
function hourTime(day: LocalDay, weights: readonly number[], random: Random): number {
  let rest = random.next() * weights.reduce((sum, weight) => sum + weight, 0)
  const hour = Math.max(
    weights.findIndex(weight => {
      rest -= weight
      return rest < 0
    }),
    0,
  )
  const stretch = (day.endSeconds - day.startSeconds) / DAY_SECONDS
  return day.startSeconds + Math.floor((hour + random.next()) * 3_600 * stretch)
}
