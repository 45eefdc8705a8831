import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROME_UA, openBrowser } from '../support/browser.ts'
import { type OwnServer, openOwnServer } from '../support/own-server.ts'
import { openOwnerPage } from '../support/owner-page.ts'
import { flawsOf } from '../support/page-flaws.ts'

describe('notes about days, in the dashboard', () => {
  let server: OwnServer
  let browser: Browser
  const moment = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  beforeAll(async () => {
    // Sites of before an absence are told of it; this one is made while it lasts.
    server = await openOwnServer(dataDirectory =>
      writeFileSync(
        join(dataDirectory, 'absences.jsonl'),
        `${JSON.stringify({ from: moment(-30), until: moment(30) })}\n`,
      ),
    )
    const { directory } = server.hanki
    await directory.addSite({ domain: 'example.com', timezone: 'UTC' }, directory.users()[0])
    await fetch(`${server.address}/api/event`, {
      method: 'POST',
      headers: { 'user-agent': CHROME_UA, 'x-forwarded-for': '91.152.10.1' },
      body: JSON.stringify({ n: 'pageview', u: 'https://example.com/', d: 'example.com' }),
    })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  const open = (path: string, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> =>
    openOwnerPage(browser, server, path, { width, colorScheme })

  it('are written, stand in the table and in their period, and are removed', async () => {
    const page = await open('/sites/example.com?period=7d')
    await page.getByRole('button', { name: 'Note something about a day' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').filter({ hasText: 'must not be empty' }).waitFor()
    await page.getByLabel('What happened').fill('<b>Newsletter</b> sent')
    await page.getByRole('button', { name: 'Save' }).click()
    const notes = page.getByRole('region', { name: 'Notes about days' })
    await notes.getByText('<b>Newsletter</b> sent').waitFor()
    await page.getByRole('button', { name: /table/i }).click()
    await page.locator('table').getByText('<b>Newsletter</b> sent').waitFor()
    const yesterday = await open('/sites/example.com?period=yesterday')
    await yesterday.getByRole('button', { name: 'Note something about a day' }).waitFor()
    expect(await yesterday.getByText('<b>Newsletter</b> sent').count()).toBe(0)
    await yesterday.context().close()
    await notes.getByRole('button', { name: /^Remove the note/ }).click()
    await notes.getByText('<b>Newsletter</b> sent').waitFor({ state: 'detached' })
    expect(server.hanki.directory.siteByDomain('example.com')?.annotations.list).toEqual([])
    await page.context().close()
  })

  it('are there before the cards that stand below them', async () => {
    const page = await open('/sites/example.com?period=7d')
    await page.getByRole('button', { name: 'Note something about a day' }).click()
    await page.getByLabel('What happened').fill('Late')
    await page.getByRole('button', { name: 'Save' }).click()
    const remove = page.getByRole('button', { name: /^Remove the note/ })
    await remove.waitFor()
    await page.route('**/annotations', async route => {
      await new Promise(resolve => setTimeout(resolve, 250))
      await route.continue()
    })
    await page.reload()
    await page.getByRole('region', { name: 'Sources' }).waitFor()
    expect(await remove.count()).toBe(1)
    await remove.click()
    await remove.waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('stand beside what disturbed the counting, in chart and table', async () => {
    const { directory, eventStore } = server.hanki
    const id = directory.siteByDomain('example.com')?.id
    if (id === undefined) throw new Error('no site')
    const day = new Date().toISOString().slice(0, 10) as Parameters<typeof eventStore.dailyCounts>[1]
    const count = { siteId: id, day, reason: 'key_restarted', name: '', count: 1 } as const
    await eventStore.addDailyCounts([count], 'test-restart')
    const page = await open('/sites/example.com?period=7d')
    await page.getByText('Counting was disturbed').waitFor()
    await page.getByRole('button', { name: /table/i }).click()
    const table = page.getByRole('region', { name: 'Table' })
    await table.getByText(/the day key was made anew/).waitFor()
    await table
      .getByText(/^Hanki did not run from/)
      .first()
      .waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.context().close()
  })

  it.each([
    { width: 1280, scheme: 'light' },
    { width: 360, scheme: 'dark' },
  ] as const)('are there for everybody, and fit: $width px, $scheme', async ({ width, scheme }) => {
    const { directory } = server.hanki
    const site = directory.siteByDomain('example.com')
    if (site === undefined) throw new Error('no site')
    const day = new Date().toISOString().slice(0, 10) as (typeof site.annotations.list)[number]['day']
    const list = ['Newsletter sent', 'a-very-long-word-'.repeat(12)].map((text, index) => ({
      id: index + 1,
      day,
      text,
    }))
    await directory.changeSite(site.id, stored => ({ ...stored, annotations: { lastId: 2, list } }))
    const page = await open('/sites/example.com?period=7d', width, scheme)
    await page.getByText('Newsletter sent').first().waitFor()
    await page.getByRole('button', { name: 'Note something about a day' }).click()
    await page.locator('canvas[role=img]').waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.context().close()
  })
})
