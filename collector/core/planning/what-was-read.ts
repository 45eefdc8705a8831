import { daysBetween } from '../time/calendar.ts'
import type { Plan, Source } from './plan.ts'

/** From which kind of rows, and of how many days, an answer was read. */
export interface WhatWasRead {
  readonly source: Source
  readonly days: number
}

/** What a plan reads: each source once, with the most days that any part takes from it. */
export function whatWasRead({ parts }: Plan): readonly WhatWasRead[] {
  const days = new Map<Source, number>()
  for (const part of parts) {
    const count = part.days.reduce((sum, { first, last }) => sum + daysBetween(first, last) + 1, 0)
    days.set(part.source, Math.max(days.get(part.source) ?? 0, count))
  }
  return [...days].map(([source, count]) => ({ source, days: count }))
}
