import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseGoal, toGoalBody } from '../../../collector/core/goals/goal-body.ts'
import { pagePatternExpression } from '../../../collector/core/goals/page-pattern.ts'

describe('parseGoal', () => {
  test.each([
    {
      body: { goal_type: 'event', event_name: ' Signup ', currency: 'eur' },
      goal: { kind: 'event', displayName: 'Signup', eventName: 'Signup', currency: 'EUR', props: [] },
    },
    {
      body: { goal_type: 'page', page_path: '/thanks*', custom_props: { plan: 'pro' } },
      goal: {
        kind: 'page',
        displayName: 'Visit /thanks*',
        pagePattern: '/thanks*',
        props: [{ key: 'plan', value: 'pro' }],
      },
    },
    {
      body: { goal_type: 'scroll', page_path: '/blog/**', scroll_threshold: 75, display_name: 'Readers' },
      goal: {
        kind: 'scroll',
        displayName: 'Readers',
        pagePattern: '/blog/**',
        scrollThreshold: 75,
        props: [],
      },
    },
  ])('reads $body', ({ body, goal }) => {
    expect(parseGoal(body)).toEqual({ ok: true, goal })
  })

  test.each([
    { body: [], errors: { goal: ['must be a JSON object'] } },
    { body: { goal_type: 'visit' }, errors: { goal_type: ['must be "event", "page" or "scroll"'] } },
    { body: { goal_type: 'event' }, errors: { event_name: ['is missing'] } },
    { body: { goal_type: 'event', event_name: '' }, errors: { event_name: ['must not be empty'] } },
    {
      body: { goal_type: 'event', event_name: 'pageview' },
      errors: { event_name: [expect.stringContaining('use the goal_type "page"')] },
    },
    {
      body: { goal_type: 'event', event_name: 'a', currency: 'EURO' },
      errors: { currency: [expect.stringContaining('ISO 4217')] },
    },
    {
      body: { goal_type: 'page', page_path: 'thanks' },
      errors: { page_path: [expect.stringContaining('begin with "/"')] },
    },
    {
      body: { goal_type: 'page', page_path: `/${'*/'.repeat(9)}` },
      errors: { page_path: ['may have at most 8 wildcards'] },
    },
    {
      body: { goal_type: 'page', page_path: '/', scroll_threshold: 5 },
      errors: { scroll_threshold: ['is no part of such a goal'] },
    },
    {
      body: { goal_type: 'scroll', page_path: '/', scroll_threshold: 0 },
      errors: { scroll_threshold: ['must be from 1 to 100'] },
    },
    {
      body: { goal_type: 'event', event_name: 'a', custom_props: { a: '1', b: '2', c: '3', d: '4' } },
      errors: { custom_props: ['may have at most 3 properties'] },
    },
  ])('refuses $body', ({ body, errors }) => {
    expect(parseGoal(body)).toEqual({ ok: false, errors })
  })

  test('reads what it wrote', () => {
    const path = fc.string({ maxLength: 20 }).map(text => `/${text}`)
    const body = fc.oneof(
      fc.record({ goal_type: fc.constant('event'), event_name: fc.string({ maxLength: 20 }) }),
      fc.record({ goal_type: fc.constant('page'), page_path: path }),
      fc.record({
        goal_type: fc.constant('scroll'),
        page_path: path,
        scroll_threshold: fc.integer({ min: 1, max: 100 }),
      }),
    )
    fc.assert(
      fc.property(body, value => {
        const parsed = parseGoal(value)
        if (parsed.ok) expect(parseGoal(JSON.parse(JSON.stringify(toGoalBody(parsed.goal))))).toEqual(parsed)
      }),
    )
  })
})

describe('pagePatternExpression', () => {
  test.each([
    { pattern: '/a', fits: ['/a'], others: ['/a/', '/ab', '/A', '/b'] },
    { pattern: '/a*', fits: ['/a', '/abc'], others: ['/a/b', '/b'] },
    { pattern: '/a/*/c', fits: ['/a/b/c'], others: ['/a/b/b/c', '/a/c'] },
    { pattern: '/a**', fits: ['/a', '/a/b/c', '/a\nb'], others: ['/b/a'] },
    { pattern: '/a.b(c)', fits: ['/a.b(c)'], others: ['/axb(c)', '/a.bc'] },
  ])('$pattern', ({ pattern, fits, others }) => {
    const expression = new RegExp(pagePatternExpression(pattern))
    expect(fits.filter(page => !expression.test(page))).toEqual([])
    expect(others.filter(page => expression.test(page))).toEqual([])
  })
})
