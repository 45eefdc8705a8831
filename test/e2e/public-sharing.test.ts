import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Frame, FrameLocator, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newApiKey } from '../../collector/accounts/api-keys.ts'
import { CHROME_UA, openBrowser } from '../support/browser.ts'
import { type OwnServer, openOwnServer } from '../support/own-server.ts'
import { openOwnerPage } from '../support/owner-page.ts'
import { flawsOf } from '../support/page-flaws.ts'
import { callApi } from '../support/server.ts'

const PASSWORD = 'correct horse battery'
const DOMAIN = 'example.com'
const SITE = `/api/sites/${DOMAIN}`
const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)

/** What a page in a frame has kept on the device; a browser that blocks storage of third parties lets it keep nothing. */
function keptBy(frame: Frame | undefined): Promise<number> | undefined {
  return frame?.evaluate(() => {
    try {
      return localStorage.length + sessionStorage.length + document.cookie.length
    } catch {
      return 0
    }
  })
}

/** A page of somebody else's that shows what its address asks for in a frame. */
function openHost(): Promise<Server> {
  const server = createServer((request, response) => {
    const src = new URL(request.url ?? '/', 'http://host').searchParams.get('src') ?? ''
    response.setHeader('content-type', 'text/html')
    response.end(
      `<!doctype html><html lang="en"><title>A page</title><h1>A page</h1><iframe title="Statistics" width="100%" height="800" src="${src.replaceAll('&', '&amp;')}"></iframe>`,
    )
  })
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)))
}

