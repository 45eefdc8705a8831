import type { SiteId } from '../../core/ids.ts'
import type { Part } from '../../core/planning/plan.ts'
import type { DayRange } from '../../core/planning/split-days.ts'
import type { Parameters } from './parameters.ts'

/** That a row of an alias is of the site and of these days, the columns being `site_id` and `day`. */
export function onDays(
  alias: string,
  siteId: SiteId,
  days: readonly DayRange[],
  parameters: Parameters,
): readonly string[] {
  const ranges = days.map(({ first, last }) =>
    first === last
      ? `${alias}.day = ${parameters.bind('day', 'Date', first)}`
      : `${alias}.day BETWEEN ${parameters.bind('day', 'Date', first)} AND ${parameters.bind('day', 'Date', last)}`,
  )
  return [
    `${alias}.site_id = ${parameters.bind('site_id', 'UInt32', siteId)}`,
    ranges.length === 0 ? 'false' : `(${ranges.join(' OR ')})`,
  ]
}

/** The raw events of a part that its visits are put together from. */
export function knownEvents(part: Part, siteId: SiteId, parameters: Parameters): readonly string[] {
  const { untilSecond } = part
  return [
    ...onDays('events', siteId, part.days, parameters),
    ...(untilSecond === undefined
      ? []
      : [`events.timestamp < toDateTime(${parameters.bind('until_second', 'UInt32', untilSecond)}, 'UTC')`]),
  ]
}

/** That an instant, given by an SQL expression, is not before the part's first one. */
export function notBefore(instant: string, part: Part, parameters: Parameters): readonly string[] {
  if (part.fromSecond === undefined) return []
  return [`${instant} >= toDateTime(${parameters.bind('from_second', 'UInt32', part.fromSecond)}, 'UTC')`]
}

/** The valid sealed rows of a part, the column being `generation`. */
export function sealedRows(
  alias: string,
  part: Part,
  siteId: SiteId,
  parameters: Parameters,
): readonly string[] {
  if (part.rows === undefined) throw new Error(`A part on ${part.source} has no sealed rows`)
  const { generations, except } = part.rows
  const superseded = except.map(([day, generation]) => ({ values: [day, BigInt(generation)] }))
  return [
    ...onDays(alias, siteId, part.days, parameters),
    `${alias}.generation IN ${parameters.bind('generations', 'Array(UInt64)', generations.map(BigInt))}`,
    ...(superseded.length === 0
      ? []
      : [
          `(${alias}.day, ${alias}.generation) NOT IN ${parameters.bind('superseded', 'Array(Tuple(Date, UInt64))', superseded)}`,
        ]),
  ]
}
