import type { Browser, BrowserContext, Page } from 'playwright-core'
import { CHROME_UA, openBrowser } from './browser.ts'
import { callApi, createOwner, startServer, type TestServer } from './server.ts'

export const FIREFOX_UA = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0'

/** An event as a browser sends it. */
export interface SentEvent {
  readonly address: string
  readonly ua?: string
  /** A page view without one. */
  readonly name?: string
  /** Path and query. */
  readonly page: string
  readonly referrer?: string
  readonly props?: Readonly<Record<string, string>>
}

export interface ScreenOptions {
  readonly width?: number
  readonly dark?: boolean
  readonly touch?: boolean
}

/** A server with counted events, and a browser in which its owner looks at them. */
export interface StatisticsScreen {
  readonly server: TestServer
  readonly cookie: string
  /** Opens an address of the site's first screen in a window of its own, which the test closes; `search` is its query string. */
  open(search: string, options?: ScreenOptions): Promise<Page>
  /** The same of another screen, by its path, as soon as it is fetched. */
  openPath(path: string, options?: ScreenOptions): Promise<Page>
  close(): Promise<void>
}

/** Starts it all with the site `example.com`; every event is counted when it is ready. */
export async function openStatisticsScreen(events: readonly SentEvent[]): Promise<StatisticsScreen> {
  const server = await startServer()
  const cookie = await createOwner(server)
  await callApi(server, cookie, '/api/sites', { domain: 'example.com', timezone: 'Europe/Helsinki' })
  await sendEvents(server, events)
  const browser: Browser = await openBrowser()
  const [name = '', value = ''] = cookie.split('=')
  /** One for each kind of window, so that files are fetched once. */
  const contexts = new Map<string, Promise<BrowserContext>>()

  function contextFor(options: ScreenOptions): Promise<BrowserContext> {
    const kind = JSON.stringify(options)
    const known = contexts.get(kind)
    if (known !== undefined) return known
    const made = openContext(options)
    contexts.set(kind, made)
    return made
  }

  async function openContext({
    width = 1280,
    dark = false,
    touch = false,
  }: ScreenOptions): Promise<BrowserContext> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      hasTouch: touch,
    })
    await context.addCookies([{ name, value, url: server.address }])
    return context
  }

  async function openPath(path: string, options: ScreenOptions = {}): Promise<Page> {
    const context = await contextFor(options)
    const page = await context.newPage()
    await page.goto(`${server.address}${path}`)
    return page
  }

  return {
    server,
    cookie,
    openPath,
    async open(search, options = {}) {
      const page = await openPath(`/sites/example.com${search}`, options)
      await page.getByRole('button', { name: /^visitors\D+\d/i }).waitFor()
      return page
    },
    async close() {
      await browser.close()
      await server.stop()
      server.remove()
    },
  }
}

/** Sends events one after the other; each is counted when it resolves. */
export async function sendEvents(server: TestServer, events: readonly SentEvent[]): Promise<void> {
  for (const event of events) await send(server, event)
}

async function send(server: TestServer, event: SentEvent): Promise<void> {
  const { address, ua = CHROME_UA, name = 'pageview', page, referrer = '', props } = event
  const answer = await fetch(`${server.address}/api/event`, {
    method: 'POST',
    headers: { 'user-agent': ua, 'x-forwarded-for': address },
    body: JSON.stringify({
      n: name,
      u: `https://example.com${page}`,
      d: 'example.com',
      r: referrer,
      ...(props === undefined ? {} : { p: props }),
    }),
  })
  const dropped = answer.headers.get('x-hanki-dropped')
  if (answer.status !== 202 || dropped !== null) throw new Error(`${page}: ${answer.status} ${dropped ?? ''}`)
}

/** Every request that did not go to the server itself, and every error on the console, from now on. */
export function watch(page: Page, server: TestServer): string[] {
  const seen: string[] = []
  page.on('request', request => {
    if (!request.url().startsWith(server.address) && !request.url().startsWith('blob:'))
      seen.push(request.url())
  })
  page.on('console', message => void (message.type() === 'error' && seen.push(message.text())))
  page.on('pageerror', error => void seen.push(error.message))
  return seen
}
