import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flawsOf } from '../support/page-flaws.ts'
import { FIREFOX_UA, openStatisticsScreen, type StatisticsScreen } from '../support/statistics-screen.ts'

const EVENTS = [
  { address: '91.152.30.1', page: '/', referrer: 'https://www.google.fi/' },
  { address: '91.152.30.1', page: '/kajakit' },
  { address: '91.152.30.2', page: '/', ua: FIREFOX_UA, referrer: 'https://www.google.fi/' },
  { address: '78.72.30.3', page: '/blogi/jää', referrer: 'https://www.bing.com/' },
]

describe('filters, periods and keys of the statistics', () => {
  let screen: StatisticsScreen
  beforeAll(async () => {
    screen = await openStatisticsScreen(EVENTS)
  })
  afterAll(() => screen.close())

  const today = '?period=today'
  const visitors = (page: Page, count: number) =>
    page.getByRole('button', { name: new RegExp(`^visitors\\D+${count}\\b`, 'i') }).waitFor()
  const row = (page: Page, name: RegExp) => page.locator('.row', { hasText: name }).first()

  it('leaves out a row that is pressed with Alt', async () => {
    const page = await screen.open(today)
    await row(page, /Google/).click({ modifiers: ['Alt'] })
    await visitors(page, 1)
    expect(decodeURIComponent(page.url())).toContain('"is_not","visit:source",["Google"]')
    await page.close()
  })

  it('keeps or leaves out a row of two dimensions as the pair that it is', async () => {
    const page = await screen.open(`${today}&tab.devices=browser_versions`)
    await row(page, /Chrome 141/).click()
    await visitors(page, 2)
    expect(await page.getByRole('button', { name: /^Remove the filter/ }).count()).toBe(2)
    await row(page, /Chrome 141/).click()
    await visitors(page, 3)
    await row(page, /Chrome 141/).click({ modifiers: ['Alt'] })
    await visitors(page, 1)
    await page.getByRole('button', { name: 'Remove the filter: Without Chrome 141' }).click()
    await visitors(page, 3)
    await page.close()
  })

  it('leaves out a row by keyboard, with its own button', async () => {
    const page = await screen.open(today)
    await row(page, /Google/).focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Leave out Google',
    )
    await page.keyboard.press('Enter')
    await visitors(page, 1)
    await page.close()
  })

  it('turns "is" into "is not" in the chip, as fingers can', async () => {
    const page = await screen.open(today, { width: 360, touch: true })
    await row(page, /Google/).tap()
    await visitors(page, 2)
    await page.locator('summary', { hasText: 'Source is Google' }).tap()
    const chips = page.getByRole('list', { name: 'Filters' })
    await chips.getByLabel('How').selectOption('is_not')
    await chips.getByRole('button', { name: 'Apply' }).tap()
    await visitors(page, 1)
    await page.getByRole('button', { name: 'Remove the filter: Source is not Google' }).tap()
    await visitors(page, 3)
    await page.close()
  })

  it.each([
    { operator: 'is', value: '/kajakit', count: 1, says: 'Page is /kajakit' },
    { operator: 'is_not', value: '/', count: 2, says: 'Page is not /' },
    { operator: 'contains', value: 'BLOGI', count: 1, says: 'Page contains BLOGI' },
    { operator: 'contains_not', value: 'blogi', count: 2, says: 'Page does not contain blogi' },
    { operator: 'matches', value: '^/(kajakit|blogi)', count: 2, says: 'Page matches ^/(kajakit|blogi)' },
    { operator: 'matches_not', value: '^/$', count: 2, says: 'Page does not match ^/$' },
  ])('filters by hand: $says', async ({ operator, value, count, says }) => {
    const page = await screen.open(today)
    await page.keyboard.press('/')
    await page.getByRole('banner').getByLabel('How').selectOption(operator)
    await page.getByLabel('Value', { exact: true }).fill(value)
    await page.keyboard.press('Enter')
    await page.locator('summary', { hasText: says }).waitFor()
    await visitors(page, count)
    await page.close()
  })

  it('takes one of several values, countries by their names', async () => {
    const page = await screen.open(today)
    await page.keyboard.press('/')
    await page.getByRole('banner').getByLabel('What').selectOption('visit:country')
    await page.locator('datalist option[value="Sweden"]').waitFor({ state: 'attached' })
    await page.getByLabel('Value', { exact: true }).fill('finland')
    await page.getByRole('button', { name: 'Add the value' }).click()
    await page.getByLabel('Or another value').fill('Sweden')
    await page.keyboard.press('Enter')
    await page.locator('summary', { hasText: 'Country is Finland or Sweden' }).waitFor()
    await visitors(page, 3)
    await page.close()
  })

  it('steps from period to period, by button and by key, and back with the browser', async () => {
    const page = await screen.open(today)
    await page.getByRole('link', { name: 'One period earlier' }).click()
    await page.waitForURL(/period=yesterday/)
    await page.locator('main').click({ position: { x: 1, y: 1 } })
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(/period=today/)
    await page.goBack()
    await page.waitForURL(/period=yesterday/)
    await page.close()
  })

  it('takes own dates by keyboard', async () => {
    const page = await screen.open(today)
    await page.keyboard.press('c')
    const form = page.locator('details[data-menu="period"] form')
    const from = form.getByLabel('From')
    expect(await from.evaluate(input => input === document.activeElement)).toBe(true)
    await from.fill('2026-01-01')
    await form.getByLabel('To', { exact: true }).fill('2026-01-31')
    await page.keyboard.press('Enter')
    await page.waitForURL(/period=custom&from=2026-01-01&to=2026-01-31/)
    await visitors(page, 0)
    await page.close()
  })

  it('leaves today out of a period that would end with it, until it is wanted again', async () => {
    const page = await screen.open('?period=7d')
    await page.locator('details[data-menu="period"] summary').press('Enter')
    const without = page.getByRole('switch', { name: 'Without today' })
    await without.press('Enter')
    await page.waitForURL(/period=7d&until=yesterday$/)
    await visitors(page, 0)
    expect(await without.getAttribute('aria-checked')).toBe('true')
    await page.getByText('Last 7 days, without today').first().waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    const table = page.getByRole('region', { name: 'Table' })
    await expect.poll(() => table.getByRole('row').count()).toBe(8)
    expect(await table.getByText('still counting').count()).toBe(0)
    expect(await page.getByRole('link', { name: 'One period later' }).count()).toBe(0)
    await page.keyboard.press('ArrowLeft')
    await page.waitForURL(/period=custom/)
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(/period=7d&until=yesterday$/)
    await page.keyboard.press('d')
    await visitors(page, 3)
    await page.locator('details[data-menu="period"] summary').press('Enter')
    expect(await without.count()).toBe(0)
    await page.getByRole('link', { name: 'Last 28 days' }).press('Enter')
    await page.getByText('Last 28 days, without today', { exact: true }).waitFor()
    await page.locator('details[data-menu="period"] summary').press('Enter')
    await without.press('Space')
    await page.waitForURL(/period=28d$/)
    await visitors(page, 3)
    await page.close()
  })

  it('compares with what is chosen, or with nothing', async () => {
    const page = await screen.open('?period=7d')
    await page.getByText(/^Previous: /).waitFor()
    await page.keyboard.press('x')
    await page.getByRole('link', { name: 'A year earlier' }).click()
    await page.getByText(/^A year earlier: /).waitFor()
    expect(page.url()).toContain('compare=year')
    await page.keyboard.press('x')
    await page.getByRole('link', { name: 'Nothing' }).click()
    await page.getByText(/^A year earlier: /).waitFor({ state: 'detached' })
    await expect.poll(() => page.getByText('no earlier data').count()).toBe(0)
    await page.close()
  })

  it('compares with own dates, typed', async () => {
    const page = await screen.open('?period=7d')
    await page.keyboard.press('x')
    const form = page.locator('details[data-menu="compare"] form')
    await form.getByLabel('From').fill('2025-01-01')
    await form.getByLabel('To', { exact: true }).fill('2025-01-07')
    await page.keyboard.press('Enter')
    await page.getByText(/^Compared: 1\D+7 Jan 2025/).waitFor()
    expect(page.url()).toContain('compare=custom&compare_from=2025-01-01&compare_to=2025-01-07')
    await page.keyboard.press('w')
    await page.getByText(/^Previous: /).waitFor()
    await page.close()
  })

  it('draws a figure that is pressed, in the interval that is chosen, and shows its table by key', async () => {
    const page = await screen.open('?period=7d')
    await page.getByRole('button', { name: /^bounce rate/i }).click()
    await page.waitForURL(/metric=bounce_rate/)
    await page.getByRole('link', { name: 'Hour', exact: true }).click()
    await page.waitForURL(/interval=hour/)
    await page.keyboard.press('g')
    const table = page.getByRole('region', { name: 'Table' })
    await table.getByRole('columnheader', { name: 'Bounce rate' }).waitFor()
    await table.getByText('still counting').waitFor()
    await page.close()
  })

  it('has a line over the period in every figure, for eyes only', async () => {
    const page = await screen.open('?period=7d')
    const figures = page.getByRole('list', { name: 'Figures of the period' })
    await expect.poll(() => figures.locator('svg[aria-hidden="true"]').count()).toBe(6)
    expect(await figures.getByRole('img').count()).toBe(0)
    await page.close()
  })

  it('shows itself on a wall, says when its numbers grow old, comes back, and is left by Escape', async () => {
    const page = await screen.open('?period=7d')
    await page.keyboard.press('v')
    await page.waitForURL(/wall=1/)
    const figures = page.getByText('Visitors', { exact: true }).locator('..')
    await figures.getByText('3', { exact: true }).waitFor()
    await page.getByRole('region', { name: 'Sources' }).getByText('Google').waitFor()
    await page.locator('canvas[role=img]').waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.route('**/api/**', route => route.abort())
    await page.getByText(/^The collector does not answer/).waitFor()
    await figures.getByText('3', { exact: true }).waitFor()
    await page.unroute('**/api/**')
    await page.getByText(/^The collector does not answer/).waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.waitForURL(/\?period=7d$/)
    await visitors(page, 3)
    await page.close()
  })

  it('fits a wall of any size', async () => {
    const page = await screen.open('?period=today', { width: 360, touch: true })
    await page.getByLabel('Account and appearance').tap()
    await page.getByRole('link', { name: 'Wall display' }).tap()
    await page.getByRole('region', { name: 'Pages' }).getByText('/kajakit').waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.getByRole('button', { name: /^Leave/ }).tap()
    await visitors(page, 3)
    await page.close()
  })

  it('lists its keys, and lets them be switched off', async () => {
    const page = await screen.open(today)
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await keys.getByText('Last 7 days').waitFor()
    expect(await flawsOf(page)).toEqual([])
    await keys.getByLabel('These keys work').uncheck()
    await page.keyboard.press('Escape')
    await keys.waitFor({ state: 'detached' })
    await page.keyboard.press('w')
    await page.keyboard.press('?')
    expect(page.url()).toContain('period=today')
    expect(await keys.count()).toBe(0)
    await page.getByRole('button', { name: /^keys/i }).click()
    await keys.getByLabel('These keys work').check()
    await page.keyboard.press('Escape')
    await page.keyboard.press('w')
    await page.waitForURL(/period=7d/)
    await page.close()
  })

  it('says what a figure is where it is pointed at, and that every event is counted', async () => {
    const page = await screen.open('?period=7d')
    await page.getByRole('button', { name: /^bounce rate/i }).hover()
    await page.getByText('Share of visits with one page view and no interactive custom event.').waitFor()
    await page.getByText('Visitors are counted per day and added up.').waitFor()
    expect(await page.getByText('Exact').getAttribute('title')).toMatch(/nothing is sampled/i)
    await page.close()
  })

  it('has touch targets of 24 px at least', async () => {
    const page = await screen.open(
      `${today}&filters=[["is","visit:source",["Google"]],["is_not","event:page",["/x"]]]`,
      {
        width: 360,
        touch: true,
      },
    )
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('a, button, summary, input, select')].flatMap(element => {
        const { width, height } = element.getBoundingClientRect()
        const isShown = width > 1 && height > 1 && !element.closest('details:not([open]) > :not(summary)')
        // Links inside a sentence are as high as their line.
        return isShown && (width < 24 || height < 24)
          ? [`${element.outerHTML.slice(0, 120)} ${width} × ${height}`]
          : []
      }),
    )
    expect(small).toEqual([])
    await page.close()
  })
})
