import type { Browser } from 'playwright-core'
import type { Session } from '../../browser/chromium.ts'
import { type Observed, observe } from './observe.ts'

const PATIENCE_MS = 60_000

export interface LoadOptions {
  /** Address of a site's first screen. */
  readonly url: string
  readonly session: Session
  /** How many times slower the page's processor is than this machine's. */
  readonly slowdown: number
  /** Whether a figure is pressed as soon as it is shown. */
  readonly isPressing: boolean
}

/** Loads the screen once in a window of its own, with nothing in its cache. Throws when it is not whole within a minute. */
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
    await page.goto(url, { waitUntil: 'commit' })
    const handle = await page.waitForFunction(
      () => (window as unknown as { observed?: Observed }).observed,
      undefined,
      { polling: 200, timeout: PATIENCE_MS },
    )
    const observed = await handle.jsonValue()
    if (observed === undefined) throw new Error('The page told nothing of its load')
    return observed
  } finally {
    await context.close()
  }
}
