import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'
import type { Day, VisitId, VisitorId } from '../../collector/core/ids.ts'
import { METRICS } from '../../collector/core/metrics/catalogue.ts'
import type { Site } from '../../collector/core/ports.ts'
import { TIME_DIMENSIONS, VALUE_DIMENSIONS } from '../../collector/core/query/dimensions.ts'
import { FILTER_OPERATORS } from '../../collector/core/query/query.ts'
import { localDay } from '../../collector/core/time/zone.ts'
import { anEvent } from '../support/events.ts'

/** Random numbers that a seed decides. */
export interface Random {
  /** A whole number from 0 to `below` − 1. */
  below(below: number): number
  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T
}

/** The generator mulberry32, good enough to vary tests. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  return {
    below,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('Nothing to pick from')
      return item
    },
  }
}

const PAGES = ['/', '/a', '/b', '/Äiti', '/a/b', "/it's", '/100%']
const NAMES = ['pageview', 'pageview', 'pageview', 'Signup', 'engagement']
const SOURCES = ['', 'Google', 'google', 'Bing', 'Direct / None']

/** Visits of a few days around `start`: never over midnight, no gap over 30 minutes, all facts those of the start. */
export function randomEvents(random: Random, site: Site, start: string): AnalyticsEvent[] {
  const origin = Date.parse(start) / 1_000
  const events: AnalyticsEvent[] = []
  for (let visit = 0, count = random.below(40); visit < count; visit++) {
    let second = origin + random.below(3 * 86_400)
    const day = localDay(second, site.timezone)
    const visitorId = `${visitorBase(day)}${random.below(6)}` as VisitorId
    const template = anEvent()
    const facts = {
      siteId: site.id,
      day,
      visitorId,
      visitId: `${origin}${visit + 1}` as VisitId,
      hostname: random.pick(['example.com', 'shop.example.com']),
      place: { ...template.place, country: random.pick(['FI', 'SE', '']) },
      acquisition: {
        ...template.acquisition,
        source: random.pick(SOURCES),
        utmCampaign: random.pick(['', 'Spring']),
      },
      client: { ...template.client, browser: random.pick(['Firefox', 'Chrome', '']) },
    }
    for (let index = 0, length = 1 + random.below(5); index < length; index++) {
      const name = index === 0 ? random.pick(['pageview', 'pageview', 'Signup']) : random.pick(NAMES)
      events.push(
        anEvent({
          ...facts,
          timestampSeconds: second,
          name,
          page: random.pick(PAGES),
          interactive: random.below(4) > 0,
          ...(name === 'engagement' && {
            engagement: {
              scrollDepth: [undefined, 0, 33, 100][random.below(4)],
              engagedMs: random.pick([0, 499, 3_000, 61_501]),
            },
          }),
        }),
      )
      second += random.pick([0, 1, 30, 600, 1_800])
      if (localDay(second, site.timezone) !== day) break
    }
  }
  return events
}

function visitorBase(day: Day): string {
  return day.replaceAll('-', '')
}

/** A question that the parser accepts, about the days around `start`. */
export function randomQuestion(random: Random, start: string): Record<string, unknown> {
  const day = (offset: number) => new Date(Date.parse(start) + offset * 86_400_000).toISOString().slice(0, 10)
  const first = random.below(3) - 1
  const last = first + random.below(4)
  const hour = () => String(random.below(24)).padStart(2, '0')
  const time = random.below(2) === 0 ? [random.pick(TIME_DIMENSIONS)] : []
  const values = random.below(3) > 0 ? [random.pick(VALUE_DIMENSIONS)] : []
  return {
    metrics: METRICS.filter(() => random.below(2) === 0),
    date_range:
      random.below(3) === 0
        ? [`${day(first)}T${hour()}:00:00`, `${day(last + 1)}T${hour()}:30:00`]
        : [day(first), day(last)],
    dimensions: [...time, ...values],
    filters: Array.from({ length: random.below(3) }, () => [
      random.pick(FILTER_OPERATORS),
      random.pick(VALUE_DIMENSIONS),
      Array.from({ length: 1 + random.below(2) }, () =>
        random.pick([
          ...PAGES,
          'Signup',
          'pageview',
          'Google',
          'direct',
          'Direct / None',
          'FI',
          '(not set)',
          'ÄITI',
          'shop',
        ]),
      ),
      { case_sensitive: random.below(2) === 0 },
    ]),
    ...(random.below(4) === 0 && { pagination: { limit: 1 + random.below(3), offset: random.below(3) } }),
  }
}
