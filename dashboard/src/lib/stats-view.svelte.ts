import type { QueryBody, SiteBody, SiteStatusBody } from '../../../collector/http/contract.ts'
import { Answer } from './answer.svelte.ts'
import { ApiError, listProperties, readStatus } from './api.ts'
import { type Guest, isCoarse } from './guest.ts'
import { numberOf } from './metric-value.ts'
import { dimensionsOf, PANELS, type PanelName } from './panels.ts'
import { addDays, includesToday, localTime } from './periods.ts'
import { figuresQuestion, heatQuestion, hereNowQuestion, panelQuestion, seriesQuestion } from './questions.ts'
import { daysOf, type View } from './view-url.ts'

/** Rows a panel shows before its details. */
export const PANEL_ROWS = 9
/** More than there are countries. */
const MOST_COUNTRIES = 300
/** Rows asked of a list of two dimensions, some of which are left out: a country's visits without a city. */
const MOST_PAIRS = 40
/** How often the site's status and its visitors here now are asked for. */
const POLL_MS = 3_000
/** How often a site without events is looked at: somebody is watching for the first one. */
const WAITING_POLL_MS = 1_000
/** How often numbers that include today are asked for again, at the latest. */
const REFRESH_MS = 10_000
/** How often the hours of the week are: thousands of rows that hardly change. */
const HOURS_REFRESH_MS = 60_000
/** How long a poll waits for the visitors here now, ms. */
const HERE_NOW_PATIENCE_MS = 2_000
/** Polls without an answer before the page says so: one may be lost on a bad line. */
const LOST_POLLS = 2

/** Everything the first screen knows about one site; owns what is asked, when, and what came back. */
export class StatsView {
  readonly site: SiteBody
  /** Days that are over are all there is: nothing changes, and today is yesterday. */
  readonly #isCoarse: boolean
  readonly figures = new Answer()
  readonly series = new Answer()
  readonly panels = {
    sources: new Answer(),
    pages: new Answer(),
    locations: new Answer(),
    devices: new Answer(),
    goals: new Answer(),
  } as const
  /** Visitors of every country, for the map. */
  readonly countries = new Answer()
  /** Hours of the period, for the week's. */
  readonly hours = new Answer()
  #hereNow = new Answer()
  #properties = $state.raw<readonly string[]>([])
  #hasAskedProperties = false
  #status = $state.raw<SiteStatusBody>()
  #statusError = $state.raw<ApiError>()
  #nowMs = $state(Date.now())
  #updatedAtMs = $state(Date.now())
  #lostPolls = $state(0)
  #view: View | undefined
  #refreshedAtMs = 0
  /** The site's day when the view was asked last. */
  #askedOn = ''
  #hoursAskedAtMs = 0
  #slowRound = $state(0)
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Number of the latest poll: an older one that is still on its way changes nothing any more. */
  #round = 0
  /** What the latest poll saw; undefined before the first. */
  #seen: string | undefined

  constructor(site: SiteBody, guest?: Guest) {
    this.site = site
    this.#isCoarse = isCoarse(guest)
  }

  get status(): SiteStatusBody | undefined {
    return this.#status
  }

  /** Keys of properties that events carry; empty until somebody looks at properties. */
  get properties(): readonly string[] {
    return this.#properties
  }

  /** Why the status could not be read the first time. */
  get statusError(): ApiError | undefined {
    return this.#statusError
  }

