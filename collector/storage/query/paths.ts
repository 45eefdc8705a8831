import type { FunnelQuestion } from '../../core/paths/funnel.ts'
import type { JourneyQuestion, JourneyStep } from '../../core/paths/journey.ts'
import type { Part } from '../../core/planning/plan.ts'
import type { Statement } from '../../core/ports.ts'
import type { Condition } from '../../core/query/condition.ts'
import type { Query } from '../../core/query/query.ts'
import { asPart } from './as-part.ts'
import { conditionSql } from './conditions.ts'
import { knownEvents, notBefore } from './days.ts'
import { countsFor, eventContext, looksAtEnds } from './event-context.ts'
import { newParameters, type Parameters } from './parameters.ts'
import { RECEIVED, visitRows } from './visit-rows.ts'

/** Events of one visit that its way is read from, the first ones. */
const MOST_EVENTS = 1_000

/** How many got as far as each step: columns `level` (0 is none) and `count`. */
export function funnelStatement(question: FunnelQuestion): Statement {
  const parameters = newParameters()
  const { steps, within } = question
  const { part, query } = asPart(question)
  const context = eventContext(part, query, parameters)
  /** One bit for each step that an event may be. */
  const bits = steps.map(
    ({ condition }, index) =>
      `${2 ** index} * (${countsFor([condition], parameters)} AND ${conditionSql(condition, context, parameters)})`,
  )
  const unit = within === 'visit' ? 'events.visit_id' : 'events.day, events.visitor_id'
  const isNext = `level < ${steps.length} AND bitTest(one.2, level)`
  // windowFunnel would begin anew with every event that may be the first step.
  const sql = `SELECT level, toUInt32(count()) AS count
FROM (
  SELECT
    arraySort(groupArrayIf((${RECEIVED}, toUInt8(${bits.join(' + ')}) AS mask), mask > 0)) AS received,
    arrayFold((level, one) -> toUInt8(if(${isNext}, level + 1, level)), received, toUInt8(0)) AS level
  ${fromEvents(question, part, query, parameters)}
  GROUP BY ${unit}
)
GROUP BY level`
  return { sql, params: parameters.values }
}

/**
 * The most frequent ways: columns `way`, each step a letter for page or event and its name, `visits`, and `is_shown`, which is 0
 * in at most one row: all other ways together, of which `ways` says how many there are.
 */
export function journeyStatement(question: JourneyQuestion): Statement {
  const parameters = newParameters()
  const { part, query } = asPart(question)
  const context = eventContext(part, query, parameters)
  const isStart = `${countsFor([question.start], parameters)} AND ${conditionSql(question.start, context, parameters)}`
  const along = parameters.bind('along', 'Array(String)', question.along.map(toLabel))
  const steps = parameters.bind('steps', 'UInt8', question.steps)
  const minimum = parameters.bind('minimum', 'UInt32', question.minimum)
  const limit = parameters.bind('limit', 'UInt32', question.limit)
  const whole =
    question.direction === 'next'
      ? 'arraySlice(labels, place + 1)'
      : 'arrayReverse(arraySlice(labels, 1, place - 1))'
  const sql = `WITH visits AS (
  SELECT
    arraySort(one -> one.1, groupArray(${MOST_EVENTS})((
      ${RECEIVED},
      if(events.name = 'pageview', concat('p', events.page), concat('e', events.name)),
      toUInt8(${isStart})
    ))) AS received,
    arrayFirstIndex(one -> one.3 = 1, received) AS started,
    arrayFilter((one, number) -> number = started OR one.2 != 'eengagement', received, arrayEnumerate(received)) AS kept,
    arrayFilter((one, number) -> number = 1 OR one.2 != kept[number - 1].2, kept, arrayEnumerate(kept)) AS taken,
    arrayMap(one -> one.2, taken) AS labels,
    arrayFirstIndex(one -> one.3 = 1, taken) AS place,
    ${whole} AS whole
  ${fromEvents(question, part, query, parameters)}
    AND (events.name != 'engagement' OR (${isStart}))
  GROUP BY events.visit_id
), ways AS (
  SELECT arraySlice(whole, length(${along}) + 1, ${steps}) AS way, toUInt32(count()) AS visits
  FROM visits
  WHERE place > 0 AND arraySlice(whole, 1, length(${along})) = ${along}
  GROUP BY way
), ranked AS (
  SELECT way, visits, visits >= ${minimum} AND row_number() OVER (ORDER BY visits DESC, way ASC) <= ${limit} AS is_shown
  FROM ways
)
SELECT if(is_shown, ranked.way, []) AS way, toUInt8(is_shown) AS is_shown, toUInt32(sum(ranked.visits)) AS visits, toUInt32(count()) AS ways
FROM ranked
GROUP BY way, is_shown
ORDER BY is_shown, visits DESC, way ASC`
  return { sql, params: parameters.values }
}

/** As the statement names a step: pages and events may have the same name. */
function toLabel(step: JourneyStep): string {
  return 'page' in step ? `p${step.page}` : `e${step.event}`
}

function fromEvents(
  { filters }: { readonly filters: readonly Condition[] },
  part: Part,
  query: Query,
  parameters: Parameters,
): string {
  const context = eventContext(part, query, parameters)
  const conditions = [
    ...knownEvents(part, query.siteId, parameters),
    ...notBefore('events.timestamp', part, parameters),
    ...filters.map(filter => conditionSql(filter, context, parameters)),
  ]
  const rows = { readBy: conditions, conditions: [], matching: 'true' }
  const join = looksAtEnds(filters, [])
    ? ` INNER JOIN (\n  ${visitRows(part, query, rows, parameters)}\n  ) AS visit_rows ON visit_rows.visit_id = events.visit_id`
    : ''
  return `FROM events${join}
  WHERE ${conditions.join('\n    AND ')}`
}
