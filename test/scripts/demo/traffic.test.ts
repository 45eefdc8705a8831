import { isbot } from 'isbot'
import { describe, expect, it } from 'vitest'
import { type DemoRequest, demoRequests } from '../../../scripts/demo/traffic.ts'

const DAY_SECONDS = 86_400
const VISIT_GAP_SECONDS = 1_800
const UNTIL_SECOND = Date.UTC(2026, 10, 23, 12) / 1_000
const NINETY_DAYS = {
  seed: 1,
  firstSecond: UNTIL_SECOND - 90 * DAY_SECONDS,
  untilSecond: UNTIL_SECOND,
  visitorsPerDay: 450,
}
const TWO_DAYS = {
  ...NINETY_DAYS,
  firstSecond: UNTIL_SECOND - 2 * DAY_SECONDS,
}

const requests = [...demoRequests(NINETY_DAYS)]
const human = requests.filter(request => !isbot(request.userAgent))
const visits = visitsOf(human)

describe('demoRequests', () => {
  it('gives the same stream for the same seed', () => {
    expect([...demoRequests(TWO_DAYS)]).toEqual([...demoRequests(TWO_DAYS)])
  })

  it('gives another stream for another seed', () => {
    expect([...demoRequests({ ...TWO_DAYS, seed: 2 })]).not.toEqual([...demoRequests(TWO_DAYS)])
  })

  it('comes in order of time and stays in its range', () => {
    let before = NINETY_DAYS.firstSecond
    const misplaced = requests.filter(({ atSeconds }) => {
      const isMisplaced = atSeconds < before || atSeconds >= UNTIL_SECOND || !Number.isInteger(atSeconds)
      before = atSeconds
      return isMisplaced
    })
    expect(misplaced).toEqual([])
  })

  it('names whole, percent-encoded addresses of the shop', () => {
    const urls = new Set(requests.map(({ body }) => body.u))
    expect([...urls].filter(url => new URL(url).href !== url)).toEqual([])
    expect([...urls].filter(url => new URL(url).hostname !== 'kongas.example')).toEqual([])
  })

  it.each([
    {
      what: 'requests',
      least: 100_000,
      most: 150_000,
      value: requests.length,
      why: 'a demo of two minutes',
    },
    {
      what: 'bots per request',
      least: 0.02,
      most: 0.08,
      value: share(isBotRequest),
      why: 'some are to be dropped',
    },
    {
      what: 'bounce rate',
      least: 0.4,
      most: 0.55,
      value: bounceRate(),
      why: 'usual for a shop',
    },
    {
      what: 'views per visit',
      least: 2,
      most: 4,
      value: viewsPerVisit(),
      why: 'usual for a shop',
    },
    {
      what: 'visit seconds',
      least: 60,
      most: 240,
      value: meanSeconds(),
      why: 'usual for a shop',
    },
    {
      what: 'purchases per visit',
      least: 0.01,
      most: 0.035,
      value: purchaseRate(),
      why: 'usual for a shop',
    },
    {
      what: 'IPv6',
      least: 0.3,
      most: 0.45,
      value: share(({ address }) => address.includes(':')),
      why: 'Finland has much',
    },
    {
      what: 'phones',
      least: 0.5,
      most: 0.65,
      value: share(({ userAgent }) => /Mobile/.test(userAgent)),
      why: 'most shop on them',
    },
    {
      what: 'night',
      least: 0.005,
      most: 0.04,
      value: share(({ atSeconds }) => hourOf(atSeconds) < 5),
      why: 'people sleep',
    },
    {
      what: 'evening',
      least: 0.25,
      most: 0.5,
      value: share(({ atSeconds }) => hourOf(atSeconds) >= 18 && hourOf(atSeconds) < 22),
      why: 'people are home',
    },
  ])('has $what between $least and $most ($why)', ({ value, least, most }) => {
    expect(value).toBeGreaterThan(least)
    expect(value).toBeLessThan(most)
  })

  it('has a burst of newsletter readers every other Thursday', () => {
    const readers = countBy(
      human.filter(({ body }) => body.u.includes('utm_source=uutiskirje')),
      ({ atSeconds }) => dayOf(atSeconds),
    )
    const sendings = [...readers]
      .filter(([, count]) => count > 100)
      .map(([day]) => new Date(day).getTime() / 86_400_000)
    expect(sendings.length).toBeGreaterThanOrEqual(6)
    expect(sendings.filter(day => day % 14 !== 0)).toEqual([])
  })

  it('has one article that is talked about on one day', () => {
    const readers = countBy(
      human.filter(({ body }) => body.u.includes('lumikammissa')),
      ({ atSeconds }) => dayOf(atSeconds),
    )
    const busiest = Math.max(...readers.values())
    const usual = [...readers.values()].sort((a, b) => a - b)[Math.floor(readers.size / 2)]
    expect(busiest).toBeGreaterThan(20 * (usual ?? Number.POSITIVE_INFINITY))
  })

  it('never waits 30 minutes between two events of one visit', () => {
    expect(visits.length / new Set(human.map(visitorOf)).size).toBeLessThan(1.2)
  })

  it('makes 90 days of more than 100,000 requests', () => {
    let count = 0
    for (const _request of demoRequests({ ...NINETY_DAYS, seed: 3 })) count++
    expect(count).toBeGreaterThan(100_000)
  })
})

