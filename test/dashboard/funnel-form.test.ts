import { describe, expect, test } from 'vitest'
import { parseStoredFunnel } from '../../collector/core/funnels/site-funnels.ts'
import {
  checkFunnel,
  faultOfStep,
  toFunnel,
  toFunnelForm,
  withMovedStep,
  withStep,
} from '../../dashboard/src/lib/funnel-form.ts'

const STORED = {
  id: 3,
  name: 'Buying',
  within: 'day' as const,
  steps: [
    { step_type: 'page' as const, page_path: '/shop/**' },
    { step_type: 'event' as const, event_name: 'Basket' },
    { step_type: 'goal' as const, goal: 'Order' },
  ],
}

describe('toFunnel and toFunnelForm', () => {
  test('give back what is kept, and what the collector takes', () => {
    const { id: _, ...funnel } = STORED
    expect(toFunnel(toFunnelForm(STORED))).toEqual(funnel)
    expect(parseStoredFunnel(toFunnel(toFunnelForm(STORED)), [{ displayName: 'Order' }]).ok).toBe(true)
  })

  test('begin with two steps', () => expect(toFunnelForm().steps).toHaveLength(2))
})

describe('steps', () => {
  const { steps } = toFunnelForm(STORED)
  const names = (list: typeof steps) => list.map(({ value }) => value)

  test('are moved by one place, and stay where they can go no further', () => {
    expect(names(withMovedStep(steps, 2, -1))).toEqual(['/shop/**', 'Order', 'Basket'])
    expect(names(withMovedStep(steps, 0, 1))).toEqual(['Basket', '/shop/**', 'Order'])
    expect(names(withMovedStep(steps, 0, -1))).toEqual(names(steps))
  })

  test('keep what they are known by when others come and go', () => {
    const fewer = steps.filter((_, index) => index !== 0)
    expect(withStep(fewer).map(({ id }) => id)).toEqual([1, 2, 3])
  })
})

describe('checkFunnel', () => {
  test('tells of every step what is missing', () => {
    const form = toFunnelForm({ ...STORED, name: ' ' })
    form.steps[0] = { id: 0, kind: 'page', value: 'shop' }
    form.steps[2] = { id: 2, kind: 'goal', value: '' }
    const { fields } = checkFunnel(form)
    expect(Object.keys(fields)).toEqual(['name', 'steps.0', 'steps.2'])
    expect(faultOfStep(fields, 1)).toBe('')
  })

  test('puts what the collector says of a field beside its step', () => {
    expect(faultOfStep({ 'steps.1.event_name': 'must not be empty' }, 1)).toBe('must not be empty')
    expect(faultOfStep({ 'steps.11': 'x', 'steps.1.goal': 'is no goal' }, 1)).toBe('is no goal')
  })
})
