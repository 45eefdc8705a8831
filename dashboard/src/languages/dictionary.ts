import type { Metric } from '../../../collector/core/metrics/catalogue.ts'
import type { GoalDimension, NamedDimension } from '../../../collector/core/query/dimensions.ts'
import type { ServerSentence } from '../lib/server-sentences.ts'
import type * as English from './en.ts'

/** The shape of English, with any text in the place of each of its own. */
type Said<T> = T extends (...facts: infer Facts) => string
  ? (...facts: Facts) => string
  : T extends string
    ? string
    : { readonly [Name in keyof T]: Said<T[Name]> }

/**
 * Every word of the dashboard in one language. English sets what there is; the type makes the others complete.
 * A dictionary imports nothing at run time: it is a file of its own that the page waits for.
 */
export type Dictionary = Said<typeof English> & {
  /** What metrics are called, and their definitions. English has these in the catalogue that the API shows. */
  readonly METRIC_WORDS: Readonly<Record<Metric, { readonly label: string; readonly definition: string }>>
  /** What dimensions are called. English has these in their catalogue. */
  readonly DIMENSION_WORDS: Readonly<Record<NamedDimension | GoalDimension, { readonly label: string }>>
  /** What the API says in English, by that; `#` stands for its numbers, in their order. English has nothing to add. */
  readonly SERVER_WORDS: Readonly<Record<ServerSentence, string>> | Readonly<Record<string, never>>
}