interface Visit {
  readonly firstSecond: number
  lastSecond: number
  pageviews: number
  events: number
}

/** Visits as the collector sees them: one address and browser, no gap over 30 minutes, one local day. */
function visitsOf(stream: readonly DemoRequest[]): Visit[] {
  const open = new Map<string, Visit>()
  const found: Visit[] = []
  for (const request of stream) {
    const visitor = visitorOf(request)
    let visit = open.get(visitor)
    if (visit === undefined || request.atSeconds - visit.lastSecond > VISIT_GAP_SECONDS) {
      visit = {
        firstSecond: request.atSeconds,
        lastSecond: request.atSeconds,
        pageviews: 0,
        events: 0,
      }
      open.set(visitor, visit)
      found.push(visit)
    }
    visit.lastSecond = request.atSeconds
    if (request.body.n === 'pageview') visit.pageviews++
    else visit.events++
  }
  return found
}

function visitorOf(request: DemoRequest): string {
  return `${dayOf(request.atSeconds)} ${request.address} ${request.userAgent}`
}

function isBotRequest(request: DemoRequest): boolean {
  return isbot(request.userAgent)
}

function share(isOne: (request: DemoRequest) => boolean): number {
  return requests.filter(isOne).length / requests.length
}

function bounceRate(): number {
  return visits.filter(visit => visit.pageviews === 1 && visit.events === 0).length / visits.length
}

function viewsPerVisit(): number {
  return visits.reduce((sum, visit) => sum + visit.pageviews, 0) / visits.length
}

function meanSeconds(): number {
  return visits.reduce((sum, visit) => sum + visit.lastSecond - visit.firstSecond, 0) / visits.length
}

function purchaseRate(): number {
  return requests.filter(({ body }) => body.n === 'Purchase').length / visits.length
}

function countBy(
  stream: readonly DemoRequest[],
  keyOf: (request: DemoRequest) => string,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const request of stream) counts.set(keyOf(request), (counts.get(keyOf(request)) ?? 0) + 1)
  return counts
}

/** Helsinki's hour: summer time ended on 25 October 2026 at 01:00 UTC. */
function hourOf(second: number): number {
  return Math.floor(localSecond(second) / 3_600) % 24
}

function dayOf(second: number): string {
  return new Date(localSecond(second) * 1_000).toISOString().slice(0, 10)
}

function localSecond(second: number): number {
  return second + (second < Date.UTC(2026, 9, 25, 1) / 1_000 ? 3 : 2) * 3_600
}
