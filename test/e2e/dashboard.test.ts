import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROME_UA, openBrowser } from '../support/browser.ts'
import { callApi, createOwner, startServer, type TestServer } from '../support/server.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const FIREFOX_UA = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0'

/** Page views of four visitors: what the dashboard must show of them is counted by hand. */
const VIEWS = [
  { address: '91.152.10.1', ua: CHROME_UA, page: '/', referrer: 'https://www.google.fi/' },
  { address: '91.152.10.1', ua: CHROME_UA, page: '/kajakit', referrer: '' },
  { address: '91.152.10.2', ua: CHROME_UA, page: '/', referrer: 'https://www.google.fi/' },
  { address: '91.152.10.3', ua: FIREFOX_UA, page: '/', referrer: '' },
  {
    address: '91.152.10.4',
    ua: FIREFOX_UA,
    page: `/${'pitkä-nimi-'.repeat(20)}`,
    referrer: 'https://bing.com/',
  },
]

describe('dashboard', () => {
  let server: TestServer
  let browser: Browser
  let cookie: string
  beforeAll(async () => {
    server = await startServer()
    cookie = await createOwner(server)
    await callApi(server, cookie, '/api/sites', { domain: 'example.com', timezone: 'Europe/Helsinki' })
    for (const { address, ua, page, referrer } of VIEWS) {
      await fetch(`${server.address}/api/event`, {
        method: 'POST',
        headers: { 'user-agent': ua, 'x-forwarded-for': address },
        body: JSON.stringify({
          n: 'pageview',
          u: `https://example.com${page}`,
          d: 'example.com',
          r: referrer,
        }),
      })
    }
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    server.remove()
  })

  async function open(path: string, options: { width?: number; dark?: boolean; signedIn?: boolean } = {}) {
    const { width = 1280, dark = false, signedIn = true } = options
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
    })
    if (signedIn) await signIn(context)
    const page = await context.newPage()
    await page.goto(`${server.address}${path}`)
    return page
  }

  async function signIn(context: BrowserContext): Promise<void> {
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: server.address }])
  }

  const stats = '/sites/example.com?period=today'
  const figure = (page: Page, name: RegExp) => page.getByRole('button', { name })

  it('shows the figures of the period', async () => {
    const page = await open(stats)
    await figure(page, /^visitors\D+4\b/i).waitFor()
    await figure(page, /page views\D+5\b/i).waitFor()
    await figure(page, /bounce rate\D+75/i).waitFor()
    await page.context().close()
  })

  it('filters by a clicked row, keeps it in the URL, and goes back', async () => {
    const page = await open(stats)
    await page
      .getByRole('button', { name: /Google/ })
      .or(page.getByRole('link', { name: /Google/ }))
      .first()
      .click()
    await figure(page, /^visitors\D+2\b/i).waitFor()
    expect(decodeURIComponent(page.url())).toContain('Google')
    const same = await open(new URL(page.url()).pathname + new URL(page.url()).search)
    await figure(same, /^visitors\D+2\b/i).waitFor()
    await page.goBack()
    await figure(page, /^visitors\D+4\b/i).waitFor()
    await page.context().close()
    await same.context().close()
  })

  it('draws the figure that is chosen, and says it in a table too', async () => {
    const page = await open(stats)
    await figure(page, /page views\D+5\b/i).click()
    await page.locator('canvas[role=img]').waitFor()
    expect(await page.locator('canvas[role=img]').getAttribute('aria-label')).toMatch(/page views/i)
    await page.getByRole('button', { name: /table/i }).click()
    expect(await page.getByRole('region', { name: 'Table' }).textContent()).toMatch(/5/)
    await page.context().close()
  })

  it('asks once who is there, beside its own script; through a link not at all', async () => {
    const askedAt = async (path: string): Promise<readonly string[]> => {
      const page = await open('/favicon.svg')
      const asked: string[] = []
      page.on('request', request => asked.push(new URL(request.url()).pathname))
      await page.goto(`${server.address}${path}`)
      await page.waitForLoadState('networkidle')
      await page.context().close()
      return asked
    }
    const asked = await askedAt(stats)
    expect(asked.filter(path => path === '/api/session')).toHaveLength(1)
    const isScriptOfPanels = (path: string) => path.includes('/assets/panels-')
    expect(asked.indexOf('/api/session')).toBeLessThan(asked.findIndex(isScriptOfPanels))
    const throughLink = await askedAt('/share/example.com')
    expect(throughLink.filter(path => path === '/api/session')).toEqual([])
  })

  it('comes in files that were compressed when they were built, and plain for who takes no other', async () => {
    const page = await (await fetch(`${server.address}/`)).text()
    const [, script = ''] = /href="(\/assets\/first-[\w-]+\.js)"/.exec(page) ?? []
    const read = async (encoding: string) => {
      const answer = await fetch(`${server.address}${script}`, { headers: { 'accept-encoding': encoding } })
      expect(answer.headers.get('cache-control')).toContain('immutable')
      expect(answer.headers.get('content-type')).toContain('javascript')
      return { encoding: answer.headers.get('content-encoding'), text: await answer.text() }
    }
    const plain = await read('identity')
    expect(plain.encoding).toBeNull()
    expect(plain.text).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/)
    expect(await read('br, gzip')).toEqual({ encoding: 'br', text: plain.text })
    expect(await read('gzip')).toEqual({ encoding: 'gzip', text: plain.text })
  })

  it('is reached by keyboard: the skip link first', async () => {
    const page = await open(stats)
    await figure(page, /^visitors\D+4\b/i).waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/skip/i)
    await page.context().close()
  })

  it.each([
    { name: 'first screen, light', path: stats, options: {} },
    { name: 'first screen, dark', path: stats, options: { dark: true } },
    { name: 'first screen, narrow', path: stats, options: { width: 360 } },
    { name: 'an empty period', path: '/sites/example.com?period=yesterday', options: {} },
    { name: 'sign-in', path: '/sign-in', options: { signedIn: false } },
    { name: 'a new site', path: '/sites/new', options: { dark: true } },
    { name: 'set-up', path: '/setup#nothing', options: { signedIn: false } },
    { name: 'an unknown page', path: '/nowhere', options: {} },
  ])(
    'has no flaw that axe finds, loads nothing from elsewhere and fits: $name',
    async ({ path, options }) => {
      const page = await open('/sign-in', { ...options, signedIn: false })
      const foreign: string[] = []
      page.on('request', request => !request.url().startsWith(server.address) && foreign.push(request.url()))
      if (!('signedIn' in options)) await signIn(page.context())
      await page.goto(`${server.address}${path}`)
      await page.getByRole('heading').first().waitFor({ state: 'attached' })
      await page.waitForLoadState('networkidle')
      // The page's policy forbids foreign scripts; an evaluated one is the test's own.
      await page.evaluate(AXE)
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run: () => Promise<{ violations: { id: string; nodes: unknown[] }[] }> }
        }
        return (await axe.run()).violations.map(({ id, nodes }) => `${id} × ${nodes.length}`)
      })
      expect(violations).toEqual([])
      expect(foreign).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      await page.context().close()
    },
  )
})
