import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'
import type { Goal } from '../../collector/core/goals/goal.ts'
import type { SiteId } from '../../collector/core/ids.ts'
import { anEvent, aSite } from './events.ts'
import { aVisit } from './visits.ts'

const GOALS: readonly Goal[] = [
  { kind: 'event', displayName: 'Purchase', eventName: 'Purchase', currency: 'EUR', props: [] },
  { kind: 'page', displayName: 'Visit /blog/**', pagePattern: '/blog/**', props: [] },
]

/** The shop of the API's examples: three days, eight visits. */
export const EXAMPLE_SITE = aSite({
  id: 1 as SiteId,
  domain: 'example.com',
  goals: GOALS,
  segments: {
    lastId: 1,
    list: [{ id: 1, name: 'Nordic', filters: [['is', 'visit:country', ['FI', 'SE', 'NO']]] }],
  },
})

/** The moment at which the examples are asked. */
export const EXAMPLE_NOW_SECONDS = Date.parse('2026-03-20T12:00:00Z') / 1_000

const template = anEvent()
const from = (source: string, channel: AnalyticsEvent['acquisition']['channel'], country: string) => ({
  acquisition: { ...template.acquisition, source, channel },
  place: { ...template.place, country },
})
const google = from('Google', 'Organic Search', 'FI')
const newsletter = from('Newsletter', 'Email', 'SE')
const direct = from('', 'Direct', 'US')

function bought(events: AnalyticsEvent[], amount: string, plan: string): AnalyticsEvent[] {
  return events.map(event =>
    event.name === 'Purchase' ? { ...event, revenue: { amount, currency: 'EUR' }, props: { plan } } : event,
  )
}

const visit = (day: string, visitor: number, steps: string[], facts: Partial<AnalyticsEvent>) =>
  aVisit({ site: EXAMPLE_SITE, day, visitor, steps, facts })

export const EXAMPLE_EVENTS: readonly AnalyticsEvent[] = [
  ...bought(visit('2026-03-16', 1, ['09:00 /', '09:02 /prices', '09:05 Purchase'], google), '49.90', 'pro'),
  ...visit('2026-03-16', 2, ['10:00 /blog/snow'], newsletter),
  ...visit('2026-03-16', 3, ['11:00 /', '11:01 /blog/snow', '11:04 /prices'], direct),
  ...visit('2026-03-17', 1, ['08:00 /blog/snow', '08:10 /'], google),
  ...bought(
    visit('2026-03-17', 2, ['12:00 /', '12:01 /prices', '12:20 Purchase'], newsletter),
    '19.5',
    'basic',
  ),
  ...visit('2026-03-17', 3, ['13:00 /prices'], direct),
  ...visit('2026-03-18', 1, ['09:30 /', '09:31 /prices'], google),
  ...visit('2026-03-18', 2, ['23:50 /blog/snow'], direct),
]
