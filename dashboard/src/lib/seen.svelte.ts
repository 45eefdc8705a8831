import { Answer } from './answer.svelte.ts'
import { listProperties } from './api.ts'
import { lastDays } from './goal-form.ts'
import { propertyDimension } from './panels.ts'
import type { LocalDay } from './periods.ts'
import { DETAILS_ROWS, panelQuestion } from './questions.ts'
import { USUAL_VIEW } from './view-url.ts'

/** What a site's visitors did in the last 30 days: what forms about it offer. Without it people type. */
export class Seen {
  readonly #domain: string
  readonly #today: LocalDay
  readonly #pages = new Answer()
  readonly #events = new Answer()
  readonly #values = new Answer()
  #properties = $state.raw<readonly string[]>([])

  constructor(domain: string, today: LocalDay) {
    this.#domain = domain
    this.#today = today
  }

  /** Pages, the most visited first; empty until they are known, like the others. */
  get pages(): readonly string[] {
    return valuesOf(this.#pages)
  }

  /** Names of custom events. */
  get events(): readonly string[] {
    return valuesOf(this.#events).filter(name => name !== 'pageview')
  }

  /** Keys that events carried as properties. */
  get properties(): readonly string[] {
    return this.#properties
  }

  /** Values of the property that was last looked up. */
  get values(): readonly string[] {
    return valuesOf(this.#values)
  }

  /** Asks for pages and events. */
  load(): void {
    void this.#pages.askOnce(this.#question('event:page'))
    void this.#events.askOnce(this.#question('event:name'))
  }

  /** Asks for the keys of properties. */
  async lookUpProperties(): Promise<void> {
    if (this.#properties.length > 0) return
    this.#properties = await listProperties(this.#domain).catch(() => [])
  }

  /** Asks for the values of a property. */
  lookUpValues(key: string): void {
    if (key.trim() !== '') void this.#values.askOnce(this.#question(propertyDimension(key.trim())))
  }

  /** Drops what is on its way. */
  stop(): void {
    for (const answer of [this.#pages, this.#events, this.#values]) answer.stop()
  }

  #question(dimension: 'event:page' | 'event:name' | ReturnType<typeof propertyDimension>) {
    const view = { ...USUAL_VIEW, period: 'custom' as const, days: lastDays(this.#today) }
    return panelQuestion(this.#domain, view, this.#today, [dimension], DETAILS_ROWS)
  }
}

function valuesOf({ data }: Answer): readonly string[] {
  return data?.results.map(row => row.dimensions[0] ?? '').filter(value => value !== '') ?? []
}
