import type { FunnelResultBody, JourneyResultBody } from '../../../collector/http/contract.ts'
import type { PathStep } from './view-url.ts'

/** One step of a funnel, as it is drawn. */
export interface FunnelBar {
  readonly name: string
  readonly reached: number
  /** Length of the bar: 0–1 of the first step. */
  readonly part: number
  /** Percent of the first step; null when nobody reached it. */
  readonly ofFirst: number | null
  /** Percent of the step before; null for the first and after nobody. */
  readonly ofBefore: number | null
  /** How many reached the step before and not this one; 0 for the first. */
  readonly lost: number
}

/** The steps of a funnel, in order. */
export function toFunnelBars({ results }: FunnelResultBody): FunnelBar[] {
  const first = results[0]?.reached ?? 0
  return results.map(({ name, reached, step_rate, conversion_rate }, index) => ({
    name,
    reached,
    part: first === 0 ? 0 : reached / first,
    ofFirst: conversion_rate,
    ofBefore: step_rate,
    lost: Math.max(0, (results[index - 1]?.reached ?? reached) - reached),
  }))
}

/** One step that visits went on with. */
export interface JourneyRow {
  /** Its own among the rows. */
  readonly key: string
  /** Undefined: the visit ended here, or began. */
  readonly step: PathStep | undefined
  readonly visits: number
  /** Length of the bar: 0–1 of the largest row. */
  readonly part: number
  /** 0–1 of all visits that came so far. */
  readonly share: number
}

/** The next steps of visits that came so far, the most first, and what is not shown of the others. */
export interface JourneyStepRows {
  readonly rows: readonly JourneyRow[]
  /** All visits that came so far. */
  readonly visits: number
  /** Of those, the ones whose way is told with others only. */
  readonly withheld: number
}

/** The rows of an answer about one step. */
export function toJourneyRows({ results, others }: JourneyResultBody): JourneyStepRows {
  const shown = results.reduce((sum, { visits }) => sum + visits, 0)
  const all = shown + others.visits
  const largest = Math.max(1, ...results.map(({ visits }) => visits))
  const rows = results.map(({ steps, visits }) => {
    const step = toPathStep(steps[0])
    return { key: JSON.stringify(step ?? ''), step, visits, part: visits / largest, share: visits / all }
  })
  return { rows, visits: all, withheld: others.visits }
}

function toPathStep(step: { page: string } | { event: string } | undefined): PathStep | undefined {
  if (step === undefined) return undefined
  return 'page' in step ? { kind: 'page', value: step.page } : { kind: 'event', value: step.event }
}