describe('public statistics and frames', () => {
  let server: OwnServer
  let browser: Browser
  let host: Server
  /** Two origins of the same pages, of which one is allowed; another site than Hanki's in the eyes of a browser. */
  let allowed: string
  let other: string
  beforeAll(async () => {
    server = await openOwnServer()
    host = await openHost()
    const { port } = host.address() as AddressInfo
    allowed = `http://localhost:${port}`
    other = `http://127.0.0.1:${port}`
    await callApi(server, server.cookie, '/api/sites', { domain: DOMAIN, timezone: 'UTC' })
    await importVisits()
    const segment = { name: 'Blog', filters: [['contains', 'event:page', ['/blog']]] }
    await callApi(server, server.cookie, `${SITE}/segments`, segment)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await new Promise(resolve => host.close(resolve))
    await server.close()
  })

  /** Seven of yesterday on the front page, six of them on the blog, one alone on the secret page. */
  async function importVisits(): Promise<void> {
    const { directory } = server.hanki
    const deps = { directory, nowSeconds: () => Math.floor(Date.now() / 1_000) }
    const wishes = { name: '', scopes: ['events:import'] as const, days: undefined, creator: undefined }
    const { key, record } = newApiKey(deps, directory.siteByDomain(DOMAIN), wishes)
    await directory.addKey(record)
    const views = Array.from({ length: 7 }, (_, visitor) =>
      ['/', visitor === 6 ? '/secret' : '/blog'].map((page, step) => ({
        n: 'pageview',
        u: `https://${DOMAIN}${page}`,
        d: DOMAIN,
        ip: `198.51.${visitor}.7`,
        user_agent: CHROME_UA,
        timestamp: `${YESTERDAY}T10:0${step}:00Z`,
      })),
    ).flat()
    const answer = await fetch(`${server.address}/api/event`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(views),
    })
    expect(answer.status).toBe(202)
  }

  async function openPage(
    address: string,
    width = 1280,
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
    const page = await context.newPage()
    await page.goto(address)
    return page
  }

  async function framed(
    origin: string,
    src: string,
    width?: number,
  ): Promise<{ page: Page; frame: FrameLocator }> {
    const page = await openPage(`${origin}/?src=${encodeURIComponent(src)}`, width)
    return { page, frame: page.frameLocator('iframe') }
  }

  async function makeLink(body: object): Promise<{ token: string; id: string }> {
    return (await callApi(server, server.cookie, `${SITE}/share-links`, body)).json()
  }

  async function setPublic(body: object): Promise<void> {
    const answer = await callApi(server, server.cookie, `${SITE}/public-view`, body, 'PUT')
    expect(answer.status).toBe(200)
  }

  const headersOf = async (path: string): Promise<Headers> =>
    (await fetch(`${server.address}${path}`)).headers

  it('are turned on by the owner, seen by anybody within their limits, and end at once', {
    timeout: 60_000,
  }, async () => {
    const page = await openOwnerPage(browser, server, `/sites/${DOMAIN}/sharing`)
    page.on('dialog', dialog => void dialog.accept())
    const card = page.getByRole('region', { name: 'Public statistics' })
    await card.getByText('Only people with an account').waitFor()
    await card.getByText('What anybody may see').click()
    await card.getByLabel('What it shows').selectOption({ label: 'Blog' })
    await card.getByLabel('Pages that may show it in a frame').fill('http://example.com')
    await card.getByRole('button', { name: 'Make public' }).click()
    await card.getByText('write https://').waitFor()
    await card.getByLabel('Pages that may show it in a frame').fill(allowed)
    await card.getByRole('button', { name: 'Make public' }).click()
    await card.getByText('Anybody in the world sees').waitFor()
    expect(await card.locator('pre code').textContent()).toContain(
      `src="${server.address}/embed/${DOMAIN}?theme=auto"`,
    )
    expect(await card.getByLabel('What it shows').inputValue()).toBe('kept')
    expect(await flawsOf(page)).toEqual([])

    const guest = await openPage(`${server.address}/share/${DOMAIN}`, 360, 'dark')
    await guest.getByText('Only: Blog').waitFor()
    await guest.getByText('Public statistics').waitFor()
    await guest.getByRole('button', { name: /^\/blog/ }).waitFor()
    expect(await guest.getByRole('button', { name: /^\/secret/ }).count()).toBe(0)
    expect(await guest.getByRole('button', { name: /Remove the filter/ }).count()).toBe(0)
    expect(await flawsOf(guest)).toEqual([])
    expect(await guest.context().cookies()).toEqual([])

    await card.getByRole('button', { name: 'Make private' }).click()
    await card.getByText('Only people with an account').waitFor()
    await guest.getByText('not public any more').waitFor()
    await guest.reload()
    await guest.getByText('There are no public statistics at this address').waitFor()
    await guest.context().close()
    await page.context().close()
  })

  it('with a minimum show rows of several visitors, and nothing to narrow them by', {
    timeout: 60_000,
  }, async () => {
    await setPublic({ minimum_visitors: 5 })
    for (const [width, scheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      const page = await openPage(`${server.address}/share/${DOMAIN}?period=7d&details=pages`, width, scheme)
      await page.getByText('rows of fewer than 5 visitors are left out').waitFor()
      const list = page.getByRole('dialog')
      await list.getByText('/', { exact: true }).waitFor()
      expect(await list.getByText('/secret').count()).toBe(0)
      expect(await list.getByRole('searchbox').count()).toBe(0)
      await list.getByRole('button', { name: 'Close' }).click()
      for (const name of ['Cities', 'Regions', 'Filter'])
        expect(await page.getByText(name, { exact: true }).count()).toBe(0)
      expect(await page.getByRole('alert').count()).toBe(0)
      expect(await flawsOf(page)).toEqual([])
      await page.context().close()
    }
  })

  it('are shown in frames of allowed origins alone, whatever else is framed', {
    timeout: 60_000,
  }, async () => {
    await setPublic({ origins: [allowed] })
    const embed = `/embed/${DOMAIN}`
    const policy = (headers: Headers) =>
      headers.get('content-security-policy')?.match(/frame-ancestors (.*)$/)?.[1]
    const headers = await headersOf(embed)
    expect([policy(headers), headers.get('x-frame-options')]).toEqual([allowed, null])
    for (const path of [
      '/',
      `/share/${DOMAIN}`,
      '/sign-in',
      `${embed}/`,
      `${embed}/x`,
      '/embed/nowhere.example',
      `/sites/${DOMAIN}`,
      `${SITE}`,
    ]) {
      const plain = await headersOf(path)
      expect([path, policy(plain), plain.get('x-frame-options')]).toEqual([path, "'none'", 'DENY'])
    }

    const seen = await framed(allowed, `${server.address}${embed}?period=7d&theme=dark`, 360)
    await seen.frame.getByRole('button', { name: /^\/blog/ }).waitFor()
    const document = seen.page.frames()[1]
    expect(await document?.evaluate(() => window.document.documentElement.dataset['theme'])).toBe('dark')
    for (const name of ['Seen through a link', 'Hanki', 'Sign in'])
      expect(await seen.frame.getByText(name, { exact: true }).count()).toBe(0)
    expect(await keptBy(document)).toBe(0)
    expect(await document?.evaluate(() => window.document.documentElement.scrollWidth - innerWidth)).toBe(0)
    await seen.frame.getByRole('button', { name: /^\/blog/ }).click()
    await seen.frame.getByRole('button', { name: /Remove the filter/ }).waitFor()
    expect(await document?.evaluate(() => location.pathname)).toBe(embed)
    expect(await seen.page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
    expect(await seen.page.context().cookies()).toEqual([])
    await seen.page.context().close()

    for (const [origin, path] of [
      [other, embed],
      [allowed, `/share/${DOMAIN}`],
      [allowed, '/sign-in'],
    ] as const) {
      const { page, frame } = await framed(origin, `${server.address}${path}`)
      await page.waitForLoadState('networkidle')
      expect(await frame.locator('#app').count()).toBe(0)
      await page.context().close()
    }
  })

  it('show a link with a password after it was typed in the frame, kept in memory only', {
    timeout: 60_000,
  }, async () => {
    const { token, id } = await makeLink({ password: PASSWORD, origins: [allowed] })
    const elsewhere = await makeLink({})
    const { page, frame } = await framed(allowed, `${server.address}/embed/${id}?theme=auto#${token}`)
    await frame.getByLabel('Password').fill(PASSWORD)
    await frame.getByRole('button', { name: 'Show the statistics' }).click()
    await frame.getByRole('button', { name: /^\/blog/ }).waitFor()
    expect(await keptBy(page.frames()[1])).toBe(0)
    await page.reload()
    await frame.getByLabel('Password').waitFor()
    await page.context().close()

    // The path of a link that may be framed does not lend itself to one that may not.
    const lent = await framed(allowed, `${server.address}/embed/${id}#${elsewhere.token}`)
    await lent.frame.getByText('This link is incomplete').waitFor()
    await lent.page.context().close()
    await callApi(server, server.cookie, `${SITE}/share-links/${id}`, undefined, 'DELETE')
    const gone = await headersOf(`/embed/${id}`)
    expect(gone.get('content-security-policy')).toMatch(/frame-ancestors 'none'$/)
  })

  it('speak in a frame for nobody who is signed in', { timeout: 60_000 }, async () => {
    await setPublic({ origins: [server.address.replace('127.0.0.1', 'localhost'), server.address, allowed] })
    const context = await browser.newContext()
    const [name = '', value = ''] = server.cookie.split('=')
    await context.addCookies([{ name, value, url: server.address }])
    const page = await context.newPage()
    const asked: Request[] = []
    page.on('request', request => void asked.push(request))
    await page.goto(`${server.address}/embed/${DOMAIN}`)
    await page.getByRole('button', { name: /^\/blog/ }).waitFor()
    const [opening] = asked.filter(request => request.url().endsWith('/api/share'))
    expect(await opening?.headerValue('origin')).toBe(server.address)
    expect(await opening?.headerValue('cookie')).toBeNull()
    await context.close()
  })

  it('are left alone by search engines unless the owner wants it', async () => {
    const robots = async (path: string) => (await headersOf(path)).get('x-robots-tag')
    await setPublic({})
    expect([await robots(`/share/${DOMAIN}`), await robots('/sign-in')]).toEqual([
      'noindex, nofollow',
      'noindex, nofollow',
    ])
    await setPublic({ is_indexed: true })
    expect([await robots(`/share/${DOMAIN}`), await robots('/sign-in')]).toEqual([null, 'noindex, nofollow'])
  })
})
