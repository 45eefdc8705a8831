import type { SiteBody } from '../../../collector/http/contract.ts'
import { Answer } from './answer.svelte.ts'
import { numberOf } from './metric-value.ts'
import { localDay } from './periods.ts'
import { glanceQuestion, weekQuestion } from './questions.ts'

/** How often a site in sight is asked for again, ms. */
const REFRESH_MS = 30_000

/** What can be seen of a site at a glance: its visitors today, and those of each day of a week. */
export class SiteGlance {
  readonly #site: SiteBody
  readonly #today = new Answer()
  readonly #week = new Answer()

  constructor(site: SiteBody) {
    this.#site = site
  }

  /** Today's visitors so far; undefined until known. */
  get visitors(): number | undefined {
    const { data } = this.#today
    return data && (numberOf(data.results[0]?.metrics[0]) ?? 0)
  }

  /** Change against the same weekday a week ago until the same time; undefined until known. */
  get change(): number | null | undefined {
    const { data } = this.#today
    return data && (data.results[0]?.comparison?.change[0] ?? null)
  }

  /** Visitors of each of the last seven days, today last; undefined until known. */
  get week(): readonly number[] | undefined {
    const { data } = this.#week
    if (data === undefined) return undefined
    const byDay = new Map(data.results.map(row => [row.dimensions[0], numberOf(row.metrics[0]) ?? 0]))
    return (data.meta.time_labels ?? []).map(day => byDay.get(day) ?? 0)
  }

  /** Why there are no numbers, in words; empty when there are. */
  get error(): string {
    return this.#today.error === '' ? this.#week.error : this.#today.error
  }

  /** Asks while the element is in sight and the page is looked at; the returned function ends it. */
  follow(element: Element): () => void {
    let isInSight = false
    let askedAtMs = Number.NEGATIVE_INFINITY
    const look = () => {
      if (!isInSight || document.visibilityState !== 'visible') return
      if (Date.now() - askedAtMs < REFRESH_MS) return
      askedAtMs = Date.now()
      this.ask()
    }
    const observer = new IntersectionObserver(
      entries => {
        isInSight = entries.at(-1)?.isIntersecting === true
        look()
      },
      { rootMargin: '200px' },
    )
    observer.observe(element)
    document.addEventListener('visibilitychange', look)
    const timer = setInterval(look, REFRESH_MS)
    return () => {
      observer.disconnect()
      document.removeEventListener('visibilitychange', look)
      clearInterval(timer)
      this.#today.stop()
      this.#week.stop()
    }
  }

  /** Asks once. */
  ask(): void {
    const { domain, timezone } = this.#site
    const today = localDay(new Date(), timezone)
    void this.#today.ask(glanceQuestion(domain, today))
    void this.#week.ask(weekQuestion(domain, today))
  }
}
