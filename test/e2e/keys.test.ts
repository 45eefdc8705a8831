import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openOwnerPage } from '../support/owner-page.ts'
import { flawsOf } from '../support/page-flaws.ts'
import { callApi, createOwner, startServer, type TestServer } from '../support/server.ts'

describe('keys of a site, in the dashboard', () => {
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

  const ask = (key: string): Promise<Response> =>
    fetch(`${server.address}/api/v2/query`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ site_id: 'example.com', metrics: ['visitors'], date_range: '7d' }),
    })

  it('are made for a program, shown once, and revoked', async () => {
    const page = await open('/sites/example.com')
    await page.getByLabel('Account and appearance').click()
    await page.getByRole('link', { name: 'API keys' }).click()
    await page.getByText('There are none yet.').waitFor()
    await page.getByLabel('read statistics').uncheck()
    await page.getByRole('button', { name: 'Make key' }).click()
    await page.getByText('Choose what it may do.').waitFor()
    await page.getByLabel('read statistics').check()
    await page.getByLabel('What is it for?').fill('Monthly report')
    await page.getByLabel('for 30 days').check()
    await page.getByRole('button', { name: 'Make key' }).click()
    await page.getByText('Copy the key now').first().waitFor()
    const key = (await page.locator('pre code').textContent()) ?? ''
    expect((await ask(key)).status).toBe(200)

    await page.reload()
    await page.getByText('Monthly report').waitFor()
    expect(await page.content()).not.toContain(key)
    page.on('dialog', dialog => void dialog.accept())
    await page.getByRole('button', { name: 'Revoke Monthly report' }).click()
    await page.getByText('There are none yet.').waitFor()
    const refused = await ask(key)
    expect(refused.status).toBe(401)
    expect(await refused.json()).toEqual({ error: expect.stringMatching(/revoked.*API keys/) })
    await page.context().close()
  })

  it('are looked after by everybody, on every screen', async () => {
    const make = (name: string) =>
      callApi(server, cookie, '/api/sites/example.com/keys', {
        name,
        scopes: ['stats:read', 'events:write', 'events:import'],
      })
    await make('W'.repeat(60))
    await make('')
    for (const [width, scheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      const page = await open('/sites/example.com/keys', width, scheme)
      await page.getByRole('button', { name: /^Revoke W/ }).waitFor()
      expect(await flawsOf(page)).toEqual([])
      await page.context().close()
    }
  })
})