  /** Visitors in the last five minutes; undefined until known. */
  get hereNow(): number | undefined {
    if (this.#hereNow.data === undefined) return undefined
    return numberOf(this.#hereNow.data.results[0]?.metrics[0]) ?? 0
  }

  /** The clock of the page, moved on by every poll. */
  get nowMs(): number {
    return this.#nowMs
  }

  /** Rises when it is time to ask anew for what is slow and hardly changes. */
  get slowRound(): number {
    return this.#slowRound
  }

  /** The site's wall clock, `YYYY-MM-DD HH:MM:SS`; the end of yesterday's where only days are told of that are over. */
  get localNow(): string {
    const now = localTime(new Date(this.#nowMs), this.site.timezone)
    return this.#isCoarse ? `${addDays(now.slice(0, 10), -1)} 23:59:59` : now
  }

  /** The site's local day, the last that there are numbers of. */
  get today(): string {
    return this.localNow.slice(0, 10)
  }

  /** When the collector last answered. */
  get updatedAt(): Date {
    return new Date(this.#updatedAtMs)
  }

  /** True when the collector has stopped answering and the numbers grow old. */
  get isLost(): boolean {
    return this.#lostPolls >= LOST_POLLS
  }

  /** The answer that a panel shows: the list of countries is the map's. */
  answerOf(name: PanelName, view: View): Answer {
    return name === 'locations' && view.tabs.locations === 'countries' ? this.countries : this.panels[name]
  }

  /** Asks what is seen first of a view; `show` asks the rest. Resolves when there are figures, or none to be had. */
  async begin(view: View): Promise<void> {
    this.#refreshedAtMs = this.#nowMs
    const figures = this.figures.askOnce(figuresQuestion(this.site.domain, view, this.today))
    void this.series.askOnce(seriesQuestion(this.site.domain, view, this.today))
    await figures
  }

  /** Asks what a view shows and is not known yet. Resolves to true when there are other figures. */
  async show(view: View): Promise<boolean> {
    this.#view = view
    this.#nowMs = Date.now()
    // Another period or filter asks everything anew: nothing grows old before it is here.
    if (!this.figures.isAbout(figuresQuestion(this.site.domain, view, this.today)))
      this.#refreshedAtMs = this.#nowMs
    if (view.tabs.goals === 'properties') void this.askProperties()
    return this.#askAll(view, (answer, question) => answer.askOnce(question))
  }

  /** Asks for the shown view once more, silently: old numbers stay until the new ones are here. */
  refresh(): void {
    if (this.#view === undefined) return
    this.#nowMs = Date.now()
    this.#refreshedAtMs = this.#nowMs
    void this.#askAll(this.#view, (answer, question) => answer.ask(question))
  }

  #askAll(view: View, ask: (answer: Answer, question: QueryBody) => Promise<boolean>): Promise<boolean> {
    const { domain } = this.site
    const today = this.today
    this.#askedOn = today
    const figures = ask(this.figures, figuresQuestion(domain, view, today))
    void ask(this.series, seriesQuestion(domain, view, today))
    for (const panel of PANELS) {
      const dimensions = dimensionsOf(panel, view.tabs[panel.name], view.property)
      // One row more than shown: campaigns leave out the visits that have none.
      const rows = dimensions?.length === 1 ? PANEL_ROWS + 1 : MOST_PAIRS
      if (dimensions === undefined) this.panels[panel.name].stop()
      // The map's question is the list's.
      else if (dimensions.length > 1 || dimensions[0] !== 'visit:country')
        void ask(this.panels[panel.name], panelQuestion(domain, view, today, dimensions, rows))
    }
    void ask(this.countries, panelQuestion(domain, view, today, ['visit:country'], MOST_COUNTRIES))
    const areHoursOld = this.#nowMs - this.#hoursAskedAtMs >= HOURS_REFRESH_MS
    if (areHoursOld) {
      this.#hoursAskedAtMs = this.#nowMs
      this.#slowRound += 1
    }
    if (!this.#isCoarse) void this.hours[areHoursOld ? 'ask' : 'askOnce'](heatQuestion(domain, view, today))
    return figures
  }

  /** Keeps the page alive until the returned function is called; rests while the tab is hidden. */
  follow(): () => void {
    const wake = () => {
      clearTimeout(this.#timer)
      if (document.visibilityState === 'visible') void this.#poll()
    }
    document.addEventListener('visibilitychange', wake)
    wake()
    return () => {
      document.removeEventListener('visibilitychange', wake)
      clearTimeout(this.#timer)
      this.#round += 1
      for (const answer of [
        this.figures,
        this.series,
        this.countries,
        this.hours,
        this.#hereNow,
        ...Object.values(this.panels),
      ])
        answer.stop()
    }
  }

  /** Asks once for the keys of properties. Only offers: without them keys are typed. */
  async askProperties(): Promise<void> {
    if (this.#hasAskedProperties) return
    this.#hasAskedProperties = true
    try {
      this.#properties = await listProperties(this.site.domain)
    } catch {
      this.#hasAskedProperties = false
    }
  }

  async #poll(): Promise<void> {
    this.#round += 1
    const round = this.#round
    const hereNow = this.#isCoarse
      ? undefined
      : this.#hereNow.ask(hereNowQuestion(this.site.domain, new Date()))
    const [status] = await Promise.allSettled([
      readStatus(this.site.domain),
      // A database that hangs must not keep the status back, which says so.
      Promise.race([hereNow, new Promise(resolve => setTimeout(resolve, HERE_NOW_PATIENCE_MS))]),
    ])
    if (this.#round !== round) return
    this.#nowMs = Date.now()
    if (status.status === 'fulfilled') {
      this.#status = status.value
      this.#statusError = undefined
      this.#lostPolls = 0
      this.#updatedAtMs = this.#nowMs
      if (this.#needsRefresh()) this.refresh()
    } else {
      this.#lostPolls += 1
      if (this.#status === undefined && status.reason instanceof ApiError) this.#statusError = status.reason
    }
    if (document.visibilityState !== 'visible') return
    const pauseMs = this.#status?.has_events === false ? WAITING_POLL_MS : POLL_MS
    this.#timer = setTimeout(() => void this.#poll(), pauseMs)
  }

  #needsRefresh(): boolean {
    const before = this.#seen
    this.#seen = this.#fingerprint()
    if (this.#view === undefined) return false
    // Days that were over have been asked for, and at midnight there is another one.
    if (this.today !== this.#askedOn) return true
    if (this.#isCoarse) return false
    if (!includesToday(daysOf(this.#view, this.today), this.today)) return false
    return (before !== undefined && before !== this.#seen) || this.#nowMs - this.#refreshedAtMs >= REFRESH_MS
  }

  /** Changes when something happened on the site. */
  #fingerprint(): string {
    return JSON.stringify([this.#status?.has_events, this.#status?.today, this.hereNow])
  }
}
