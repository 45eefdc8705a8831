import {
  type Dimension,
  isColumnDimension,
  isPropertyDimension,
  isVisitEndDimension,
} from '../query/dimensions.ts'
import { sealedAs } from '../sealing/sealed-dimensions.ts'
import type { Part, Plan } from './plan.ts'
import { dailyKey, itemsOf, readAs } from './sealed-source.ts'

/**
 * A plan for a list of the values of one dimension, if such plans can be read together: of those with the same text, one
 * statement reads the same rows once and groups them by each dimension. Undefined for any other plan. What is sealed has
 * to be the same as well.
 */
export function listKind(plan: Plan): string | undefined {
  const { query, parts, least, all, unconverted, group } = plan
  const [dimension, ...others] = query.dimensions
  const isList =
    dimension !== undefined &&
    others.length === 0 &&
    isColumnDimension(dimension) &&
    !isPropertyDimension(dimension) &&
    // Of a list that begins later, how many rows there are is not known when none is left.
    query.pagination.offset === 0 &&
    [least, all, unconverted, group].every(other => other === undefined)
  if (!isList) return undefined
  const kinds = parts.map(kindOfPart)
  if (kinds.length === 0 || kinds.includes(undefined)) return undefined
  const { siteId, timezone, period, metrics, filters, pagination, orderBy } = query
  const order = orderBy.map(([key, direction]) => [key === dimension ? '' : key, direction])
  return JSON.stringify([siteId, timezone, period, metrics, filters, pagination, order, kinds])
}

/** What of a part decides from which rows it is counted, but for its dimension; undefined when that matters. */
function kindOfPart(part: Part): readonly unknown[] | undefined {
  const { tally, source, days, dimensions, fromSecond, untilSecond } = part
  if (tally !== 'events' && tally !== 'visits') return undefined
  const kind = [tally, source, days, fromSecond, untilSecond]
  switch (source) {
    case 'daily_stats':
      return dailyKey(part)?.filters.length === 0 ? kind : undefined
    case 'sealed_visits':
      // Those by pages or names are counted on these, not on visits.
      return [...kind, itemsOf(part), dimensions.some(isItemDimension)]
    case 'events':
      // Visits are put together for these alone.
      return [...kind, tally === 'events' && dimensions.some(isVisitEndDimension)]
    case 'hourly_stats':
      return undefined
  }
}

function isItemDimension(dimension: Dimension): boolean {
  return dimension === 'event:page' || dimension === 'event:name'
}

/**
 * Of plans of one kind, those that are read together: two lists of the same values, such as countries by code
 * and by name, are read apart.
 */
export function listsTogether<Planned extends { readonly plan: Plan }>(
  planned: readonly Planned[],
): readonly (readonly Planned[])[] {
  const groups: { readonly names: Set<string>; readonly members: Planned[] }[] = []
  for (const one of planned) {
    const names = namesOf(one.plan)
    const free = groups.find(group => names.every(name => !group.names.has(name)))
    const group = free ?? { names: new Set<string>(), members: [] }
    if (free === undefined) groups.push(group)
    for (const name of names) group.names.add(name)
    group.members.push(one)
  }
  return groups.map(({ members }) => members)
}

/** Under which names the parts of a list find its values. */
function namesOf({ query, parts }: Plan): readonly string[] {
  return query.dimensions
    .filter(isColumnDimension)
    .flatMap(dimension => parts.map(({ tally }, place) => `${place} ${sealedAs(readAs(dimension, tally))}`))
}

/** The plan that reads several lists together: those of `listsTogether`, in this order. */
export function togetherPlan(plans: readonly Plan[]): Plan {
  const [first] = plans
  if (first === undefined) throw new Error('There is no list to read')
  const dimensions = plans.flatMap(({ query }) => query.dimensions)
  return {
    ...first,
    query: { ...first.query, dimensions },
    parts: first.parts.map(part => ({ ...part, dimensions, isOfLists: true })),
  }
}
