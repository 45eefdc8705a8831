import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flawsOf } from '../support/page-flaws.ts'
import { callApi } from '../support/server.ts'
import { openStatisticsScreen, type StatisticsScreen, watch } from '../support/statistics-screen.ts'

const visitor = (number: number) => `91.152.10.${number}`
/**
 * Six go from the front page to the kayaks, of whom five buy one; two go to the paddles; one comes to the kayaks first. What
 * the tabs must show of them is counted by hand.
 */
const EVENTS = [
  ...[1, 2, 3, 4, 5, 6].flatMap(number => [
    { address: visitor(number), page: '/' },
    { address: visitor(number), page: '/kajakit' },
  ]),
  ...[1, 2, 3, 4, 5].map(number => ({
    address: visitor(number),
    page: '/kajakit',
    name: 'Purchase',
    props: { size: number < 3 ? 'L' : 'M' },
  })),
  ...[7, 8].flatMap(number => [
    { address: visitor(number), page: '/' },
    { address: visitor(number), page: '/melat' },
  ]),
  { address: visitor(9), page: '/kajakit' },
  { address: visitor(9), page: '/' },
]

describe('goals, funnels and journeys, on the dashboard', () => {
  let screen: StatisticsScreen
  beforeAll(async () => {
    screen = await openStatisticsScreen(EVENTS)
  })
  afterAll(() => screen.close())

  const site = () => `${screen.server.address}/sites/example.com`
  const panel = (page: Page) => page.getByRole('region', { name: 'Goals and events', exact: true })
  /** Cells of a table's rows, the headings left out. */
  const rowsOf = async (page: Page) =>
    (await panel(page).locator('tbody tr').allInnerTexts()).map(row => row.split(/\s*\t\s*|\n+/))

  it('makes a goal of what was seen, says what it would have counted, and what is wrong', async () => {
    const page = await screen.open('?period=today')
    const seen = watch(page, screen.server)
    await panel(page).getByRole('link', { name: 'Edit goals' }).click()
    await page.getByText('There is no goal yet.').waitFor()
    await page.getByRole('button', { name: 'Add a goal' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Type or choose the name of an event.').waitFor()
    expect(await page.getByLabel('Event', { exact: true }).getAttribute('aria-invalid')).toBe('true')
    await expect
      .poll(() =>
        page.locator('datalist option').evaluateAll(all => all.map(one => one.getAttribute('value'))),
      )
      .toContain('Purchase')
    await page.getByLabel('Event', { exact: true }).fill('Purchase')
    await page.getByText('It would have counted 5 visitors in the last 30 days.').waitFor()
    await page.getByRole('button', { name: 'Add a property' }).click()
    await page.getByLabel('Property 1', { exact: true }).fill('size')
    await page.getByLabel('Value of property 1').fill('L')
    await page.getByText('It would have counted 2 visitors in the last 30 days.').waitFor()
    await page.getByLabel('Currency (optional)').fill('XYZ')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('must be a currency code of ISO 4217').waitFor()
    await page.getByLabel('Currency (optional)').fill('')
    await page.getByRole('button', { name: 'Take property 1 away' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The goal Purchase is saved.').waitFor()
    await page.getByText('5 visitors in the last 30 days').waitFor()
    expect(seen.filter(line => !/400/.test(line))).toEqual([])
    await page.close()
  })

  it('makes a goal of pages that fit a pattern', async () => {
    const page = await screen.openPath('/sites/example.com/goals')
    await page.getByRole('button', { name: 'Add a goal' }).click()
    await page.getByRole('radio', { name: 'a page is viewed' }).check()
    await page.getByLabel('Page', { exact: true }).fill('/ka*')
    await page.getByText('It would have counted 7 visitors in the last 30 days.').waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The goal Visit /ka* is saved.').waitFor()
    await page.getByText('7 visitors in the last 30 days').waitFor()
    await page.close()
  })

  it('makes a goal of reading, gives it another name, and removes it', async () => {
    const page = await screen.openPath('/sites/example.com/goals')
    await page.getByRole('button', { name: 'Add a goal' }).click()
    await page.getByRole('radio', { name: 'a page is read to some depth' }).check()
    await page.getByLabel('Page', { exact: true }).fill('/melat')
    await page.getByText('What it counts is told here once it is saved').waitFor()
    await page.getByLabel('Name (optional)').fill('Visit /ka*')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Another goal is called Visit /ka* already.').waitFor()
    await page.getByLabel('Name (optional)').fill('Reading')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('/melat, read to 75%').waitFor()
    await page.getByRole('button', { name: 'Change the goal Reading' }).click()
    await page.getByLabel('Name (optional)').fill('Paddles read')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Change the goal Paddles read' }).waitFor()
    page.on('dialog', dialog => void dialog.accept())
    await page.getByRole('button', { name: 'Remove the goal Paddles read' }).click()
    await page.getByText('The goal Paddles read is removed.').waitFor()
    const { goals } = (await (
      await callApi(screen.server, screen.cookie, '/api/sites/example.com/goals')
    ).json()) as { goals: { display_name: string }[] }
    expect(goals.map(goal => goal.display_name)).toEqual(['Purchase', 'Visit /ka*'])
    await page.close()
  })

  it('makes a funnel with the keyboard alone, and shows who got how far', async () => {
    const page = await screen.open('?period=today&tab.goals=funnels')
    await panel(page).getByText('There is no funnel yet.').waitFor()
    await panel(page).getByRole('link', { name: 'Add a funnel' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Add a funnel' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Name' }).waitFor()
    // The focus is in the form: a name, how long it may take, then step after step, each with its kind first.
    const tab = async (times: number) => {
      for (let pressed = 0; pressed < times; pressed++) await page.keyboard.press('Tab')
    }
    await page.keyboard.type('Buying')
    await tab(3)
    await page.keyboard.type('/kajakit')
    // The front page last, to move it to where it belongs.
    await tab(3)
    await page.keyboard.type('/')
    await tab(1)
    await page.keyboard.press('Enter')
    expect(await page.getByLabel('Step 1', { exact: true }).inputValue()).toBe('/')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Move step 1 down',
    )
    await page.getByRole('button', { name: 'Add a step' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Goal')
    await tab(1)
    await page.keyboard.type('Purchase')
    await page.getByRole('button', { name: 'Save' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('The funnel Buying is saved.').waitFor()
    await page.getByRole('link', { name: 'Show the funnel Buying in the statistics' }).focus()
    await page.keyboard.press('Enter')
    await page.goto(`${page.url()}&period=today`)
    await expect
      .poll(async () =>
        (await panel(page).locator('ol li').allInnerTexts()).map(text => text.split(/\s*\n+\s*/)),
      )
      .toEqual([
        ['1', '/', '9', 'visits', '100.0%'],
        ['66.7% of the step before; 3 dropped off', '2', '/kajakit', '6', 'visits', '66.7%'],
        ['83.3% of the step before; 1 dropped off', '3', 'Purchase', '5', 'visits', '55.6%'],
      ])
    await panel(page).getByRole('button', { name: 'Table' }).click()
    expect(await rowsOf(page)).toEqual([
      ['/', '9', '100.0%', '–', '–'],
      ['/kajakit', '6', '66.7%', '66.7%', '3'],
      ['Purchase', '5', '55.6%', '83.3%', '1'],
    ])
    expect(page.url()).toContain('funnel=1')
    await page.close()
  })

  it('shows a funnel of the visits that the filters keep', async () => {
    const filters = encodeURIComponent('[["is","event:page",["/melat"]]]')
    const page = await screen.open(`?period=today&tab.goals=funnels&filters=${filters}`)
    await panel(page).getByRole('button', { name: 'Table' }).click()
    await expect
      .poll(() => rowsOf(page))
      .toEqual([
        ['/', '2', '100.0%', '–', '–'],
        ['/kajakit', '0', '0.0%', '0.0%', '2'],
        ['Purchase', '0', '0.0%', '–', '0'],
      ])
    await page.close()
  })

  it('follows a journey step by step and back, and tells of what it does not show', async () => {
    const page = await screen.open('?period=today&tab.goals=journeys')
    await panel(page).getByRole('button', { name: '/', exact: true }).click()
    await panel(page)
      .getByText('3 visits went other ways. Ways of fewer than 5 visits are not shown')
      .waitFor()
    expect(await rowsOf(page)).toEqual([['/kajakit', '6', '66.7%']])
    await panel(page).getByRole('link', { name: '/kajakit' }).focus()
    await page.keyboard.press('Enter')
    await panel(page).getByText('1 visit went another way.').waitFor()
    expect(await rowsOf(page)).toEqual([['Purchase', 'Event', '5', '83.3%']])
    // Who follows by keyboard goes on from where they are.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('/kajakit')
    const trail = panel(page).getByRole('navigation', { name: 'The way so far' }).getByRole('listitem')
    expect(await trail.allTextContents()).toEqual(['/ 9 visits', '/kajakit 6 visits'])
    expect(decodeURIComponent(page.url())).toContain('journey=page:/&step=page:/kajakit')
    await page.reload()
    await panel(page).getByRole('link', { name: 'Purchase' }).waitFor()
    await panel(page).getByRole('link', { name: 'Back to /', exact: true }).click()
    await panel(page).getByRole('link', { name: '/kajakit' }).waitFor()
    await page.close()
  })

  it('gives a funnel and a journey away as files, noted in the audit log, and as pictures', async () => {
    const page = await screen.open('?period=today&tab.goals=funnels')
    const take = async (what: string) => {
      if ((await panel(page).locator('details[open]').count()) === 0)
        await panel(page).locator('summary[aria-label$="take along"]').click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        panel(page).getByRole('button', { name: what, exact: true }).click(),
      ])
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
    }
    const funnel = await take('CSV')
    expect([funnel.name, funnel.bytes.toString()]).toEqual([
      'example.com-Buying.csv',
      'step,name,reached,step_rate,conversion_rate\r\n1,/,9,,100\r\n2,/kajakit,6,66.67,66.67\r\n3,Purchase,5,83.33,55.56\r\n',
    ])
    expect((await take('Picture (PNG)')).bytes.subarray(1, 4).toString()).toBe('PNG')
    await page.goto(`${page.url().replace('funnels', 'journeys')}&journey=page:/`)
    await panel(page).getByRole('link', { name: '/kajakit' }).waitFor()
    const journey = await take('CSV')
    expect([journey.name, journey.bytes.toString()]).toEqual([
      'example.com-Journeys.csv',
      'visits,ways,step_1\r\n6,1,/kajakit\r\n3,2,\r\n',
    ])
    expect(JSON.parse((await take('JSON')).bytes.toString())).toMatchObject({ others: { visits: 3 } })
    const audit = await callApi(screen.server, screen.cookie, '/api/audit', undefined, 'GET')
    expect(JSON.stringify(await audit.json()).match(/statistics_exported/g)?.length).toBeGreaterThanOrEqual(3)
    await page.close()
  })

  it('follows the other way what came before a goal, to where the visit began', async () => {
    const page = await screen.open('?period=today&tab.goals=journeys&journey=page:/')
    await panel(page).getByRole('button', { name: 'Begin elsewhere' }).click()
    await panel(page).getByLabel('What happens').selectOption('Goal')
    await panel(page).getByLabel('Where does it begin?').selectOption('Purchase')
    await panel(page).getByRole('button', { name: 'Show' }).click()
    await panel(page).getByText('The visit ended').waitFor()
    await panel(page).getByRole('button', { name: 'What came before' }).click()
    await panel(page).getByRole('link', { name: '/kajakit' }).click()
    await panel(page).getByRole('link', { name: '/', exact: true }).click()
    await panel(page).getByText('The visit began here').waitFor()
    expect(await rowsOf(page)).toEqual([['The visit began here', '5', '100.0%']])
    await page.close()
  })

  const LOOKS = [
    { name: 'light', options: {} },
    { name: 'dark and narrow', options: { dark: true, width: 360, touch: true } },
  ]

  it.each(LOOKS)('have tabs without a flaw that axe finds, which fit: $name', async ({ options }) => {
    const page = await screen.open('?period=today&tab.goals=funnels', options)
    await panel(page).getByText('83.3% of the step before').waitFor()
    expect(await flawsOf(page)).toEqual([])
    await panel(page).getByRole('button', { name: 'Table' }).click()
    expect(await flawsOf(page)).toEqual([])
    await panel(page).getByRole('link', { name: 'Journeys' }).click()
    await panel(page).getByRole('button', { name: '/', exact: true }).click()
    await panel(page).getByRole('link', { name: '/kajakit' }).waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })

  it.each(LOOKS)('have editors without a flaw that axe finds, which fit: $name', async ({ options }) => {
    const page = await screen.openPath('/sites/example.com/goals', options)
    await page.getByRole('button', { name: 'Change the goal Purchase' }).click()
    await page.getByRole('button', { name: 'Add a property' }).click()
    await page.getByText('It would have counted 5 visitors').waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.goto(`${site()}/funnels`)
    await page.getByRole('button', { name: 'Change the funnel Buying' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Give the funnel a name.').waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })
})
