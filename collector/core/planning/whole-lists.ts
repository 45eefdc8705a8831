import { addSums, type Component, NO_SUMS, type Sums } from '../metrics/components.ts'
import type { SealedDays } from '../sealing/sealed-days.ts'
import { listKind } from './lists.ts'
import type { Part, Plan } from './plan.ts'

/** Events of a site's sealed days up to which their figures by the values of a dimension are kept in memory. */
export const MOST_KEPT_EVENTS = 50_000

/**
 * Whether a plan asks for a list of whole days of a small site, counts alone: then what was sealed by its dimension fits
 * into memory, at most a row per event, and only days that are not sealed have to be looked at.
 */
export function isOfWholeLists(plan: Plan, { generations }: SealedDays): boolean {
  const { parts, components } = plan
  const isReadable =
    listKind(plan) !== undefined &&
    components.every(isCount) &&
    parts.some(isOfDays) &&
    parts.every(part => isOfDays(part) || part.source === 'events')
  if (!isReadable) return false
  let events = 0
  for (const ofDay of generations.values()) {
    for (const generation of ofDay) events += generation.isValid ? generation.events : 0
  }
  return events <= MOST_KEPT_EVENTS
}

/** Whether a part is read from the figures of days. */
export function isOfDays({ source }: Part): boolean {
  return source === 'daily_stats'
}

function isCount(component: Component): boolean {
  return typeof NO_SUMS[component] === 'number'
}

/** What several parts have found by value, added up. */
export function addUpValues(
  found: readonly ReadonlyMap<string, Sums>[],
  components: readonly Component[],
): ReadonlyMap<string, Sums> {
  const [first = new Map<string, Sums>(), ...others] = found
  const all = new Map(first)
  for (const [value, sums] of others.flatMap(other => [...other])) {
    const known = all.get(value)
    all.set(value, known === undefined ? sums : addSums(known, sums, components))
  }
  return all
}
