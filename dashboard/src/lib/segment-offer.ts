import type { SiteSegments } from './site-segments.svelte.ts'

/** Segments that may be applied, and what may be done with them. */
export interface SegmentOffer {
  readonly segments: SiteSegments
  /** Ids of those in force. */
  readonly applied: readonly number[]
  readonly ontoggle: (id: number) => void
  /** Opens what gives them other names and removes them. Absent for whoever may not. */
  readonly onmanage?: () => void
}
