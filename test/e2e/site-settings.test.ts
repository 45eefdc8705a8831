import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type OwnServer, openOwnServer } from '../support/own-server.ts'
import { openOwnerPage } from '../support/owner-page.ts'
import { flawsOf } from '../support/page-flaws.ts'

const LONG = `${'long-'.repeat(10)}name.${'sub-'.repeat(12)}domain.example`

describe('settings of a site, in the dashboard', () => {
  let server: OwnServer
  let browser: Browser
  beforeAll(async () => {
    server = await openOwnServer()
    for (const domain of ['example.com', LONG])
      await server.hanki.directory.addSite({ domain, timezone: 'Europe/Helsinki' })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  const open = (path: string, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> =>
    openOwnerPage(browser, server, path, { width, colorScheme })

  it('rename it, move it, let it begin anew, and delete it', async () => {
    const page = await open('/sites/example.com')
    const { directory } = server.hanki
    await page.getByLabel('Account and appearance').click()
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByLabel('Domain', { exact: true }).fill('https://example.net/')
    await page.getByLabel('Time zone').fill('Mars/Olympus')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Choose a time zone from the list').waitFor()
    await page.getByLabel('Time zone').fill('Asia/Tokyo')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('example.com is counted as this site until').waitFor()
    await page.getByText('Europe/Helsinki now, Asia/Tokyo from').waitFor()
    expect(new URL(page.url()).pathname).toBe('/sites/example.net/settings')

    const before = directory.siteByDomain('example.net')
    await page.getByRole('button', { name: 'Erase all numbers' }).click()
    expect(await page.getByLabel('Type example.net to confirm').getAttribute('aria-invalid')).toBe('true')
    expect(directory.siteByDomain('example.net')?.id).toBe(before?.id)
    await page.getByLabel('Type example.net to confirm').fill('example.net')
    await page.getByRole('button', { name: 'Erase all numbers' }).click()
    await page.getByText('The site is counted from nothing.').waitFor()
    expect(directory.siteByDomain('example.net')?.id).toBeGreaterThan(before?.id ?? 0)

    await page.getByLabel('Type example.net to confirm').fill('example.net')
    await page.getByRole('button', { name: 'Delete the site' }).click()
    await page.waitForURL(`${server.address}/sites/${LONG}`)
    expect(directory.siteByDomain('example.net')).toBeUndefined()
    await page.context().close()
  })

  it('are looked after by everybody, on every screen', async () => {
    for (const [width, scheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      const page = await open(`/sites/${LONG}/settings`, width, scheme)
      await page.getByRole('button', { name: 'Delete the site' }).waitFor()
      expect(await flawsOf(page)).toEqual([])
      await page.context().close()
    }
  })
})
