import { endsYesterday, type LocalDay } from './periods.ts'
import type { View } from './view-url.ts'
import { PERIOD_WORDS, WORDS } from './wording.ts'

/** What the period of a view is called, and that today is left out where it is. */
export function nameOfPeriod({ period, until }: View, today: LocalDay): string {
  const name = PERIOD_WORDS[period]
  return endsYesterday(period, today, until) ? WORDS.periodWithoutToday(name) : name
}
