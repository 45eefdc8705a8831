import { describe, expect, test } from 'vitest'
import { parseFunnel, parseJourney } from '../../collector/core/paths/parse-paths.ts'
import {
  funnelQuestion,
  journeyQuestion,
  toStepFilter,
  toVisitFilters,
} from '../../dashboard/src/lib/path-questions.ts'
import { type PathStep, USUAL_VIEW, type View, type ViewFilter } from '../../dashboard/src/lib/view-url.ts'
import { aSite } from '../support/events.ts'

const NOW = Date.parse('2026-04-15T12:00:00Z') / 1_000
const TODAY = '2026-04-15'
const SITE = aSite({
  goals: [{ kind: 'event', displayName: 'Order', eventName: 'Order', currency: undefined, props: [] }],
  funnels: {
    lastId: 1,
    list: [
      {
        id: 1,
        name: 'Buying',
        within: 'visit',
        steps: [
          { kind: 'page', pagePattern: '/' },
          { kind: 'goal', goal: 'Order' },
        ],
      },
    ],
  },
})
const FILTERS: readonly ViewFilter[] = [
  { operator: 'is', dimension: 'visit:country', values: ['FI'] },
  { operator: 'contains', dimension: 'event:page', values: ['blog'] },
  { operator: 'is_not', dimension: 'event:name', values: ['Bot'] },
  { operator: 'is', dimension: 'event:goal', values: ['Order'] },
]
const VIEW: View = { ...USUAL_VIEW, filters: FILTERS }

describe('toVisitFilters', () => {
  test('makes of single events what a visit has done, or has not', () => {
    expect(toVisitFilters(FILTERS)).toEqual([
      ['is', 'visit:country', ['FI']],
      ['has_done', ['contains', 'event:page', ['blog'], { case_sensitive: false }]],
      ['has_not_done', ['is', 'event:name', ['Bot']]],
      ['has_done', ['is', 'event:goal', ['Order']]],
    ])
  })
})

describe('what the tabs ask', () => {
  test('is a question of the API: a funnel with every kind of filter', () => {
    expect(parseFunnel(funnelQuestion('example.com', VIEW, TODAY, 1), SITE, NOW)).toMatchObject({
      ok: true,
      question: { within: 'visit', steps: [{ name: '/' }, { name: 'Order' }] },
    })
  })

  test.each<{ start: PathStep; why: string }>([
    { start: { kind: 'page', value: '/' }, why: 'a page' },
    { start: { kind: 'page', value: '/blog/**' }, why: 'pages that fit a pattern' },
    { start: { kind: 'event', value: 'Basket' }, why: 'an event' },
    { start: { kind: 'goal', value: 'Order' }, why: 'a goal' },
  ])('is a question of the API: a journey from $why', ({ start }) => {
    const along: PathStep[] = [
      { kind: 'page', value: '/a' },
      { kind: 'event', value: 'b' },
    ]
    const body = journeyQuestion('example.com', VIEW, TODAY, { start, direction: 'previous', along }, 2)
    expect(parseJourney(body, SITE, NOW)).toMatchObject({
      ok: true,
      question: { direction: 'previous', along: [{ page: '/a' }, { event: 'b' }], steps: 1, minimum: 5 },
    })
  })

  test('is about the first steps only where a step before is shown', () => {
    const journey = {
      start: { kind: 'page', value: '/' },
      direction: 'next',
      along: [{ kind: 'page', value: '/a' }],
    } as const
    expect(journeyQuestion('example.com', VIEW, TODAY, journey, 0).along).toEqual([])
    expect(journeyQuestion('example.com', VIEW, TODAY, journey, 1).along).toEqual([{ page: '/a' }])
  })
})

describe('toStepFilter', () => {
  test('counts views of a page, not what else happens on it', () => {
    expect(toStepFilter({ kind: 'page', value: '/a' })).toEqual([
      'and',
      [
        ['is', 'event:name', ['pageview']],
        ['is', 'event:page', ['/a']],
      ],
    ])
    expect(toStepFilter({ kind: 'page', value: '/a.b/*' })).toEqual([
      'and',
      [
        ['is', 'event:name', ['pageview']],
        ['matches', 'event:page', ['^/a\\.b/[^/]*$']],
      ],
    ])
  })
})
