import type { SiteId } from '../ids.ts'
import type { Condition } from '../query/condition.ts'
import type { Period } from '../query/query.ts'

/** What visits do next after something, or before it: their next pages and events, added up by whole ways. */
export interface JourneyQuestion {
  readonly siteId: SiteId
  readonly period: Period
  /** IANA name. */
  readonly timezone: string
  /** Whose visits are looked at; about visits, not single events. All must hold. */
  readonly filters: readonly Condition[]
  /** Where the way begins, or with `previous` ends: the first such event of the visit. */
  readonly start: Condition
  readonly direction: 'next' | 'previous'
  /** Steps that every way goes along first, at most 5; the answer tells what comes after them. */
  readonly along: readonly JourneyStep[]
  /** Steps of a way, 1–5. Views of the same page in a row are one. */
  readonly steps: number
  /** Ways that fewer visits took are not shown, at least 1: rare ones would tell of single people. */
  readonly minimum: number
  /** 1–1,000. */
  readonly limit: number
}

/** A page that was viewed, or an event that happened. */
export type JourneyStep = { readonly page: string } | { readonly event: string }

/** One way: shorter than asked for where the visit ended, or began. */
export interface Journey {
  readonly steps: readonly JourneyStep[]
  readonly visits: number
}

/** The most frequent ways, most first, and what is not shown of the others: nobody gets lost in an answer. */
export interface Journeys {
  readonly ways: readonly Journey[]
  /** Of ways that too few visits took, or that came after the limit. */
  readonly others: { readonly visits: number; readonly ways: number }
}
