import type { Component } from '../../../core/metrics/components.ts'
import type { Part } from '../../../core/planning/plan.ts'
import { type Items, itemsOf, itemsOfConditions } from '../../../core/planning/sealed-source.ts'
import type { Condition } from '../../../core/query/condition.ts'
import type { ColumnDimension } from '../../../core/query/dimensions.ts'
import type { Query } from '../../../core/query/query.ts'
import { forVisits } from '../../../core/query/readings.ts'
import { type Contribution, componentColumns } from '../components.ts'
import { conditionSql } from '../conditions.ts'
import { sealedRows } from '../days.ts'
import { dimensionColumns, groupPart } from '../grouping.ts'
import type { Parameters } from '../parameters.ts'
import { goalEvents, itemSet, overItems, sealedContext, someEvent } from '../sealed-context.ts'

/**
 * Visitors of sealed visits, each once a day: a visit that is its visitor's only one of the day is marked so and needs no
 * comparing.
 */
export const VISITORS = {
  single: 'countIf(sealed.repeated = 0)',
  /** Those with several visits a day, among the rows for which `holds`. */
  repeated: (holds: string) =>
    `uniqExactIf(bitOr(bitShiftLeft(toUInt64(sealed.day), 32), toUInt64(sealed.repeated)), sealed.repeated != 0 AND ${holds})`,
}

const WHOLE = {
  visitors: `${VISITORS.single} + ${VISITORS.repeated('true')}`,
  visits: 'count()',
  matching_events: 'count()',
  counted_visits: 'count()',
  bounces: 'sum(sealed.is_bounce)',
  visit_seconds: 'sum(sealed.seconds)',
  visit_views: 'sum(sealed.views)',
  exits: 'count()',
  revenue: 'sum(sealed.revenue)',
  revenue_events: 'sum(sealed.revenue_events)',
  currency_low: "minIf(sealed.currency_low, sealed.currency_low != '')",
  currency_high: 'max(sealed.currency_high)',
} as const satisfies Contribution

/** The part of an answer that is counted on sealed visits: the same rules as for raw events, without putting together. */
export function sealedVisitPart(
  part: Part,
  query: Query,
  used: readonly Component[],
  parameters: Parameters,
): string {
  const isOfVisits = part.tally === 'visits' || part.tally === 'exits'
  const readAs = (dimension: ColumnDimension): ColumnDimension => {
    if (part.tally === 'exit_views' && dimension === 'visit:exit_page') return 'event:page'
    if (!isOfVisits || dimension !== 'event:page') return dimension
    return part.tally === 'exits' ? 'visit:exit_page' : 'visit:entry_page'
  }
  const filters = isOfVisits ? part.filters.map(forVisits) : part.filters
  const context = sealedContext(parameters)
  const source = {
    day: 'sealed.day',
    instant: undefined,
    value: (dimension: ColumnDimension) => context.value(readAs(dimension)),
  }
  const ofItems = filters.filter(filter => itemsOfConditions([filter]) !== 'none')
  const ofVisits = filters.filter(filter => !ofItems.includes(filter))
  const rows = [
    ...sealedRows('sealed', part, query.siteId, parameters),
    ...ofVisits.map(filter => conditionSql(filter, context, parameters)),
  ]
  const isByItem = part.dimensions.some(dimension => {
    const read = readAs(dimension as ColumnDimension)
    return read === 'event:page' || read === 'event:name'
  })
  const columns = (contribution: Contribution) =>
    [
      ...dimensionColumns(part, query, source, parameters),
      ...componentColumns(contribution, part.components, used),
    ].join(',\n    ')

  if (!isByItem) {
    const conditions = [...rows, someEvent(ofItems, context, parameters)]
    return `SELECT
    ${columns({ ...WHOLE, ...counts(ofItems, isOfVisits) })}
  FROM sealed_visits AS sealed
  WHERE ${conditions.join('\n    AND ')}${groupPart(part)}`
  }

  const set = itemSet(itemsOf(part))
  if (set === undefined) throw new Error('Sealed visits cannot be split by what the query asks for')
  const one = {
    pageviews: `sum(${set.pageviews})`,
    events: `sum(${set.events})`,
    exit_views: `sum(${set.pageviews})`,
  }
  const joined = Object.entries(set.arrays).map(([variable, array]) => `${array} AS ${variable}`)
  const conditions = [set.counts, ...ofItems.map(filter => conditionSql(filter, context, parameters))]
  return `SELECT
    ${columns({ ...WHOLE, ...one })}
  FROM (SELECT * FROM sealed_visits AS sealed WHERE ${rows.join('\n    AND ')}) AS sealed
  ARRAY JOIN ${joined.join(', ')}
  WHERE ${conditions.join('\n    AND ')}${groupPart(part)}`

  /** Events of a visit that match: all of them, the matching items', or those that reach a goal. */
  function counts(conditionsOfItems: readonly Condition[], isWhole: boolean): Contribution {
    const items: Items | undefined = isWhole ? 'none' : itemsOfConditions(conditionsOfItems)
    const one = itemSet(items)
    if (one !== undefined) {
      const fits = [one.counts, ...conditionsOfItems.map(filter => conditionSql(filter, context, parameters))]
      const sum = (count: string) =>
        `sum(${overItems('arraySum', `if(${fits.join(' AND ')}, ${count}, 0)`, one)})`
      return { pageviews: sum(one.pageviews), events: sum(one.events), exit_views: sum(one.pageviews) }
    }
    if (items === 'goals') {
      const goals = conditionsOfItems.flatMap(filter => (filter.kind === 'goal' ? filter.goals : []))
      const { pageviews, customs } = goalEvents(goals, parameters)
      return { pageviews: `sum(${pageviews})`, events: `sum(${pageviews} + ${customs})` }
    }
    return {
      pageviews: 'sum(sealed.views)',
      events: 'sum(sealed.views + sealed.customs)',
      exit_views: 'sum(sealed.views)',
    }
  }
}
