import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QueryResultBody } from '../../collector/http/contract.ts'
import { flawsOf } from '../support/page-flaws.ts'
import { callApi } from '../support/server.ts'
import { openStatisticsScreen, type SentEvent, type StatisticsScreen } from '../support/statistics-screen.ts'

/** More pages than one screenful of a list, each seen by one of three people; and one source that looks like a formula. */
const PAGES = 104
const EVENTS: readonly SentEvent[] = [
  ...Array.from({ length: PAGES }, (_, index) => ({
    address: `91.152.20.${1 + (index % 3)}`,
    page: `/sivu-${String(index).padStart(3, '0')}`,
  })),
  { address: '91.152.20.1', page: '/sivu-007' },
  { address: '91.152.20.9', page: '/?utm_source=%3DHYPERLINK(1)' },
]

describe('a whole list of the statistics', () => {
  let screen: StatisticsScreen
  beforeAll(async () => {
    screen = await openStatisticsScreen(EVENTS)
  })
  afterAll(() => screen.close())

  const rowNames = (page: Page) => page.getByRole('dialog').locator('tbody .text').allInnerTexts()

  async function open(search = ''): Promise<Page> {
    const page = await screen.open(`?period=today&details=pages${search}`)
    await page.getByRole('dialog').locator('tbody tr').first().waitFor()
    return page
  }

  async function take(page: Page, what: string): Promise<Download> {
    await page.getByRole('dialog').locator('summary').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: what, exact: true }).click(),
    ])
    return download
  }

  it('is opened from its card, and closed with Escape', async () => {
    const page = await screen.open('?period=today')
    await page.getByRole('link', { name: new RegExp(`^All ${PAGES + 1}.*Pages: Top`) }).click()
    await page.getByRole('dialog', { name: 'Pages: Top' }).locator('tbody tr').first().waitFor()
    expect(page.url()).toContain('details=pages')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('details')
    await page.close()
  })

  it('goes on page by page, and back with the browser', async () => {
    const page = await open()
    await page.getByText(`1–100 of ${PAGES + 1}`).waitFor()
    await page.getByRole('button', { name: 'Next rows' }).click()
    await page.getByText(`101–${PAGES + 1} of ${PAGES + 1}`).waitFor()
    expect(await rowNames(page)).toHaveLength(PAGES + 1 - 100)
    expect(page.url()).toContain('page=2')
    await page.goBack()
    await page.getByText(`1–100 of ${PAGES + 1}`).waitFor()
    await page.close()
  })

  it('finds rows by a part of their name, without minding case', async () => {
    const page = await open()
    await page.getByRole('searchbox', { name: 'Search' }).fill('SIVU-01')
    await page.getByText('1–10 of 10').waitFor()
    expect((await rowNames(page)).every(name => name.includes('sivu-01'))).toBe(true)
    expect(page.url()).toContain('search=SIVU-01')
    await page.getByRole('searchbox', { name: 'Search' }).fill('nowhere')
    await page.getByText('Nothing contains “nowhere”.').waitFor()
    await page.close()
  })

  it('sorts by every column, both ways, and says how', async () => {
    const page = await open()
    const views = page.getByRole('columnheader', { name: 'Page views' })
    await views.getByRole('button').click()
    await page.waitForURL(/sort=-pageviews/)
    await expect.poll(async () => (await rowNames(page))[0]).toBe('/sivu-007')
    expect(await views.getAttribute('aria-sort')).toBe('descending')
    await views.getByRole('button').click()
    await page.waitForURL(/sort=pageviews/)
    expect(await views.getAttribute('aria-sort')).toBe('ascending')
    await page.close()
  })

  it('filters by a row, and leaves one out by its button', async () => {
    const page = await open('&search=sivu-007')
    await page.getByRole('dialog').getByRole('button', { name: 'Leave out /sivu-007' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.locator('summary', { hasText: 'Page is not /sivu-007' }).waitFor()
    await page.close()
  })

  it('is kept as CSV in which no cell is a formula', async () => {
    const page = await screen.open('?period=today&details=sources')
    const download = await take(page, 'CSV')
    expect(download.suggestedFilename()).toBe('example.com-Sources.csv')
    const lines = readFileSync(await download.path(), 'utf8').split('\r\n')
    expect(lines[0]).toBe('visit:source,visitors,visits,bounce_rate,visit_duration')
    expect(lines.find(line => line.includes('HYPERLINK'))).toMatch(/^'=HYPERLINK\(1\),1,1,/)
    await page.close()
  })

  it('is kept as JSON with every row, not only those on the screen', async () => {
    const page = await open()
    const { results }: QueryResultBody = JSON.parse(
      readFileSync(await (await take(page, 'JSON')).path(), 'utf8'),
    )
    expect(results).toHaveLength(PAGES + 1)
    expect(results.find(row => row.dimensions[0] === '/sivu-007')?.metrics.slice(0, 2)).toEqual([2, 2])
    const audit = await callApi(screen.server, screen.cookie, '/api/audit', undefined, 'GET')
    expect(JSON.stringify(await audit.json())).toContain('statistics_exported')
    await page.close()
  })

  it('is copied as a request that answers the same to an API key', async () => {
    const page = await open('&search=sivu-007')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('dialog').locator('summary').click()
    await page.getByRole('button', { name: 'Copy as API request' }).click()
    await page.getByText(/the request is copied/i).waitFor()
    const command = await page.evaluate(() => navigator.clipboard.readText())
    const { key } = (await (
      await callApi(screen.server, screen.cookie, '/api/sites/example.com/keys', { scopes: ['stats:read'] })
    ).json()) as { key: string }
    const [, address = ''] = /curl '([^']+)'/.exec(command) ?? []
    const [, body = ''] = /--data '(.*)'$/s.exec(command) ?? []
    const answer = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body,
    })
    expect(await answer.json()).toMatchObject({
      results: [{ dimensions: ['/sivu-007'], metrics: [2, 2, null, null, null] }],
    })
    await page.close()
  })

  it.each(['Pages: Top', 'Visitors per hour'])('gives a picture: %s', async title => {
    const page = await screen.open('?period=today')
    await page.locator('canvas[role=img]').waitFor()
    await page.locator(`summary[aria-label="${title}: take along"]`).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Picture (PNG)' }).click(),
    ])
    const bytes = readFileSync(await download.path())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.length).toBeGreaterThan(5_000)
    await page.close()
  })

  it.each([
    { name: 'dark', options: { dark: true } },
    { name: 'narrow', options: { width: 360, touch: true } },
  ])('has no flaw that axe finds, and fits: $name', async ({ options }) => {
    const page = await screen.open('?period=today&details=pages', options)
    await page.getByRole('dialog').locator('tbody tr').first().waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })
})
