import type { Shape } from '../traffic/requests.ts'
import type { OpenLoopResult } from './open-loop.ts'
import type { LoadResult } from './tally.ts'

/** What the load generator is told to do. */
export interface LoadOrder {
  readonly port: number
  readonly shape: Shape
  readonly connections: number
  readonly seconds: number
  /** Absent: as fast as the server answers. */
  readonly requestsPerSecond?: number
}

/** What it reports. */
export type LoadReport =
  | { readonly ok: true; readonly result: LoadResult | OpenLoopResult }
  | { readonly ok: false; readonly error: string }
