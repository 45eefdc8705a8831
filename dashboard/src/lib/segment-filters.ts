import { isValueDimension, type ValueDimension } from '../../../collector/core/query/dimensions.ts'
import { describeFilter } from './names.ts'
import { isOperator, parseExclusion, type ViewCondition, type ViewFilter } from './view-url.ts'
import { WORDS } from './wording.ts'

/**
 * The filters of a segment, of which all must hold, as chips; undefined when one of them says more than a chip can:
 * alternatives, what a visit has done, or text whose case matters. Never throws, whatever the segment holds.
 */
export function toViewFilters(filters: unknown): readonly ViewFilter[] | undefined {
  const parts = listOf(filters)
  const chips = parts.flatMap(part => {
    const leaf = toLeaf(part)
    if (leaf === undefined) return toExclusion(part)
    return leaf.mindsCase === usuallyMindsCase(leaf.filter) ? [leaf.filter] : []
  })
  return chips.length === parts.length ? chips : undefined
}

/** Each condition of a segment in words; those inside others stand in brackets. Never throws. */
export function describeSegment(filters: unknown): readonly string[] {
  return listOf(filters).map(describe)
}

/** The same in one line. Never throws. */
export function describeInOne(filters: unknown): string {
  const [first = '', ...others] = describeSegment(filters)
  return others.reduce((said, more) => WORDS.listed(said, more), first)
}

/**
 * The dimensions that the conditions of a segment look at, without those of what a visit has done: what may be asked
 * beside it depends on them. Never throws.
 */
export function dimensionsIn(filters: unknown): readonly ValueDimension[] {
  return listOf(filters).flatMap(dimensionsOf)
}

/** The chip of a pair that is left out. */
function toExclusion(part: unknown): readonly ViewFilter[] {
  const [operator, operand] = listOf(part)
  return operator === 'not' ? parseExclusion(operand) : []
}

interface Leaf {
  readonly filter: ViewCondition
  readonly mindsCase: boolean
}

function dimensionsOf(part: unknown): readonly ValueDimension[] {
  const leaf = toLeaf(part)
  if (leaf !== undefined) return [leaf.filter.dimension]
  const [operator, operand] = listOf(part)
  if (operator === 'and' || operator === 'or') return dimensionsIn(operand)
  return operator === 'not' ? dimensionsOf(operand) : []
}

function describe(part: unknown): string {
  const leaf = toLeaf(part)
  if (leaf !== undefined) {
    const { lead, values } = describeFilter(leaf.filter)
    const words = `${lead} ${values}`
    return leaf.mindsCase && !usuallyMindsCase(leaf.filter) ? WORDS.conditionMindsCase(words) : words
  }
  const [operator, operand] = listOf(part)
  switch (operator) {
    case 'and':
      return WORDS.conditionAll(describeInOne(operand))
    case 'or':
      return WORDS.conditionAny(describeInOne(operand))
    case 'not':
      return WORDS.conditionNot(describe(operand))
    case 'has_done':
      return WORDS.conditionDone(describe(operand))
    case 'has_not_done':
      return WORDS.conditionNotDone(describe(operand))
    default:
      // Of a newer collector: better its own way of writing than nothing.
      return JSON.stringify(part)
  }
}

function toLeaf(part: unknown): Leaf | undefined {
  const [operator, dimension, values, options] = listOf(part)
  if (typeof operator !== 'string' || !isOperator(operator)) return undefined
  if (typeof dimension !== 'string' || !isValueDimension(dimension)) return undefined
  const texts = listOf(values).filter(value => typeof value === 'string')
  if (texts.length === 0 || texts.length < listOf(values).length) return undefined
  const isLax =
    typeof options === 'object' &&
    options !== null &&
    'case_sensitive' in options &&
    options.case_sensitive === false
  return { filter: { operator, dimension, values: texts }, mindsCase: !isLax }
}

/** A chip looks for text without minding case, and for everything else exactly. */
function usuallyMindsCase({ operator }: ViewCondition): boolean {
  return operator !== 'contains' && operator !== 'contains_not'
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
