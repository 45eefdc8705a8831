import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flawsOf } from '../support/page-flaws.ts'
import { callApi } from '../support/server.ts'
import {
  FIREFOX_UA,
  openStatisticsScreen,
  type StatisticsScreen,
  watch,
} from '../support/statistics-screen.ts'

const [FINN, OTHER_FINN, SWEDE, AMERICAN] = ['91.152.10.1', '91.152.10.2', '78.72.10.3', '73.15.10.4']
/** Visits of four people from three countries: what the panels must show of them is counted by hand. */
const EVENTS = [
  {
    address: FINN,
    page: '/?utm_source=uutiskirje&utm_medium=email&utm_campaign=talvi&utm_content=yla&utm_term=kajakki',
  },
  { address: FINN, page: '/kajakit' },
  { address: FINN, page: '/kajakit', name: 'Purchase', props: { size: 'L', colour: 'red' } },
  { address: OTHER_FINN, page: '/', ua: FIREFOX_UA, referrer: 'https://www.google.fi/' },
  { address: OTHER_FINN, page: '/', ua: FIREFOX_UA, name: 'Purchase', props: { size: 'M' } },
  { address: SWEDE, page: '/', referrer: 'https://www.google.se/' },
  { address: AMERICAN, page: '/melat', referrer: 'https://www.facebook.com/' },
]

