/** What a page tells of its own load; times in ms since it was asked for. */
export interface Observed {
  /** Anything at all was painted. */
  readonly painted: number
  /** The numbers of all figures were painted. */
  readonly figures: number
  /** A press on a figure, given the moment they were, had its answer painted; undefined while nobody presses. */
  readonly answered: number | undefined
  /** Nothing waits any more: figures, chart and every list are painted, and whatever else is in the window. */
  readonly everything: number
  /** How far things moved on the screen without anybody's doing: every shift added up, as Layout Instability counts it. */
  readonly shift: number
  /** What tasks took beyond 50 ms each until everything was shown. */
  readonly blocked: number
  /** Of scripts, as they came over the wire, headers included, bytes. */
  readonly scriptBytes: number
  /** Until everything was shown, the page itself among them. */
  readonly requests: number
}

/** What stands before what a page tells. */
export const OBSERVED = 'Observed: '

/**
 * Runs in the page before anything of its own; tells the console what it saw, behind `OBSERVED`, a second after everything is shown. It
 * looks once per frame, which costs a fraction of a millisecond of that frame. What is in the document when a frame begins is
 * painted at its end: the times are those of the first task after it.
 */
export function observe(isPressing: boolean): void {
  const FIGURE = 'main li > button[aria-pressed]'
  const LEAST_FIGURES = 4
  const SETTLING_MS = 1_000
  let figures: number | undefined
  let answered: number | undefined
  let everything: number | undefined
  let shift = 0
  const tasks: PerformanceEntry[] = []
  new PerformanceObserver(list => tasks.push(...list.getEntries())).observe({
    type: 'longtask',
    buffered: true,
  })
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    })[])
      if (!entry.hadRecentInput) shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })

  /** Once this frame is painted. */
  const afterFrame = (then: () => void): void => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = then
    port2.postMessage(null)
  }

  const isInWindow = (element: Element): boolean => element.getBoundingClientRect().top < innerHeight

  function press(): void {
    const other = document.querySelector<HTMLElement>(
      FIGURE.replace('[aria-pressed]', '[aria-pressed=false]'),
    )
    other?.click()
    const look = (): void => {
      if (other?.getAttribute('aria-pressed') === 'true') afterFrame(() => (answered ??= performance.now()))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }

  function frame(): void {
    const found = document.querySelectorAll(FIGURE)
    if (
      figures === undefined &&
      found.length >= LEAST_FIGURES &&
      document.querySelector(`${FIGURE} .skeleton`) === null
    )
      afterFrame(() => {
        if (figures !== undefined) return
        figures = performance.now()
        // In the line behind whatever the page has still to do.
        if (isPressing) setTimeout(press)
      })
    const isWhole =
      figures !== undefined &&
      document.querySelector('[aria-busy=true]') === null &&
      // What chart.js has drawn on, it has given a size.
      document.querySelector('canvas[role=img][style]') !== null &&
      ![...document.querySelectorAll('.skeleton')].some(isInWindow)
    if (isWhole && everything === undefined) afterFrame(() => (everything ??= performance.now()))
    const isOver = everything !== undefined && performance.now() - everything > SETTLING_MS
    if (isOver && (answered !== undefined || !isPressing)) tell()
    else requestAnimationFrame(frame)
  }

  function tell(): void {
    const until = everything ?? 0
    const resources = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
      ({ startTime }) => startTime < until,
    )
    const observed: Observed = {
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      figures: figures ?? Number.NaN,
      answered,
      everything: until,
      shift,
      blocked: tasks
        .filter(({ startTime }) => startTime < until)
        .reduce((sum, { duration }) => sum + duration - 50, 0),
      scriptBytes: resources
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
        .reduce((sum, { transferSize }) => sum + transferSize, 0),
      requests: resources.length + 1,
    }
    console.debug(`Observed: ${JSON.stringify(observed)}`)
  }

  requestAnimationFrame(frame)
}
