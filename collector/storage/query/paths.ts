import type { FunnelQuestion } from '../../core/paths/funnel.ts'
import type { JourneyQuestion } from '../../core/paths/journey.ts'
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

/** The most frequent ways: columns `labels`, each a letter for page or event and its name, and `visits`. */
export function journeyStatement(question: JourneyQuestion): Statement {
  const parameters = newParameters()
  const { part, query } = asPart(question)
  const context = eventContext(part, query, parameters)
  const isStart = `${countsFor([question.start], parameters)} AND ${conditionSql(question.start, context, parameters)}`
  const steps = parameters.bind('steps', 'UInt8', question.steps)
  const way =
    question.direction === 'next'
      ? `arraySlice(labels, place + 1, ${steps})`
      : `arraySlice(arrayReverse(arraySlice(labels, 1, place - 1)), 1, ${steps})`
  const sql = `SELECT ${way} AS way, toUInt32(count()) AS visits
FROM (
  SELECT
    arraySort(one -> one.1, groupArray(${MOST_EVENTS})((
      ${RECEIVED},
      if(events.name = 'pageview', concat('p', events.page), concat('e', events.name)),
      toUInt8(${isStart})
    ))) AS received,
    arrayFilter((one, number) -> number = 1 OR one.2 != received[number - 1].2, received, arrayEnumerate(received)) AS taken,
    arrayMap(one -> one.2, taken) AS labels,
    arrayFirstIndex(one -> one.3 = 1, taken) AS place
  ${fromEvents(question, part, query, parameters)}
    AND (events.name != 'engagement' OR (${isStart}))
  GROUP BY events.visit_id
)
WHERE place > 0
GROUP BY way
HAVING visits >= ${parameters.bind('minimum', 'UInt32', question.minimum)}
ORDER BY visits DESC, way ASC
LIMIT ${parameters.bind('limit', 'UInt32', question.limit)}`
  return { sql, params: parameters.values }
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
