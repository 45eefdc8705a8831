import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROME_UA, openBrowser } from '../support/browser.ts'
import { type OwnServer, openOwnServer } from '../support/own-server.ts'
import { openOwnerPage } from '../support/owner-page.ts'
import { flawsOf } from '../support/page-flaws.ts'
import { openWebSite } from '../support/web-site.ts'

const DOMAIN = 'shop.example.com'

describe('the set-up assistant', () => {
  let server: OwnServer
  let browser: Browser
  beforeAll(async () => {
    server = await openOwnServer()
    const { directory } = server.hanki
    for (const domain of ['example.com', 'empty.example']) {
      await directory.addSite({ domain, timezone: 'Europe/Helsinki' }, directory.users()[0])
    }
    browser = await openBrowser([DOMAIN])
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  async function send(body: object, userAgent = CHROME_UA): Promise<void> {
    const answer = await fetch(`${server.address}/api/event`, {
      method: 'POST',
      headers: { 'user-agent': userAgent, 'x-forwarded-for': '91.152.10.1' },
      body: JSON.stringify({ n: 'pageview', ...body }),
    })
    expect(answer.status).toBe(202)
  }

  const open = (path: string, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> =>
    openOwnerPage(browser, server, path, { width, colorScheme })

  it('says why nothing is counted, from the collector’s own counters, until the first event is here', async () => {
    const page = await open('/sites/example.com')
    await page.getByText('Nothing has come yet.').waitFor()
    await send({ u: 'https://example.org/', d: 'example.org' })
    await page.getByText('An event came within the hour for a domain that is not set up here.').waitFor()
    await send({ u: 'https://staging.example.net/', d: 'example.com' })
    await page.getByText('Events came from staging.example.net, which is not example.com').waitFor()
    await send({ u: 'https://example.com/', d: 'example.com' }, 'Googlebot/2.1')
    await page.getByText('Only programs have come so far (Googlebot).').waitFor()
    await page.getByText('Nothing arrives?').click()
    await page.getByText(`script-src ${server.address}; connect-src ${server.address}`).waitFor()
    await send({ u: 'https://example.com/', d: 'example.com' })
    await page.getByRole('button', { name: /^visitors\D+1\b/i }).waitFor()
    await page.getByLabel('Account and appearance').click()
    await page.getByRole('link', { name: 'Snippet' }).click()
    await page.getByText('Events of this site arrive.').waitFor()
    await page.context().close()
  })

  it.each(['Plain HTML, or anything else', 'Google Tag Manager', 'Astro'])(
    'gives code that works when it is pasted: %s',
    async platform => {
      const owner = await open('/sites/example.com/install')
      await owner.getByLabel('Where is the site made?').selectOption(platform)
      await owner.getByLabel('missing pages').check()
      const code = await owner.getByRole('region', { name: 'Snippet' }).textContent()
      const site = await openWebSite(code ?? '')
      const visitor = await browser.newContext({ userAgent: CHROME_UA })
      const page = await visitor.newPage()
      const answered = page.waitForResponse(response => response.url().endsWith('/api/event'))
      await page.goto(site.url(DOMAIN))
      expect((await answered).status()).toBe(202)
      expect((await answered).headers()['x-hanki-dropped']).toBeUndefined()
      expect(JSON.parse((await answered).request().postData() ?? '')).toMatchObject({ d: 'example.com' })
      await Promise.all([owner.context().close(), visitor.close(), site.close()])
    },
  )

  it.each([
    { width: 1280, scheme: 'light' },
    { width: 360, scheme: 'dark' },
  ] as const)('is there for everybody, and fits: $width px, $scheme', async ({ width, scheme }) => {
    const page = await open('/sites/empty.example', width, scheme)
    await page.getByText('Nothing arrives?').click()
    expect(await flawsOf(page)).toEqual([])
    await page.context().close()
  })
})
