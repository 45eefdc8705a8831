import { describe, expect, test } from 'vitest'
import { parseGoal, toGoalBody } from '../../collector/core/goals/goal-body.ts'
import { parseQuery } from '../../collector/core/query/parse.ts'
import {
  checkGoal,
  type GoalForm,
  goalsQuestion,
  previewQuestion,
  toGoal,
  toGoalForm,
  usualName,
} from '../../dashboard/src/lib/goal-form.ts'
import { aSite } from '../support/events.ts'

const NOW = Date.parse('2026-04-15T12:00:00Z') / 1_000
const TODAY = '2026-04-15'

const form = (change: Partial<GoalForm>): GoalForm => ({ ...toGoalForm(), ...change })

describe('toGoal and toGoalForm', () => {
  test.each([
    { goal_type: 'event', event_name: 'Order', currency: 'EUR', custom_props: { plan: 'pro', size: 'L' } },
    { goal_type: 'event', event_name: 'Order', display_name: 'Sold', custom_props: {} },
    { goal_type: 'page', page_path: '/thanks/*', custom_props: { a: 'b' } },
    { goal_type: 'scroll', page_path: '/**', scroll_threshold: 90, custom_props: {} },
  ])('give back $goal_type', body => {
    const parsed = parseGoal(body)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
    const stored = toGoalBody(parsed.goal)
    expect(toGoal(toGoalForm({ ...stored, display_name: stored.display_name ?? '' }))).toEqual(stored)
  })

  test.each([
    { typed: form({ event: ' Order ' }), name: 'Order' },
    { typed: form({ kind: 'page', page: '/thanks' }), name: 'Visit /thanks' },
    { typed: form({ kind: 'scroll', page: '/blog/**', depth: '50' }), name: 'Scroll 50% of /blog/**' },
    { typed: form({ kind: 'page' }), name: '' },
  ])('call a goal as the collector would: $name', ({ typed, name }) => {
    expect(usualName(typed)).toBe(name)
    const { display_name: _, ...nameless } = toGoal(typed)
    const parsed = parseGoal(nameless)
    if (parsed.ok) expect(parsed.goal.displayName).toBe(name)
  })

  test('leave out rows in which nothing is typed', () => {
    const conditions = [
      { key: ' plan ', value: 'pro' },
      { key: '', value: '' },
    ]
    expect(toGoal(form({ event: 'Order', conditions })).custom_props).toEqual({ plan: 'pro' })
  })
})

describe('checkGoal', () => {
  test.each([
    { typed: form({}), field: 'event_name' },
    { typed: form({ kind: 'page', page: 'thanks' }), field: 'page_path' },
    { typed: form({ kind: 'scroll', page: '/', depth: '0' }), field: 'scroll_threshold' },
    { typed: form({ kind: 'scroll', page: '/', depth: 'half' }), field: 'scroll_threshold' },
    { typed: form({ event: 'Taken' }), field: 'display_name' },
    { typed: form({ event: 'Order', name: ' Taken ' }), field: 'display_name' },
    { typed: form({ event: 'Order', conditions: [{ key: 'plan', value: '' }] }), field: 'custom_props' },
    {
      typed: form({
        event: 'Order',
        conditions: [
          { key: 'a', value: '1' },
          { key: 'a ', value: '2' },
        ],
      }),
      field: 'custom_props',
    },
  ])('tells what is wrong beside $field', ({ typed, field }) => {
    expect(Object.keys(checkGoal(typed, ['Taken']).fields)).toEqual([field])
  })
})

describe('previewQuestion', () => {
  test.each([
    form({ event: 'Order', conditions: [{ key: 'plan', value: 'pro' }] }),
    form({ kind: 'page', page: '/thanks' }),
    form({ kind: 'page', page: '/blog/**' }),
  ])('is a question of the API: $kind $page', typed => {
    const question = previewQuestion('example.com', typed, TODAY)
    const parsed = parseQuery(question, aSite(), NOW)
    expect(parsed.ok).toBe(true)
    expect(question?.date_range).toEqual(['2026-03-17', '2026-04-15'])
  })

  test('is none while something is missing, and of reading', () => {
    expect(previewQuestion('example.com', form({}), TODAY)).toBeUndefined()
    expect(previewQuestion('example.com', form({ kind: 'scroll', page: '/' }), TODAY)).toBeUndefined()
  })

  test('is asked of all goals at once where they are kept', () => {
    expect(parseQuery(goalsQuestion('example.com', TODAY), aSite(), NOW).ok).toBe(true)
  })
})
