import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openOwnerPage } from '../support/owner-page.ts'
import { flawsOf } from '../support/page-flaws.ts'
import { callApi, createOwner, OWNER, startServer, type TestServer } from '../support/server.ts'

describe('the audit log, in the dashboard', () => {
  let server: TestServer
  let browser: Browser
  let cookie: string
  beforeAll(async () => {
    server = await startServer()
    cookie = await createOwner(server)
    await callApi(server, cookie, '/api/sites', { domain: 'example.com', timezone: 'UTC' })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    server.remove()
  })

  const open = (path: string, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> =>
    openOwnerPage(browser, { address: server.address, cookie }, path, { width, colorScheme })

  it('tells in words what was done, the latest first, and older ones when asked', {
    timeout: 60_000,
  }, async () => {
    const keys = '/api/sites/example.com/keys'
    for (let count = 0; count < 100; count++) {
      await callApi(
        server,
        cookie,
        '/api/sites/example.com/goals',
        { goal_type: 'event', event_name: `Goal ${count}` },
        'PUT',
      )
    }
    await callApi(server, cookie, keys, { scopes: ['stats:read'] })
    for (const [width, scheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      const page = await open('/sites/example.com', width, scheme)
      await page.getByLabel('Account and appearance').click()
      await page.getByRole('link', { name: 'Audit log' }).click()
      await page.getByText(/made a key: hanki_.*, stats:read/).waitFor()
      expect(await page.getByText('set Hanki up').count()).toBe(0)
      expect(await flawsOf(page)).toEqual([])
      const downloading = page.waitForEvent('download')
      await page.getByRole('link', { name: /CSV/ }).click()
      expect((await downloading).suggestedFilename()).toMatch(/^hanki-audit-\d{4}-\d\d-\d\d\.csv$/)
      await page.getByRole('button', { name: 'Show older ones' }).click()
      await page.getByText('set Hanki up').waitFor()
      expect(await page.getByText(OWNER.email).count()).toBeGreaterThan(100)
      expect(await page.getByRole('button', { name: 'Show older ones' }).count()).toBe(0)
      await page.context().close()
    }
  })
})
