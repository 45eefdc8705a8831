import { listsTogether, togetherPlan } from '../../core/planning/lists.ts'
import type { Plan } from '../../core/planning/plan.ts'
import type { Statement } from '../../core/ports.ts'
import { QueryTooHeavyError } from '../../core/query/query-too-heavy.ts'
import type { Row, Rows } from './ask.ts'
import { listSumsStatement, listsStatement } from './select.ts'

/** A list that somebody waits for. */
export interface List {
  readonly plan: Plan
  /** Lists of one kind may be read together: see `listKind`. */
  readonly kind: string
  /** What asks for it alone. */
  readonly alone: Statement
  /** Sums of every row are wanted, as `sumsStatement` tells them, not an answer's metrics of some. Default false. */
  readonly isOfSums?: boolean
}

/** The rows of a list, and what the database was asked. */
export interface ListRows {
  readonly rows: Rows
  readonly statement: Statement
}

/**
 * The rows of lists of one kind, each as it would be by itself. What is too heavy together is asked for one by one.
 * Throws what `ask` throws.
 */
export async function askLists(
  lists: readonly List[],
  ask: (statement: Statement) => Promise<Rows>,
): Promise<readonly ListRows[]> {
  const found = new Map<List, ListRows>()
  await Promise.all(
    listsTogether(lists).map(async together => {
      for (const [list, rows] of await askTogether(together, ask)) found.set(list, rows)
    }),
  )
  return lists.map(list => {
    const rows = found.get(list)
    if (rows === undefined) throw new Error('A list was not asked for')
    return rows
  })
}

async function askTogether(
  lists: readonly List[],
  ask: (statement: Statement) => Promise<Rows>,
): Promise<readonly (readonly [List, ListRows])[]> {
  const oneByOne = () =>
    Promise.all(
      lists.map(async list => [list, { rows: await ask(list.alone), statement: list.alone }] as const),
    )
  if (lists.length === 1) return oneByOne()
  const plan = togetherPlan(lists.map(list => list.plan))
  const isOfSums = lists.every(list => list.isOfSums === true)
  const statement = isOfSums ? listSumsStatement(plan) : listsStatement(plan)
  try {
    const { data } = await ask(statement)
    return lists.map((list, place) => [list, { rows: rowsOf(data, place), statement }] as const)
  } catch (error) {
    if (error instanceof QueryTooHeavyError) return oneByOne()
    throw error
  }
}

/** The rows of the list at a place; one without any has no row that could tell so. */
function rowsOf(data: readonly Row[], place: number): Rows {
  const rows = data.filter(row => Number(row['list']) === place)
  return { data: rows, totalRows: Number(rows[0]?.['rows_of_list'] ?? 0) }
}
