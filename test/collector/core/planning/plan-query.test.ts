import { describe, expect, test } from 'vitest'
import type { Day } from '../../../../collector/core/ids.ts'
import { planQuery } from '../../../../collector/core/planning/plan-query.ts'
import { parseQuery } from '../../../../collector/core/query/parse.ts'
import type { SealedDays } from '../../../../collector/core/sealing/sealed-days.ts'
import { GOALS } from '../../../reference/random-world.ts'
import { aSite } from '../../../support/events.ts'

/** March is sealed, April is not; asked on 15 April. */
const SEALED: SealedDays = {
  through: '2026-03-31' as Day,
  dirty: [],
  generations: new Map(
    Array.from({ length: 31 }, (_, index) => [
      `2026-03-${String(index + 1).padStart(2, '0')}` as Day,
      [{ id: String(index), isValid: true, events: 1_000 }],
    ]),
  ),
}
const IN_MARCH = ['2026-03-01', '2026-03-31']

function sourcesOf(body: Record<string, unknown>): readonly string[] {
  const whole = { site_id: 'example.com', date_range: IN_MARCH, ...body }
  const parsed = parseQuery(whole, aSite(), Date.parse('2026-04-15T12:00:00Z') / 1_000, {
    goals: GOALS,
    segments: [],
  })
  if (!parsed.ok) throw new Error(parsed.errors.join('\n'))
  return planQuery(parsed.query, SEALED).parts.map(({ tally, source, days }) => {
    const [first] = days
    return `${tally} from ${source}${first?.first === '2026-03-01' ? '' : ` since ${first?.first}`}`
  })
}

const FINLAND = ['is', 'visit:country', ['FI']]

describe('planQuery', () => {
  test.each([
    {
      why: 'figures of sealed days are one row a day',
      body: { metrics: ['visitors', 'pageviews', 'bounce_rate'] },
      sources: ['visits from daily_stats'],
    },
    {
      why: 'days that are not sealed are read from events besides',
      body: { metrics: ['visitors'], date_range: ['2026-03-01', '2026-04-02'], dimensions: ['visit:source'] },
      sources: ['events from daily_stats', 'events from events since 2026-04-01'],
    },
    {
      why: 'visit metrics of a page are those of the visits that entered on it',
      body: { metrics: ['visitors', 'bounce_rate'], dimensions: ['event:page'] },
      sources: ['events from daily_stats', 'visits from daily_stats'],
    },
    {
      why: 'one value of a dimension is one row a day',
      body: { metrics: ['visitors', 'bounce_rate'], dimensions: ['time:day'], filters: [FINLAND] },
      sources: ['visits from daily_stats'],
    },
    {
      why: 'several values may share visitors, who must not be counted twice',
      body: { metrics: ['visitors'], filters: [['is', 'visit:country', ['FI', 'SE']]] },
      sources: ['events from sealed_visits'],
    },
    {
      why: 'several values of the dimension that is split by are rows of their own',
      body: {
        metrics: ['visitors'],
        dimensions: ['visit:country'],
        filters: [['contains', 'visit:country', ['F']]],
      },
      sources: ['events from daily_stats'],
    },
    {
      why: 'a name of a code is sealed as the code',
      body: { metrics: ['visitors'], dimensions: ['visit:country_name'] },
      sources: ['events from daily_stats'],
    },
    {
      why: 'a filter on another dimension needs visits',
      body: {
        metrics: ['visitors', 'visits', 'time_on_page'],
        dimensions: ['visit:source'],
        filters: [FINLAND],
      },
      sources: ['events from sealed_visits', 'engagement from sealed_visits'],
    },
    {
      why: 'two dimensions need visits',
      body: { metrics: ['visitors'], dimensions: ['visit:browser', 'visit:os'] },
      sources: ['events from sealed_visits'],
    },
    {
      why: 'a page is known of a visit, and what it has done',
      body: {
        metrics: ['visitors', 'bounce_rate'],
        filters: [
          ['contains', 'event:page', ['/blog']],
          ['has_done', ['is', 'event:name', ['Signup']]],
        ],
      },
      sources: ['events from sealed_visits', 'visits from sealed_visits'],
    },
    {
      why: 'which name came on which page is not known of a visit',
      body: {
        metrics: ['visitors'],
        filters: [
          ['is', 'event:page', ['/']],
          ['is', 'event:name', ['Signup']],
        ],
      },
      sources: ['events from events'],
    },
    {
      why: 'properties are known of events only',
      body: { metrics: ['visitors'], dimensions: ['event:props:plan'] },
      sources: ['events from events'],
    },
    {
      why: 'hours of a whole site are sealed',
      body: { metrics: ['visitors', 'visits', 'bounce_rate'], dimensions: ['time:hour'] },
      sources: ['events from hourly_stats', 'visits from hourly_stats'],
    },
    {
      why: 'visits of an hour are those that began in it, which the visits themselves know',
      body: { metrics: ['visits'], dimensions: ['time:hour', 'visit:country'] },
      sources: ['visits from events'],
    },
    {
      why: 'but not whether one of their pages was seen',
      body: { metrics: ['visits'], dimensions: ['time:hour'], filters: [['is', 'event:page', ['/']]] },
      sources: ['starts from events'],
    },
    {
      why: 'hours of a part of it are not',
      body: { metrics: ['pageviews'], dimensions: ['time:hour'], filters: [FINLAND] },
      sources: ['events from events'],
    },
    {
      why: 'nor are minutes',
      body: { metrics: ['pageviews'], dimensions: ['time:minute'], date_range: ['2026-03-01', '2026-03-02'] },
      sources: ['events from events'],
    },
    {
      why: 'a day that is cut is read from its events',
      body: { metrics: ['pageviews'], date_range: ['2026-03-01T00:00:00', '2026-03-20T11:59:59'] },
      sources: ['events from daily_stats', 'events from events since 2026-03-20'],
    },
    {
      why: 'exits and views of pages are sealed by either page',
      body: { metrics: ['exit_rate'], dimensions: ['visit:exit_page'] },
      sources: ['exits from daily_stats', 'exit_views from daily_stats'],
    },
    {
      why: 'plain goals are known of visits',
      body: { metrics: ['visitors', 'events'], filters: [['is', 'event:goal', ['Visit /*']]] },
      sources: ['events from sealed_visits'],
    },
    {
      why: 'how far down a page was seen is not',
      body: { metrics: ['visitors'], filters: [['is', 'event:goal', ['Read /**']]] },
      sources: ['events from events'],
    },
    {
      why: 'money of a page or a visit is sealed, of both together it is not',
      body: { metrics: ['total_revenue'], filters: [['contains', 'event:page', ['/a']]] },
      sources: ['events from events'],
    },
  ])('$why', ({ body, sources }) => {
    expect(sourcesOf(body)).toEqual(sources)
  })

  test('splits by goals in parts of their own, each from where it is cheapest', () => {
    expect(sourcesOf({ metrics: ['visitors'], dimensions: ['event:goal'] })).toEqual(
      GOALS.map(goal =>
        goal.kind === 'scroll' || goal.props.length > 0 ? 'events from events' : 'events from sealed_visits',
      ),
    )
  })

  test('reads nothing of days that are known to have no events', () => {
    expect(sourcesOf({ metrics: ['visitors'], date_range: ['2026-02-01', '2026-02-28'] })).toEqual([])
  })
})
