import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROME_UA, openBrowser } from '../support/browser.ts'
import { type OwnServer, openOwnServer } from '../support/own-server.ts'
import { openOwnerPage } from '../support/owner-page.ts'
import { flawsOf } from '../support/page-flaws.ts'

describe('what a site counts, in the dashboard', () => {
  let server: OwnServer
  let browser: Browser
  beforeAll(async () => {
    server = await openOwnServer()
    const { directory } = server.hanki
    await directory.addSite({ domain: 'example.com', timezone: 'UTC' }, directory.users()[0])
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  const open = (path: string, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> =>
    openOwnerPage(browser, server, path, { width, colorScheme })

  /** Why an event is not counted; undefined when it is. */
  async function dropOf(u: string, address = '91.152.10.1'): Promise<string | undefined> {
    const answer = await fetch(`${server.address}/api/event`, {
      method: 'POST',
      headers: { 'user-agent': CHROME_UA, 'x-forwarded-for': address },
      body: JSON.stringify({ n: 'pageview', u, d: 'example.com' }),
    })
    return answer.headers.get('x-hanki-dropped') ?? undefined
  }

  it('is changed, and holds for the next event', async () => {
    const page = await open('/sites/example.com/counting')
    await page.getByLabel('Other host names of this site').fill('shop.example.net')
    await page.getByLabel('Networks and addresses').fill('198.51.100.0/24\n2001:db8::/32')
    await page.getByLabel('Pages', { exact: true }).fill('/admin/**')
    await page.getByLabel('/prices/ and /prices are one page').uncheck()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    expect(await dropOf('https://shop.example.net/')).toBeUndefined()
    expect(await dropOf('https://example.com/', '198.51.100.9')).toBe('shield_address')
    expect(await dropOf('https://example.com/admin/x')).toBe('shield_page')
    expect(server.hanki.directory.siteByDomain('example.com')?.settings.pages.foldSlash).toBe(false)
    await page.reload()
    expect(await page.getByLabel('Networks and addresses').inputValue()).toBe(
      '198.51.100.0/24\n2001:db8::/32',
    )
    await page.context().close()
  })

  it('says which line is wrong, and changes nothing', async () => {
    const page = await open('/sites/example.com/counting')
    await page.getByLabel('Networks and addresses').fill('198.51.100.0/24\nmy office')
    await page.getByLabel('Countries').fill('SE, Norway')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(/“my office” must be an address or a network/).waitFor()
    await page.getByText(/“Norway” must be a country code/).waitFor()
    await page.getByText('Nothing was saved').waitFor()
    expect(server.hanki.directory.siteByDomain('example.com')?.settings.shields.countries).toEqual([])
    await page.context().close()
  })

  it.each([
    { width: 1280, scheme: 'light' },
    { width: 360, scheme: 'dark' },
  ] as const)('is there for everybody, and fits: $width px, $scheme', async ({ width, scheme }) => {
    const page = await open('/sites/example.com/counting', width, scheme)
    await page.getByRole('button', { name: 'Save' }).waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.context().close()
  })
})
