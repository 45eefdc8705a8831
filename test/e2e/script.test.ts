import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CHROME_UA, openBrowser } from '../support/browser.ts'
import { callApi, createOwner, startServer, type TestServer } from '../support/server.ts'
import { openWebSite, type WebSite } from '../support/web-site.ts'

const METRICS_TOKEN = 'a-token-of-the-test'
const SHOP = 'shop.example.com'
const OTHER = 'other.example.net'
/** Ten screens high, with links and a form that go nowhere. */
const BODY = `<style>main{height:8000px}</style><main>
  <a id="out" href="https://${OTHER}/there?secret=1#x">away</a>
  <a id="in" href="/kajakit">in</a>
  <a id="file" href="/files/Guide.PDF?token=1">a file</a>
  <form id="form" action="/search"><input name="q"><button id="send">send</button></form>
  <script>document.addEventListener('click', e => e.target.closest('a') && e.preventDefault());
  document.addEventListener('submit', e => e.preventDefault())</script></main>`

/** One request to the way in, and what it was answered. */
interface Sent {
  readonly n: string
  readonly u: string
  readonly r?: string
  readonly p?: Record<string, string>
  readonly $?: object
  readonly i?: boolean
  readonly sd?: number
  readonly e?: number
  readonly status: number
  readonly dropped: string | undefined
}

