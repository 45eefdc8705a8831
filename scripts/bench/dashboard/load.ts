import type { Browser } from 'playwright-core'
import type { Session } from '../../browser/chromium.ts'
import { OBSERVED, type Observed, observe } from './observe.ts'

const PATIENCE_MS = 60_000
/** How long a new window is left alone: while it opens, the browser itself needs both of a small machine's processors, ms. */
const OPENING_MS = 1_000

export interface LoadOptions {
  /** Address of a site's first screen. */
  readonly url: string
  readonly session: Session
  /** How many times slower the page's processor is than this machine's. */
  readonly slowdown: number
  /** Whether a figure is pressed as soon as it is shown. */
  readonly isPressing: boolean
}

/**
 * Loads the screen once in a window of its own that has come to rest, with nothing in its cache. Throws when it is not whole
 * within a minute.
 */
export async function loadOnce(
  browser: Browser,
  { url, session, slowdown, isPressing }: LoadOptions,
): Promise<Observed> {
  const context = await browser.newContext({
    viewport: { width: 1_440, height: 900 },
    storageState: session,
    locale: 'en-GB',
  })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.addInitScript(observe, isPressing)
    // Asking the page would make it read a program of Playwright's first, in the middle of what is measured.
    const told = page.waitForEvent('console', {
      predicate: message => message.text().startsWith(OBSERVED),
      timeout: PATIENCE_MS,
    })
    await page.waitForTimeout(OPENING_MS)
    await page.goto(url, { waitUntil: 'commit' })
    return JSON.parse((await told).text().slice(OBSERVED.length))
  } finally {
    await context.close()
  }
}
