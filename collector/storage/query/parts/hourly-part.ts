import type { Component } from '../../../core/metrics/components.ts'
import type { Part } from '../../../core/planning/plan.ts'
import type { Query } from '../../../core/query/query.ts'
import { componentColumns } from '../components.ts'
import { sealedRows } from '../days.ts'
import { groupPart } from '../grouping.ts'
import type { Parameters } from '../parameters.ts'
import { foundBy, STATS } from './daily-part.ts'

/** The part of an answer that is read from the sealed figures of whole hours; the only dimension is the hour. */
export function hourlyPart(
  part: Part,
  query: Query,
  used: readonly Component[],
  parameters: Parameters,
): string {
  const conditions = [...sealedRows('stats', part, query.siteId, parameters), foundBy(part.tally)]
  const label =
    "concat(toString(stats.day), ' ', leftPad(toString(stats.hour), 2, '0'), ':00:00') AS dimension_0"
  return `SELECT
    ${[label, ...componentColumns(STATS, part.components, used)].join(',\n    ')}
  FROM hourly_stats AS stats
  WHERE ${conditions.join('\n    AND ')}${groupPart(part)}`
}
