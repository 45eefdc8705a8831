import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROME_UA, openBrowser } from '../support/browser.ts'
import { type OwnServer, openOwnServer } from '../support/own-server.ts'
import { openOwnerPage } from '../support/owner-page.ts'
import { flawsOf } from '../support/page-flaws.ts'

const LONG = `${'long-name-'.repeat(6)}x.${'part-of-it-'.repeat(5)}x.example`
const DOMAINS = ['a.example', 'b.example', 'c.example', 'd.example', 'e.example', 'f.example', LONG]

describe('all sites, in the dashboard', () => {
  let server: OwnServer
  let browser: Browser
  beforeAll(async () => {
    server = await openOwnServer()
    const { directory } = server.hanki
    for (const domain of DOMAINS) {
      await directory.addSite({ domain, timezone: 'Europe/Helsinki' }, directory.users()[0])
    }
    for (const visitor of [1, 2, 3]) await visit('b.example', visitor)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  async function visit(domain: string, visitor: number): Promise<void> {
    const answer = await fetch(`${server.address}/api/event`, {
      method: 'POST',
      headers: { 'user-agent': CHROME_UA, 'x-forwarded-for': `91.152.10.${visitor}` },
      body: JSON.stringify({ n: 'pageview', u: `https://${domain}/`, d: domain }),
    })
    expect(answer.status).toBe(202)
  }

  const open = (path: string, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> =>
    openOwnerPage(browser, server, path, { width, colorScheme })

  const cards = (page: Page) => page.getByRole('main').getByRole('listitem')
  const cardOf = (page: Page, domain: string) => cards(page).filter({ hasText: domain })
  const domainsOn = (page: Page) => page.getByRole('heading', { level: 2 }).allTextContents()

  it('are what somebody with several sites sees first, each with its visitors of today', async () => {
    const page = await open('/')
    await page.waitForURL('**/sites')
    await cardOf(page, 'b.example').getByText('3 visitors today').waitFor()
    await cardOf(page, 'a.example').getByText('0 visitors today').waitFor()
    const week = cardOf(page, 'b.example').getByRole('img', { name: /last seven days/ })
    expect(await week.getAttribute('aria-label')).toMatch(/: 0, 0, 0, 0, 0, 0, 3$/)
    await page.getByRole('link', { name: 'b.example' }).click()
    await page.waitForURL('**/sites/b.example')
    await page
      .getByLabel(/b\.example/)
      .first()
      .click()
    await page.getByRole('link', { name: 'All sites' }).click()
    await cardOf(page, 'b.example').waitFor()
    await page.context().close()
  })

  it('are found by a part of their name, and pinned ones come first, also the next time', async () => {
    const page = await open('/sites')
    await page.getByLabel('Find a site').fill('EXAMPLE d')
    await expect.poll(() => domainsOn(page)).toEqual(['d.example'])
    await page.getByLabel('Find a site').fill('nowhere')
    await page.getByText('No site has “nowhere” in its domain.').waitFor()
    await page.getByLabel('Find a site').fill('')
    await page.getByRole('button', { name: 'Show e.example first' }).click()
    await expect.poll(async () => (await domainsOn(page))[0]).toBe('e.example')
    await page.reload()
    await expect.poll(async () => (await domainsOn(page))[0]).toBe('e.example')
    await page.getByRole('button', { name: 'Show e.example first' }).click()
    await expect.poll(async () => (await domainsOn(page))[0]).toBe('a.example')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await page.context().close()
  })

  it('ask for nothing that is out of sight', async () => {
    const page = await open('/account', 360)
    const asked = new Set<string>()
    page.on('request', request => {
      if (request.url().endsWith('/api/v2/query')) asked.add(request.postDataJSON().site_id)
    })
    await page.setViewportSize({ width: 360, height: 300 })
    await page.goto(`${server.address}/sites`)
    await cardOf(page, 'a.example').getByText('visitors today').waitFor()
    expect(asked).not.toContain(LONG)
    await cards(page).last().scrollIntoViewIfNeeded()
    await expect.poll(() => asked.has(LONG)).toBe(true)
    await page.context().close()
  })

  it.each([
    { width: 1280, scheme: 'light' },
    { width: 360, scheme: 'dark' },
  ] as const)('are there for everybody, and fit: $width px, $scheme', async ({ width, scheme }) => {
    const page = await open('/sites', width, scheme)
    await cardOf(page, 'b.example').getByText('3 visitors today').waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.context().close()
  })
})
