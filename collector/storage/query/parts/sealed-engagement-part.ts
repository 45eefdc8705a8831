import type { Component } from '../../../core/metrics/components.ts'
import type { Part } from '../../../core/planning/plan.ts'
import type { Query } from '../../../core/query/query.ts'
import { forEngagement } from '../../../core/query/readings.ts'
import { componentColumns } from '../components.ts'
import { conditionSql } from '../conditions.ts'
import { sealedRows } from '../days.ts'
import { dimensionColumns, groupPart } from '../grouping.ts'
import type { Parameters } from '../parameters.ts'
import { READ_BY_VISITS, sealedContext } from '../sealed-context.ts'

/** The part of an answer that is counted on what sealed visits read in all. */
export function sealedEngagementPart(
  part: Part,
  query: Query,
  used: readonly Component[],
  parameters: Parameters,
): string {
  const context = sealedContext(parameters)
  const source = { day: 'sealed.day', instant: undefined, value: context.value }
  const conditions = [
    ...sealedRows('sealed', part, query.siteId, parameters),
    '(sealed.engaged_ms > 0 OR sealed.scrolled_pages > 0)',
    ...part.filters.map(filter => conditionSql(forEngagement(filter), context, parameters)),
  ]
  const columns = [
    ...dimensionColumns(part, query, source, parameters),
    ...componentColumns(READ_BY_VISITS, part.components, used),
  ]
  return `SELECT
    ${columns.join(',\n    ')}
  FROM sealed_visits AS sealed
  WHERE ${conditions.join('\n    AND ')}${groupPart(part)}`
}
