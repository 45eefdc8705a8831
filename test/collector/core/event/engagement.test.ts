import { describe, expect, it } from 'vitest'
import { parseEngagement } from '../../../../collector/core/event/engagement.ts'

describe('parseEngagement', () => {
  it.each([
    { sd: 40, e: 5_000, found: { scrollDepth: 40, engagedMs: 5_000 }, why: 'both' },
    { sd: undefined, e: 5_000, found: { scrollDepth: undefined, engagedMs: 5_000 }, why: 'time alone' },
    { sd: 40, e: undefined, found: { scrollDepth: 40, engagedMs: 0 }, why: 'depth alone' },
    { sd: '40', e: '5000', found: { scrollDepth: 40, engagedMs: 5_000 }, why: 'a form' },
    { sd: 140, e: 1, found: { scrollDepth: 100, engagedMs: 1 }, why: 'a page that shrank' },
    { sd: 39.6, e: 1.9, found: { scrollDepth: 40, engagedMs: 1 }, why: 'fractions' },
    { sd: -1, e: 1, found: { scrollDepth: undefined, engagedMs: 1 }, why: 'a depth above the page' },
    { sd: 'deep', e: 1, found: { scrollDepth: undefined, engagedMs: 1 }, why: 'a depth in words' },
    { sd: 5, e: -1, found: { scrollDepth: 5, engagedMs: 0 }, why: 'time that ran backwards' },
    { sd: 5, e: 30 * 86_400_000, found: { scrollDepth: 5, engagedMs: 0 }, why: '30 days' },
    {
      sd: 5,
      e: 30 * 86_400_000 - 1,
      found: { scrollDepth: 5, engagedMs: 30 * 86_400_000 - 1 },
      why: 'just below',
    },
  ])('reads $why', ({ sd, e, found }) => {
    expect(parseEngagement(sd, e)).toEqual(found)
  })

  it.each([
    [undefined, undefined],
    ['', null],
    [Number.NaN, Number.POSITIVE_INFINITY],
    [[], {}],
  ])('finds nothing in %j and %j', (sd, e) => {
    expect(parseEngagement(sd, e)).toBeUndefined()
  })
})
