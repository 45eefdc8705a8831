import type { Condition, Leaf } from './condition.ts'

/**
 * What a condition means for whole visits: the page of a visit is the one it entered on. What a visit has done looks at
 * pages as they are.
 */
export function forVisits(condition: Condition): Condition {
  return mapLeaves(condition, leaf =>
    leaf.kind === 'value' && leaf.dimension === 'event:page'
      ? { ...leaf, dimension: 'visit:entry_page' }
      : leaf,
  )
}

/**
 * What a condition means for engagement: it has the page and host it is about, but no name, property or goal of its own;
 * these are asked of the visit.
 */
export function forEngagement(condition: Condition): Condition {
  return mapLeaves(condition, leaf => (isOfOneEvent(leaf) ? { kind: 'done', condition: leaf } : leaf))
}

function isOfOneEvent(leaf: Leaf): boolean {
  return leaf.kind === 'goal' || leaf.dimension === 'event:name' || leaf.dimension.startsWith('event:props:')
}

/** Rewrites the leaves that are not inside `done`. */
function mapLeaves(condition: Condition, change: (leaf: Leaf) => Condition): Condition {
  switch (condition.kind) {
    case 'value':
    case 'goal':
      return change(condition)
    case 'and':
    case 'or':
      return { ...condition, conditions: condition.conditions.map(part => mapLeaves(part, change)) }
    case 'not':
      return { ...condition, condition: mapLeaves(condition.condition, change) }
    case 'done':
      return condition
  }
}