describe('panels of the statistics', () => {
  let screen: StatisticsScreen
  /** One window for what only looks at lists. */
  let shared: Page
  beforeAll(async () => {
    screen = await openStatisticsScreen(EVENTS)
    await callApi(
      screen.server,
      screen.cookie,
      '/api/sites/example.com/goals',
      { goal_type: 'event', event_name: 'Purchase', display_name: 'Ostos' },
      'PUT',
    )
    shared = await screen.open('?period=today')
  })
  afterAll(() => screen.close())

  const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

  it.each([
    { name: 'Sources', tabs: ['Channels'], rows: [/Organic Search.*2/, /Email.*1/, /Organic Social.*1/] },
    {
      name: 'Sources',
      tabs: ['Referrers'],
      rows: [/google\.fi.*1/, /google\.se.*1/, /facebook.*1/, /Direct.*1/],
    },
    { name: 'Sources', tabs: ['Campaigns'], rows: [/talvi.*1/] },
    { name: 'Sources', tabs: ['Source'], rows: [/uutiskirje.*1/] },
    { name: 'Sources', tabs: ['Medium'], rows: [/email.*1/] },
    { name: 'Sources', tabs: ['Content'], rows: [/yla.*1/] },
    { name: 'Sources', tabs: ['Term'], rows: [/kajakki.*1/] },
    { name: 'Pages', tabs: ['Top'], rows: [/\/.*3/, /\/kajakit.*1/, /\/melat.*1/] },
    { name: 'Pages', tabs: ['Entry'], rows: [/\/.*3/, /\/melat.*1/] },
    { name: 'Pages', tabs: ['Exit'], rows: [/\/.*2/, /\/kajakit.*1/, /\/melat.*1/] },
    { name: 'Locations', tabs: ['Countries'], rows: [/Finland.*2/, /Sweden.*1/, /United States.*1/] },
    { name: 'Devices', tabs: ['Browsers', 'Versions'], rows: [/Chrome 141.*3/, /Firefox 143.*1/] },
    { name: 'Devices', tabs: ['Systems', 'Versions'], rows: [/Linux.*3/, /Windows 10\+?.*1/] },
    { name: 'Goals and events', tabs: ['Goals'], rows: [/Ostos.*2.*50/] },
    { name: 'Goals and events', tabs: ['Events'], rows: [/Purchase.*2/] },
  ])('lists $tabs', async ({ name, tabs, rows }) => {
    for (const tab of tabs) await panel(shared, name).getByRole('link', { name: tab, exact: true }).click()
    const list = panel(shared, name).locator('.row')
    await expect
      .poll(async () => {
        const texts = (await list.allInnerTexts()).map(text => text.replaceAll(/\s+/g, ' '))
        return texts.length === rows.length && rows.every(row => texts.some(text => row.test(text)))
      })
      .toBe(true)
  })

  it('opens lists by their tabs, and the chosen property by its key, all in the address', async () => {
    const page = await screen.open('?period=today')
    await panel(page, 'Sources').getByRole('link', { name: 'Campaigns' }).click()
    await panel(page, 'Sources').getByRole('link', { name: 'Medium' }).click()
    await panel(page, 'Sources').getByText('email').waitFor()
    await panel(page, 'Goals and events').getByRole('link', { name: 'Properties' }).click()
    // The keys that events carried are offered, most events first.
    await expect
      .poll(() => panel(page, 'Goals and events').getByRole('listitem').allInnerTexts())
      .toEqual(['size', 'colour'])
    await page.getByLabel(/events may carry properties/i).fill('colour')
    await page.keyboard.press('Enter')
    await panel(page, 'Goals and events').getByText('red').waitFor()
    expect(page.url()).toContain('property=colour')
    await page.goBack()
    await page.getByLabel(/events may carry properties/i).waitFor()
    await page.close()
  })

  it('colours countries on a map that is walked through by keyboard, and filters by one', async () => {
    const page = await screen.open('?period=today')
    const map = page.getByRole('group', { name: 'Visitors by country' })
    await page.getByRole('region', { name: 'Locations' }).scrollIntoViewIfNeeded()
    await map.getByRole('button', { name: 'Finland: 2 visitors' }).waitFor()
    expect(await map.getByRole('button').count()).toBe(3)
    expect(await map.locator('[tabindex="0"]').count()).toBe(1)
    await map.locator('[tabindex="0"]').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^visitors\D+1\b/i }).waitFor()
    expect(decodeURIComponent(page.url())).toMatch(/"visit:country",\["(SE|US)"\]/)
    expect(page.url()).toContain('period=today')
    await page.close()
  })

  it('shows the EU and EEA alone with one switch', async () => {
    const page = await screen.open('?period=today')
    await page.getByRole('switch', { name: 'EU/EEA only' }).click()
    await page.getByRole('button', { name: /^visitors\D+3\b/i }).waitFor()
    await page.getByRole('switch', { name: 'EU/EEA only', checked: true }).click()
    await page.getByRole('button', { name: /^visitors\D+4\b/i }).waitFor()
    await page.close()
  })

  it('tells the busiest hour of the week in words and in a table', async () => {
    const page = await screen.open('?period=today')
    await page.getByText(/^Busiest: \w+day, \d\d:00/).waitFor()
    const table = page.getByRole('table', { name: 'Visitors by weekday and hour' })
    expect(await table.getByRole('row').count()).toBe(8)
    expect(await table.textContent()).toContain('4')
    await table.getByRole('cell', { name: '4', exact: true }).first().hover()
    await page.getByText(/^\w+day \d\d:00: 4/).waitFor()
    await page.close()
  })

  it('offers properties and their values to the filter form', async () => {
    const page = await screen.open('?period=today')
    await page.keyboard.press('/')
    const form = page.getByRole('banner')
    await form.locator('optgroup[label="Properties"] option').nth(1).waitFor({ state: 'attached' })
    await form.getByLabel('What').selectOption({ label: 'size' })
    await form.locator('datalist option[value="M"]').waitFor({ state: 'attached' })
    await form.getByLabel('Value', { exact: true }).fill('M')
    await page.keyboard.press('Enter')
    await page.locator('summary', { hasText: 'size is M' }).waitFor()
    await page.getByRole('button', { name: /^visitors\D+1\b/i }).waitFor()
    await page.close()
  })

  it('asks nothing twice while it opens, nor when the period changes', async () => {
    const page = await screen.openPath('/api/openapi.json')
    const asked: string[] = []
    page.on('request', request => {
      if (request.url().includes('/api/'))
        asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`)
    })
    // The status is asked again and again on purpose: once is enough here.
    let polls = 0
    // It is answered when everything else is, as on a slow machine: an early answer asks for nothing.
    await page.route('**/status', async route => {
      polls += 1
      if (polls > 1) return
      await page.locator('figure[aria-busy="false"]').waitFor()
      await page.getByRole('region', { name: 'Devices', exact: true }).locator('.row').first().waitFor()
      await route.continue()
    })
    await page.goto(`${screen.server.address}/sites/example.com?period=today&details=pages`)
    const visitors = page.getByRole('button', { name: /^visitors\D+4/i })
    await page.getByRole('dialog', { name: 'Pages' }).getByText('/melat').waitFor()
    await page.keyboard.press('Escape')
    await visitors.waitFor()
    await page.keyboard.press('w')
    await page.waitForURL(/period=7d/)
    await page.locator('figure[aria-busy="false"]').waitFor()
    await expect.poll(() => polls).toBe(2)
    const questions = asked.filter(one => !one.includes('/status '))
    expect(questions.length).toBeGreaterThan(16)
    expect(questions.filter((one, place) => questions.indexOf(one) !== place)).toEqual([])
    await page.close()
  })

  it('fetches chart and map when they are needed, from itself alone, within 120 kB at first', async () => {
    const page = await screen.open('?period=today')
    await page.waitForLoadState('networkidle')
    const seen = watch(page, screen.server)
    const scripts = new Map<string, number>()
    page.on('response', async response => {
      if (!response.url().endsWith('.js')) return
      scripts.set(response.url(), gzipSync(await response.body()).length)
    })
    // The map lies below a window of this height.
    await page.setViewportSize({ width: 1280, height: 560 })
    await page.reload()
    await page.locator('canvas[role=img]').waitFor()
    await page.waitForLoadState('networkidle')
    const first = [...scripts].filter(([url]) => !/chart-js|world-map/.test(url))
    expect([...scripts.keys()].some(url => url.includes('world-map'))).toBe(false)
    expect(first.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThan(120_000)
    await page.getByRole('region', { name: 'Locations' }).scrollIntoViewIfNeeded()
    await page.getByRole('group', { name: 'Visitors by country' }).waitFor()
    await expect.poll(() => [...scripts.keys()].some(url => url.includes('world-map'))).toBe(true)
    expect(seen).toEqual([])
    await page.close()
  })

  it.each([1280, 360])('moves nothing while it loads, %i px wide', async width => {
    const page = await screen.open('?period=today&tab.devices=browser_versions', { width })
    await page.waitForLoadState('networkidle')
    const moved = await page.evaluate(
      () =>
        new Promise<number>(resolve => {
          let sum = 0
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) if ('value' in entry) sum += Number(entry.value)
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(sum), 200)
        }),
    )
    expect(moved).toBeLessThan(0.02)
    await page.close()
  })

  it.each([
    { name: 'light', options: {} },
    { name: 'dark', options: { dark: true } },
    { name: 'narrow', options: { width: 360, touch: true } },
  ])('has no flaw that axe finds, and fits: $name', async ({ options }) => {
    const page = await screen.open(
      '?period=today&tab.sources=utm_medium&tab.goals=properties&property=size&tab.devices=browser_versions',
      options,
    )
    await page.getByRole('region', { name: 'Locations' }).scrollIntoViewIfNeeded()
    await page.getByRole('group', { name: 'Visitors by country' }).waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })
})
