import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { METRICS } from '../../../../collector/core/metrics/catalogue.ts'
import { FILTER_OPERATORS } from '../../../../collector/core/query/condition.ts'
import { NAMED_DIMENSIONS, TIME_DIMENSIONS } from '../../../../collector/core/query/dimensions.ts'
import { parseQuery } from '../../../../collector/core/query/parse.ts'
import { schemaFault } from '../../../../collector/core/query/schema/check-schema.ts'
import { GOALS, randomQuestion, SEGMENTS, seededRandom } from '../../../reference/random-world.ts'
import { aSite } from '../../../support/events.ts'

const NOW = Date.parse('2026-04-15T12:00:00Z') / 1_000
const CONTEXT = { goals: GOALS, segments: SEGMENTS }

/** Faults of what a question is made of, as the schema sees it; the others are about what goes together. */
const OF_MEANING =
  /Metric "|needs a goal|Cannot order by|is there twice|ends \(|Both ends must be|More than one dimension of time|more than \d+ buckets|Time labels need|nothing to compare|has no such goal|Goals cannot be|A goal can be asked|There is no segment|segment can only|cannot stand inside|asked of events|Expressions are|An expression|most 500 characters|at most 100 filters|put into one another|well-formed|contained in everything|Invalid date range|"event:props:|There is no (site|such)/

describe('the published schema', () => {
  const junk = fc.oneof(
    fc.constantFrom(null, 0, -1, 1.5, true, '', 'x', [], {}, 'visitors', 'day', 'segment', 'event:page'),
    fc.constantFrom(...METRICS, ...TIME_DIMENSIONS, ...NAMED_DIMENSIONS, ...FILTER_OPERATORS),
    fc.string({ maxLength: 8 }),
  )
  /** A good question of which one part, anywhere inside, is something else. */
  const spoilt = fc
    .tuple(fc.nat(5_000), fc.nat(40), junk, fc.boolean())
    .map(([seed, place, value, isRemoved]) => {
      const body = structuredClone({
        site_id: 'example.com',
        order_by: [['visitors', 'desc']],
        include: { total_rows: true, compare: 'previous_period' },
        pagination: { limit: 5, offset: 0 },
        ...randomQuestion(seededRandom(seed), '2026-03-09T00:00:00Z'),
      }) as Record<string, unknown>
      const places: { parent: Record<string, unknown>; key: string }[] = []
      const walk = (parent: Record<string, unknown>): void => {
        for (const key of Object.keys(parent)) {
          places.push({ parent, key })
          const child = parent[key]
          if (typeof child === 'object' && child !== null) walk(child as Record<string, unknown>)
        }
      }
      walk(body)
      const { parent, key } = places[place % places.length] ?? { parent: body, key: 'x' }
      if (isRemoved && !Array.isArray(parent)) delete parent[key]
      else parent[key] = value
      return body
    })

  test('refuses nothing that the parser takes, and takes nothing of which the parser refuses the parts', () => {
    fc.assert(
      fc.property(spoilt, body => {
        const parsed = parseQuery(body, aSite(), NOW, CONTEXT)
        const fault = schemaFault(body)
        if (parsed.ok) expect(fault, JSON.stringify(body)).toBeUndefined()
        else if (!parsed.errors.some(error => OF_MEANING.test(error))) {
          expect(fault, `${JSON.stringify(body)}\n${parsed.errors.join('\n')}`).toBeDefined()
        }
      }),
      { numRuns: 5_000 },
    )
  })
})
