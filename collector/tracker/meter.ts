import { on, safely } from './safely.ts'

/** Shortest engaged time that is worth an event of its own, milliseconds. */
const WORTH_MS = 3_000
/** How often scrolling is looked at, milliseconds: often enough for a reader, rare enough to cost nothing. */
const SCROLL_MS = 100
/** What a reader did with a page: maximum scroll depth 0–100, and engaged milliseconds since the last reading. */
export interface Engagement {
  readonly sd: number
  readonly e: number
}

// A document has one meter, so its state stands here: an object of it would weigh more.
let readingSince = 0
let engagedMs = 0
let seenPx = 0
let heightPx = 0
let lastDepth = 0
let timer: ReturnType<typeof setTimeout> | 0 = 0

/** Looks whether the page is being read now: it is visible and has the focus. To be called when that may have changed. */
export const look = (isLeft?: boolean) => {
  const now = performance.now()
  engagedMs += readingSince && now - readingSince
  readingSince = !isLeft && !document.hidden && document.hasFocus() ? now : 0
}

const measure = safely((isNewPage?: boolean) => {
  timer = 0
  heightPx = (document.scrollingElement as Element).scrollHeight
  seenPx = Math.max(isNewPage ? 0 : seenPx, scrollY + innerHeight)
})

/** A page comes up: all begins at nothing. */
export const startMeter = () => {
  look()
  engagedMs = seenPx = lastDepth = 0
  // Images and lists arrive late. Until the first time, ms, a router may still show the page before, where that was scrolled to.
  ;[300, 1_000, 3_000, 9_000].map((afterMs, index) => setTimeout(measure, afterMs, !index))
}

/** Begins to watch how far the page is scrolled. */
export const watchScrolling = () => on('scroll', () => (timer ||= setTimeout(measure, SCROLL_MS)))

/**
 * What was not read off yet, or nothing when that is not worth an event: less than three seconds, and no
 * deeper than before. `isLeft`: the page is left as it stands, so it is measured once more.
 */
export const readMeter = (isLeft?: boolean): Engagement | undefined => {
  look(isLeft)
  if (isLeft) measure()
  const sd = Math.min(100, Math.round((100 * seenPx) / heightPx))
  const e = Math.round(engagedMs)
  if (sd > lastDepth || e >= WORTH_MS) {
    lastDepth = sd
    engagedMs = 0
    return { sd, e }
  }
  return undefined
}