describe('the tracking script', () => {
  let server: TestServer
  let browser: Browser
  const sites: WebSite[] = []
  beforeAll(async () => {
    server = await startServer({ env: { HANKI_METRICS_TOKEN: METRICS_TOKEN } })
    const cookie = await createOwner(server)
    await callApi(server, cookie, '/api/sites', { domain: 'example.com', timezone: 'Europe/Helsinki' })
    browser = await openBrowser([SHOP, OTHER])
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all(sites.map(site => site.close()))
    await server.stop()
    server.remove()
  })

  let context: BrowserContext
  let page: Page
  let sent: Sent[]
  let thrown: string[]
  beforeEach(async () => {
    context = await browser.newContext({ userAgent: CHROME_UA })
    page = await context.newPage()
    sent = []
    thrown = []
    page.on('pageerror', error => thrown.push(error.message))
    context.on('response', response => {
      if (new URL(response.url()).pathname !== '/api/event') return
      const body = JSON.parse(response.request().postData() ?? '{}') as Sent
      sent.push({ ...body, status: response.status(), dropped: response.headers()['x-hanki-dropped'] })
    })
  })
  afterEach(async () => {
    await context.close()
    expect(thrown).toEqual([])
  })

  /** Opens a page of a site whose pages carry the snippet with these attributes. */
  async function open(attributes = '', path = '/', before = ''): Promise<void> {
    const src = `${server.address}/js/script.js`
    const site = await openWebSite(
      `${before}<script defer data-domain="example.com" ${attributes} src="${src}"></script>`,
      BODY,
    )
    sites.push(site)
    await page.goto(site.url(SHOP, path))
  }
  const named = (name: string) => sent.filter(({ n }) => n === name)
  const paths = (name = 'pageview') => named(name).map(({ u }) => new URL(u).pathname + new URL(u).hash)
  const push = (path: string) => page.evaluate(to => history.pushState({}, '', to), path)
  /** Events that the collector has taken so far. */
  const accepted = async () => {
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` }
    const text = await (await fetch(`${server.address}/metrics`, { headers })).text()
    return Number(/^hanki_events_accepted_total (\d+)$/m.exec(text)?.[1] ?? Number.NaN)
  }
  /** What was sent, once there is as much as expected, and after time for more. */
  const settled = async (count: number) => {
    await expect.poll(() => sent.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(count)
    await page.waitForTimeout(250)
    return sent
  }

  it('counts every page of a single-page application once, and says where it came from only once', async () => {
    await open('', '/', '')
    await push('/kajakit')
    await push('/kajakit?sort=price')
    await page.evaluate(() => history.replaceState({ any: 1 }, '', '/kajakit'))
    await push('/melat')
    await page.goBack()
    await expect.poll(() => paths().length).toBe(4)
    expect(paths()).toEqual(['/', '/kajakit', '/melat', '/kajakit'])
    expect(sent.every(({ status, dropped }) => status === 202 && dropped === undefined)).toBe(true)
  })

  it('counts routes behind # only when asked', async () => {
    await open('data-hash', '/app#/one')
    await page.evaluate(() => {
      location.hash = '#/two'
    })
    await expect.poll(() => paths()).toEqual(['/app#/one', '/app#/two'])
  })

  it('takes a # for a place on the page otherwise', async () => {
    await open('', '/app#one')
    await page.evaluate(() => {
      location.hash = '#two'
    })
    await settled(1)
    expect(paths()).toHaveLength(1)
  })

  it('tells how far a page was scrolled and how long it was looked at, for the page it was', async () => {
    await open('', '/long')
    await page.waitForTimeout(400)
    await page.evaluate(() => scrollTo(0, 4_000))
    await page.waitForTimeout(300)
    await push('/next')
    await expect.poll(() => named('engagement').length).toBe(1)
    const [engagement] = named('engagement')
    expect(new URL(engagement?.u ?? '').pathname).toBe('/long')
    expect(engagement?.sd).toBeGreaterThan(50)
    expect(engagement?.sd).toBeLessThan(80)
    expect(engagement?.e).toBeGreaterThanOrEqual(500)
    expect(engagement?.e).toBeLessThan(5_000)
    expect(engagement?.status).toBe(202)
  })

  it('tells it when the page is left', async () => {
    await open('', '/left')
    await expect.poll(() => paths()).toHaveLength(1)
    await page.waitForTimeout(400)
    const before = await accepted()
    await page.goto('about:blank')
    // The browser tells nobody any more what this page sends; the collector knows.
    await expect.poll(accepted, { timeout: 5_000 }).toBe(before + 1)
  })

  it('does not count time in which the page was hidden', async () => {
    await open('', '/hidden')
    await page.waitForTimeout(400)
    const hide = (isHidden: boolean) =>
      page.evaluate(hidden => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
      }, isHidden)
    await hide(true)
    await page.waitForTimeout(1_500)
    await hide(false)
    await push('/next')
    await expect.poll(() => named('engagement').length).toBeGreaterThanOrEqual(1)
    const total = named('engagement').reduce((sum, { e }) => sum + (e ?? 0), 0)
    expect(total).toBeLessThan(1_400)
  })

  it('does not count a tab that was opened in the background until it is looked at', async () => {
    await context.addInitScript(() =>
      Object.defineProperty(document, 'hidden', { value: true, configurable: true }),
    )
    await open('', '/background')
    await page.waitForTimeout(400)
    expect(sent).toEqual([])
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: false, configurable: true })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    })
    await expect.poll(() => paths()).toEqual(['/background'])
  })

  it('counts a page again that comes back from the cache of the back button', async () => {
    await open('', '/cached')
    await expect.poll(() => paths()).toHaveLength(1)
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
    await expect.poll(() => paths()).toEqual(['/cached', '/cached'])
  })

  it('counts outbound links, downloads, forms and missing pages when asked, and tells no query', async () => {
    await open('data-track="outbound downloads forms 404"', '/missing')
    for (const id of ['#out', '#file', '#in', '#send']) await page.click(id)
    await page.click('#out', { button: 'middle' })
    await settled(6)
    expect(named('Outbound Link: Click').map(({ p }) => p)).toEqual([
      { url: `https://${OTHER}/there` },
      { url: `https://${OTHER}/there` },
    ])
    expect(named('File Download').map(({ p }) => new URL(p?.['url'] ?? '').pathname)).toEqual([
      '/files/Guide.PDF',
    ])
    expect(named('Form: Submission')).toHaveLength(1)
    expect(named('404').map(({ i }) => i)).toEqual([false])
    expect(JSON.stringify(sent)).not.toMatch(/secret|token/)
  })

  it('counts none of them otherwise', async () => {
    await open('', '/missing')
    for (const id of ['#out', '#file', '#send']) await page.click(id)
    await settled(1)
    expect(sent.map(({ n }) => n)).toEqual(['pageview'])
  })

  it('sends events of the page with properties and money, and says what became of them', async () => {
    await open()
    const outcome = await page.evaluate(
      () =>
        new Promise(resolve =>
          window.hanki?.('Order', {
            props: { plan: 'yearly' },
            revenue: { amount: '12.50', currency: 'EUR' },
            interactive: false,
            callback: result => resolve('status' in result ? result.status : 'error'),
          }),
        ),
    )
    expect(outcome).toBe(202)
    expect(named('Order')[0]).toMatchObject({
      p: { plan: 'yearly' },
      $: { amount: '12.50', currency: 'EUR' },
      i: false,
      status: 202,
    })
  })

  it('sends what was called before it came', async () => {
    const stub = `<script>window.hanki = window.hanki || function () { (hanki.q = hanki.q || []).push(arguments) }
      hanki('Early', { props: { a: 1 } })</script>`
    await open('', '/', stub)
    await expect.poll(() => named('Early').length).toBe(1)
  })

  it('counts once when the snippet is there twice', async () => {
    const twice = `<script defer data-domain="example.com" src="${server.address}/js/script.js"></script>`
    await open('', '/', twice)
    await settled(1)
    expect(paths()).toHaveLength(1)
  })

  it.each([
    ['data-exclude="/admin/*, /draft"', '/admin/users/7', 0],
    ['data-exclude="/admin/*, /draft"', '/draft', 0],
    ['data-exclude="/admin/*, /draft"', '/drafts', 1],
    ['data-exclude="/a(b"', '/', 1],
    ['data-manual', '/', 0],
  ])('with %s counts %s %d times', async (attribute, path, count) => {
    await open(attribute, path)
    await settled(count)
    expect(paths()).toHaveLength(count)
  })

  it('counts a page by hand', async () => {
    await open('data-manual data-as="statistics"')
    await page.evaluate(() => {
      const send = (window as unknown as { statistics: (name: string, options?: object) => void }).statistics
      send('pageview', { url: '/virtual/page' })
    })
    await expect.poll(() => paths()).toEqual(['/virtual/page'])
  })

  it('counts nothing on localhost unless asked', async () => {
    for (const [attribute, count] of [
      ['', 0],
      ['data-local', 1],
    ] as const) {
      const src = `${server.address}/js/script.js`
      const site = await openWebSite(
        `<script defer data-domain="example.com" ${attribute} src="${src}"></script>`,
      )
      sites.push(site)
      await page.goto(site.url('localhost', '/local'))
      await settled(count)
      expect(paths()).toHaveLength(count)
    }
  })

  it.each([
    ['Global Privacy Control', 'globalPrivacyControl', true],
    ['Do Not Track', 'doNotTrack', '1'],
    ['automation', 'webdriver', true],
  ] as const)('sends nothing under %s, and tells the page so', async (_, name, value) => {
    await context.addInitScript(
      ([key, set]) => Object.defineProperty(navigator, key, { value: set, configurable: true }),
      [name, value] as const,
    )
    await open('data-track="outbound"')
    await page.click('#out')
    const outcome = await page.evaluate(
      () =>
        new Promise(resolve =>
          window.hanki?.('x', { callback: result => resolve('error' in result && result.error) }),
        ),
    )
    expect([outcome, sent]).toEqual(['ignored', []])
  })

  it('breaks nothing on a page that changes what it builds on', async () => {
    await open(
      '',
      '/',
      `<script>JSON.stringify = () => { throw new Error('mine') }
      Array.prototype.find = () => { throw new Error('mine') }
      window.fetch = () => { throw new Error('mine') }</script>`,
    )
    await page.click('#in')
    const result = await page.evaluate(() => {
      history.pushState({}, '', '/next')
      window.hanki?.('x')
      return location.pathname
    })
    expect(result).toBe('/next')
  })

  it('works where only the own scripts and the collector are allowed', async () => {
    const src = `${server.address}/js/script.js`
    const csp = `default-src 'none'; script-src ${server.address}; connect-src ${server.address}`
    const site = await openWebSite(
      `<script defer data-domain="example.com" src="${src}"></script>`,
      '<h1>x</h1>',
      { 'content-security-policy': csp },
    )
    sites.push(site)
    await page.goto(site.url(SHOP, '/strict'))
    await push('/strict/next')
    await expect.poll(() => paths()).toEqual(['/strict', '/strict/next'])
  })

  const answerNext = (isYes: boolean) =>
    page.once('dialog', dialog => void (isYes ? dialog.accept() : dialog.dismiss()))
  const storedNames = async () => (await context.cookies()).map(({ name }) => name)

  it('leaves a browser out that asks for it, for 13 months at most, until it asks to be counted', async () => {
    answerNext(true)
    await open('', '/#hanki-exclude')
    // The page is loaded again; where it asked, the script did nothing else.
    await page.waitForFunction(() => window.hanki !== undefined)
    await push('/b')
    await page.reload()
    await page.evaluate(() => window.hanki?.('Order'))
    await settled(0)
    expect(sent).toEqual([])
    const [cookie] = await context.cookies()
    expect(cookie).toMatchObject({ name: 'hanki-exclude', value: '1', sameSite: 'Lax' })
    expect((cookie?.expires ?? 0) - Date.now() / 1_000).toBeLessThan(395 * 86_400)
    answerNext(true)
    await page.goto(`${new URL(page.url()).origin}/c#hanki-exclude`)
    await expect.poll(() => paths()).toEqual(['/c'])
    expect(await storedNames()).toEqual([])
  })

  it('goes on counting a browser whose owner says no, and keeps nothing', async () => {
    answerNext(false)
    await open('', '/#hanki-exclude')
    await expect.poll(() => paths()).toEqual(['/'])
    expect(await storedNames()).toEqual([])
  })

  it.each([
    ['fi-FI', 'Jätetäänkö tämä selain pois tilastoista?'],
    ['nl', 'Leave this browser out of the statistics?'],
  ])('asks in the language of the browser, or in English: %s', async (language, question) => {
    await page.addInitScript(tag => Object.defineProperty(navigator, 'language', { value: tag }), language)
    const asked = page.waitForEvent('dialog')
    const opened = open('', '/#hanki-exclude')
    const dialog = await asked
    expect(dialog.message()).toContain(question)
    expect(dialog.message()).toContain('hanki-exclude')
    await dialog.dismiss()
    await opened
  })

  it('leaves nothing on the device', async () => {
    await open('data-track="outbound downloads forms 404"')
    await page.click('#out')
    await push('/b')
    await settled(3)
    const left = await page.evaluate(async () => ({
      cookie: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      name: window.name,
      databases: (await indexedDB.databases()).length,
      caches: 'caches' in window ? (await caches.keys()).length : 0,
    }))
    expect(left).toEqual({ cookie: '', local: 0, session: 0, name: '', databases: 0, caches: 0 })
    expect(await context.cookies()).toEqual([])
  })
})
