import { execFileSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROME_UA, openBrowser } from '../support/browser.ts'
import { callApi, OWNER, startServer, type TestServer } from '../support/server.ts'
import { openWebSite, type WebSite } from '../support/web-site.ts'

const SHOP = 'shop.example.com'
/** Marks that must be found nowhere: in the address, the User-Agent, a query value and a referrer's path. */
const SENTINEL = 'sentinel7391'
const ADDRESS = '91.152.173.91'
const USER_AGENT = `${CHROME_UA} ${SENTINEL}ua`

describe('one page view, all the way', () => {
  let server: TestServer
  let shop: WebSite
  let browser: Browser
  beforeAll(async () => {
    server = await startServer()
    shop = await openWebSite(
      `<script defer data-domain="example.com" src="${server.address}/js/script.js"></script>`,
    )
    browser = await openBrowser([SHOP])
  })
  afterAll(async () => {
    await browser.close()
    await shop.close()
    await server.stop()
    server.remove()
  })

  it("goes from set-up link, over a visitor's browser, to the open dashboard", async () => {
    const owner = await browser.newPage()
    const faults = watchFaults(owner)
    await owner.goto(`${server.address}/setup#${server.setupToken}`)
    await owner.getByLabel(/e-?mail/i).fill(OWNER.email)
    await owner
      .getByLabel(/password/i)
      .first()
      .fill(OWNER.password)
    await owner.getByRole('button', { name: /create/i }).click()
    await owner.getByLabel(/domain/i).fill('example.com')
    await owner.getByRole('button', { name: /add/i }).click()
    // The first screen of an empty site waits for its first event, with the snippet to copy.
    await owner.getByText('data-domain="example.com"').waitFor()
    expect(await owner.getByText(/first (event|page view|visit)/i).count()).toBeGreaterThan(0)

    const visitor = await browser.newContext({
      userAgent: USER_AGENT,
      extraHTTPHeaders: { 'x-forwarded-for': ADDRESS },
    })
    const page = await visitor.newPage()
    const visitorFaults = watchFaults(page)
    await page.goto(shop.url(SHOP, `/kajakit?email=${SENTINEL}query`), {
      referer: `https://www.bing.com/${SENTINEL}path`,
    })
    await page.evaluate(() => history.pushState({}, '', '/melat'))

    // Without a reload, the open dashboard shows both page views of one visitor.
    await owner.getByRole('button', { name: /page views\D+2\b/i }).waitFor({ timeout: 20_000 })
    await owner.getByRole('button', { name: /^visitors\D+1\b/i }).waitFor()
    for (const row of ['/kajakit', '/melat', 'Bing', 'Finland', 'Chromium']) {
      await owner.getByText(row, { exact: true }).first().waitFor()
    }
    expect(faults).toEqual([])
    expect(visitorFaults).toEqual([])

    // Nothing is left on the visitor's device.
    expect(await visitor.cookies()).toEqual([])
    const stored = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    }))
    expect(stored).toEqual({ local: 0, session: 0, databases: 0, workers: 0 })
    await visitor.close()
  }, 60_000)

  it('keeps neither address nor User-Agent nor query value, in no file and no output', async () => {
    const found = (text: string, where: string): string => {
      try {
        return execFileSync('grep', ['-rlaF', '--', text, where], { encoding: 'utf8' })
      } catch {
        // grep exits with 1 when it finds nothing.
        return ''
      }
    }
    // The search itself works: what is stored is found.
    expect(found('example.com', server.dataDirectory)).not.toBe('')
    for (const text of [SENTINEL, ADDRESS, Buffer.from([91, 152, 173, 91]).toString('hex')]) {
      expect([found(text, server.dataDirectory), found(text, server.dayKeysFile)]).toEqual(['', ''])
      expect(server.output()).not.toContain(text)
    }
  })

  it('stays away from a visitor who objects', async () => {
    const context = await browser.newContext({ userAgent: CHROME_UA })
    await context.addInitScript(() =>
      Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
    )
    const page = await context.newPage()
    const sent: string[] = []
    page.on('request', request => sent.push(new URL(request.url()).pathname))
    await page.goto(shop.url(SHOP, '/'))
    await page.evaluate(() => window.hanki?.('Sign up'))
    expect(sent.filter(path => path === '/api/event')).toEqual([])
    await context.close()
  })

  it('never throws into the page, even when the collector is gone', async () => {
    const context = await browser.newContext({ userAgent: CHROME_UA })
    await context.route('**/api/event', route => route.abort())
    const page = await context.newPage()
    const thrown: string[] = []
    page.on('pageerror', error => thrown.push(error.message))
    await page.goto(shop.url(SHOP, '/'))
    const called = await page.evaluate(
      () =>
        new Promise(resolve =>
          window.hanki?.('Sign up', { props: { plan: 'a' }, callback: () => resolve('called') }),
        ),
    )
    expect([called, thrown]).toEqual(['called', []])
    await context.close()
  })

  it('answers the same numbers to an API client', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${server.address}/sign-in`)
    await page.getByLabel(/e-?mail/i).fill(OWNER.email)
    await page
      .getByLabel(/password/i)
      .first()
      .fill(OWNER.password)
    await page.getByRole('button', { name: /sign in/i }).click()
    await page.waitForURL(/sites\/example\.com/)
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const answer = await callApi(server, cookie, '/api/v2/query', {
      site_id: 'example.com',
      metrics: ['visitors', 'visits', 'pageviews', 'bounce_rate', 'views_per_visit'],
      date_range: 'day',
    })
    expect((await answer.json()).results).toEqual([{ dimensions: [], metrics: [1, 1, 2, 0, 2] }])
    await context.close()
  })
})

/** Collects errors that a page throws or logs. */
function watchFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on(
    'console',
    message => message.type() === 'error' && !/401/.test(message.text()) && faults.push(message.text()),
  )
  return faults
}
