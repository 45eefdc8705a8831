import { METRICS, type Metric } from '../metrics/catalogue.ts'
import {
  type Dimension,
  GOAL_DIMENSION,
  isTimeDimension,
  isValueDimension,
  NAMED_DIMENSIONS,
  TIME_DIMENSIONS,
} from './dimensions.ts'
import { type Faults, quoted } from './faults.ts'
import type { Query } from './query.ts'

/** More of them make rows that nobody reads and that cost a lot. */
export const MAX_DIMENSIONS = 8

/** Reads `metrics`: at least one, each once. */
export function parseMetrics(value: unknown, faults: Faults): readonly Metric[] {
  if (!Array.isArray(value) || value.length === 0) {
    faults.add('metrics', `Give a list of at least one of ${METRICS.join(', ')}.`)
    return []
  }
  const words = (item: unknown) => `Invalid metric ${quoted(item)}. Use one of ${METRICS.join(', ')}.`
  return parseList(value, 'metrics', isMetric, words, faults)
}

/** Reads `dimensions`: each once, at most one of time. */
export function parseDimensions(value: unknown, faults: Faults): readonly Dimension[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    faults.add('dimensions', 'Give a list of dimensions, such as ["event:page"].')
    return []
  }
  const known = [...TIME_DIMENSIONS, ...NAMED_DIMENSIONS, GOAL_DIMENSION, 'event:props:<key>'].join(', ')
  const words = (item: unknown) => `Invalid dimension ${quoted(item)}. Use one of ${known}.`
  const dimensions = parseList(value, 'dimensions', isDimension, words, faults)
  if (dimensions.filter(isTimeDimension).length > 1) {
    faults.add('dimensions', 'More than one dimension of time. Keep the finest one.')
  }
  if (value.length > MAX_DIMENSIONS) faults.add('dimensions', `Give at most ${MAX_DIMENSIONS} dimensions.`)
  return dimensions
}

/** Reads `order_by`: only metrics and dimensions that the query asks for. */
export function parseOrderBy(
  value: unknown,
  metrics: readonly Metric[],
  dimensions: readonly Dimension[],
  faults: Faults,
): Query['orderBy'] {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    faults.add('order_by', 'Give a list of pairs, such as [["visitors", "desc"]].')
    return []
  }
  const queried: readonly (Metric | Dimension)[] = [...metrics, ...dimensions]
  const seen = new Set<unknown>()
  return value.flatMap((item: unknown, index) => {
    const path = `order_by/${index}`
    if (!Array.isArray(item) || item.length !== 2 || (item[1] !== 'asc' && item[1] !== 'desc')) {
      faults.add(path, `Invalid order ${quoted(item)}. Use a pair of a name and "asc" or "desc".`)
      return []
    }
    const [name, direction]: [unknown, 'asc' | 'desc'] = [item[0], item[1]]
    const key = queried.find(known => known === name)
    if (key === undefined) {
      faults.add(`${path}/0`, `Cannot order by ${quoted(name)}. Use a metric or dimension of this query.`)
      return []
    }
    if (seen.has(key)) {
      faults.add(`${path}/0`, `${quoted(name)} is there twice. Remove one.`)
      return []
    }
    seen.add(key)
    return [[key, direction] as const]
  })
}

function parseList<T>(
  items: readonly unknown[],
  path: string,
  isKnown: (item: unknown) => item is T,
  words: (item: unknown) => string,
  faults: Faults,
): readonly T[] {
  const seen = new Set<unknown>()
  return items.flatMap((item, index) => {
    if (!isKnown(item)) faults.add(`${path}/${index}`, words(item))
    else if (seen.has(item)) faults.add(`${path}/${index}`, `${quoted(item)} is there twice. Remove one.`)
    else {
      seen.add(item)
      return [item]
    }
    return []
  })
}

function isMetric(value: unknown): value is Metric {
  return METRICS.some(metric => metric === value)
}

function isDimension(value: unknown): value is Dimension {
  return typeof value === 'string' && (isTimeDimension(value) || isValueDimension(value))
}
