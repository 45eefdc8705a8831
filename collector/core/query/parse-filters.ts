import type { Goal } from '../goals/goal.ts'
import type { Segment } from '../segments/segment.ts'
import type { Condition } from './condition.ts'
import { type Faults, quoted } from './faults.ts'
import { FILTER_LIMITS } from './filter-limits.ts'
import { type LeafContext, parseLeaf } from './parse-leaf.ts'

/** What of a site filters may name. */
export interface FilterContext {
  readonly goals: readonly Goal[]
  readonly segments: readonly Segment[]
}

const EXAMPLE = '[["is", "visit:country", ["FI"]]]'

/** Reads `filters`, of which all must hold. Source: wire format §4. */
export function parseFilters(value: unknown, context: FilterContext, faults: Faults): readonly Condition[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    faults.add('filters', `Give a list of filters, such as ${EXAMPLE}.`)
    return []
  }
  const leaves = { left: FILTER_LIMITS.leaves }
  const parsed = value.flatMap(
    (item: unknown, index) =>
      parseFilter(item, { ...context, path: `filters/${index}`, depth: 1, place: 'top', leaves, faults }) ??
      [],
  )
  if (leaves.left < 0) faults.add('filters', `Give at most ${FILTER_LIMITS.leaves} filters in all.`)
  return parsed.flatMap(flattened)
}

/** Where a filter stands: goals may be asked for at the top and of what a visit has done, nowhere else. */
type Place = 'top' | 'inside' | 'done' | 'inside done'

interface Reading extends FilterContext, LeafContext {
  readonly depth: number
  readonly place: Place
  readonly leaves: { left: number }
  /** True inside a segment, which may hold no other. */
  readonly isInSegment?: boolean
}

/** A list of conditions that all hold may as well stand at the top. */
function flattened(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.conditions.flatMap(flattened) : [condition]
}

function parseFilter(value: unknown, reading: Reading): Condition | undefined {
  const { path, depth, faults } = reading
  if (depth > FILTER_LIMITS.depth) {
    faults.add(path, `Filters may be put into one another ${FILTER_LIMITS.depth} times at most.`)
    return undefined
  }
  if (!Array.isArray(value) || value.length < 2) {
    faults.add(path, `Invalid filter ${quoted(value)}. Use ["is", "visit:country", ["FI"]].`)
    return undefined
  }
  const [operator, operand]: unknown[] = value
  switch (operator) {
    case 'and':
    case 'or':
      return parseList(operator, value, reading)
    case 'not': {
      const inner = parseOnly(value, { ...reading, place: insideOf(reading.place) })
      return inner && { kind: 'not', condition: inner }
    }
    case 'has_done':
    case 'has_not_done': {
      if (reading.place === 'done' || reading.place === 'inside done') {
        faults.add(`${path}/0`, `"${operator}" cannot stand inside another one. Put them side by side.`)
        return undefined
      }
      const inner = parseOnly(value, { ...reading, place: 'done' })
      if (inner === undefined) return undefined
      const done: Condition = { kind: 'done', condition: inner }
      return operator === 'has_done' ? done : { kind: 'not', condition: done }
    }
  }
  if (operand === 'segment') return parseSegment(value, reading)
  reading.leaves.left--
  return parseLeaf(value, {
    ...reading,
    mayBeGoal: reading.place === 'top' || isInDone(reading.place),
    isInDone: isInDone(reading.place),
  })
}

function isInDone(place: Place): boolean {
  return place === 'done' || place === 'inside done'
}

function insideOf(place: Place): Place {
  return isInDone(place) ? 'inside done' : 'inside'
}

function parseList(kind: 'and' | 'or', value: readonly unknown[], reading: Reading): Condition | undefined {
  const { path, faults } = reading
  const [, operands] = value
  if (!Array.isArray(operands) || operands.length === 0 || value.length > 2) {
    faults.add(`${path}/1`, `Give "${kind}" one list of filters, such as ["${kind}", ${EXAMPLE}].`)
    return undefined
  }
  // What all must hold at the top stands at the top itself.
  const place = kind === 'and' ? reading.place : insideOf(reading.place)
  const conditions = operands.map((item: unknown, index) =>
    parseFilter(item, { ...reading, path: `${path}/1/${index}`, depth: reading.depth + 1, place }),
  )
  const known = conditions.filter(condition => condition !== undefined)
  return known.length === conditions.length ? { kind, conditions: known } : undefined
}

function parseOnly(value: readonly unknown[], reading: Reading): Condition | undefined {
  const { path, faults } = reading
  if (value.length > 2) {
    faults.add(
      path,
      `Give ${quoted(value[0])} one filter, such as [${quoted(value[0])}, ["is", "event:page", ["/"]]].`,
    )
    return undefined
  }
  return parseFilter(value[1], { ...reading, path: `${path}/1`, depth: reading.depth + 1 })
}

function parseSegment(value: readonly unknown[], reading: Reading): Condition | undefined {
  const { path, segments, faults } = reading
  const [operator, , ids]: readonly unknown[] = value
  if (operator !== 'is') {
    faults.add(`${path}/0`, 'A segment can only be asked for with "is".')
    return undefined
  }
  if (reading.isInSegment === true) {
    faults.add(`${path}/1`, 'A segment cannot hold another segment.')
    return undefined
  }
  if (!Array.isArray(ids) || ids.length !== 1 || value.length > 3) {
    faults.add(`${path}/2`, 'Give a list of one segment, such as [1].')
    return undefined
  }
  const segment = segments.find(({ id }) => id === ids[0])
  if (segment === undefined) {
    faults.add(`${path}/2/0`, `There is no segment ${quoted(ids[0])} of this site.`)
    return undefined
  }
  const filters: readonly unknown[] = Array.isArray(segment.filters) ? segment.filters : []
  const conditions = filters.flatMap(
    (filter, index) =>
      parseFilter(filter, {
        ...reading,
        path: `${path}/2/0/${index}`,
        depth: reading.depth + 1,
        isInSegment: true,
      }) ?? [],
  )
  return { kind: 'and', conditions }
}
