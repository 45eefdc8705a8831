import type { FunnelStepResult } from '../paths/funnel.ts'
import type { Journey, Journeys } from '../paths/journey.ts'
import { csvTable } from './csv-line.ts'

/** A funnel as CSV (RFC 4180): a row of names as the API has them, then a row per step; what has no value is empty. */
export function funnelCsv(steps: readonly FunnelStepResult[]): string {
  return csvTable(
    ['step', 'name', 'reached', 'step_rate', 'conversion_rate'],
    steps.map(({ name, reached, step_rate, conversion_rate }, index) => [
      index + 1,
      name,
      reached,
      step_rate ?? '',
      conversion_rate ?? '',
    ]),
  )
}

/**
 * Ways of visits as CSV: a row per way, most frequent first, with a column per step; the steps that a visit did not take are
 * empty. The last row, where there is one, holds the visits of all other ways.
 */
export function journeysCsv({ ways, others }: Journeys, steps: number): string {
  const columns = Array.from({ length: steps }, (_, index) => `step_${index + 1}`)
  return csvTable(
    ['visits', 'ways', ...columns],
    [
      ...ways.map(way => [way.visits, 1, ...columns.map((_, index) => nameOf(way, index))]),
      ...(others.visits === 0 ? [] : [[others.visits, others.ways, ...columns.map(() => '')]]),
    ],
  )
}

/** An event is told apart from a page of the same name. */
function nameOf({ steps }: Journey, index: number): string {
  const step = steps[index]
  if (step === undefined) return ''
  return 'page' in step ? step.page : `event:${step.event}`
}
