import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { callApi, createOwner, OWNER, startServer, type TestServer } from '../support/server.ts'
import { FIREFOX_UA, sendEvents } from '../support/statistics-screen.ts'

const EVENTS = [
  { address: '91.152.40.1', page: '/', referrer: 'https://www.google.fi/' },
  { address: '91.152.40.1', page: '/kajakit' },
  { address: '91.152.40.2', page: '/melat', ua: FIREFOX_UA, referrer: 'https://www.google.fi/' },
  { address: '78.72.40.3', page: '/blogi', referrer: 'https://www.bing.com/' },
]

/** More stops than a screen has. */
const MOST_STOPS = 100

interface Stop {
  /** As far as names come from labels, texts and attributes. */
  readonly name: string
  readonly isBody: boolean
  /** Whether somebody sees where the keyboard is. */
  readonly isSeen: boolean
}

/** What has the focus. */
function stopOf(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const isBody = element === document.body
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined
    const name = element.getAttribute('aria-label') ?? label ?? element.textContent ?? ''
    // A card has its outline around all of it, a choice around its words.
    const beside = element.nextElementSibling
    const styles = [
      getComputedStyle(element),
      getComputedStyle(element, '::after'),
      ...(beside === null ? [] : [getComputedStyle(beside)]),
    ]
    const hasOutline = styles.some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
    )
    const box = element.getBoundingClientRect()
    const isOnScreen = box.width > 1 && box.bottom > 0 && box.top < innerHeight
    return {
      name: isBody ? '' : name.replaceAll(/\s+/g, ' ').trim(),
      isBody,
      isSeen: isOnScreen && hasOutline,
    }
  })
}

describe('the dashboard by keyboard alone', { timeout: 60_000 }, () => {
  let server: TestServer
  let browser: Browser
  /** One window, whose tests are the legs of one tour. */
  let page: Page
  beforeAll(async () => {
    server = await startServer()
    const cookie = await createOwner(server)
    for (const domain of ['example.com', 'other.example'])
      await callApi(server, cookie, '/api/sites', { domain, timezone: 'Europe/Helsinki' })
    await sendEvents(server, EVENTS)
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
    page.setDefaultTimeout(8_000)
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    server.remove()
  })

  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  /** Goes forward to what is called so; every stop on the way is seen. */
  const tabTo = async (name: RegExp, key = 'Tab') => {
    const passed: string[] = []
    while (passed.length < MOST_STOPS) {
      await press(key)
      const stop = await stopOf(page)
      if (!stop.isBody) expect(stop).toMatchObject({ isSeen: true })
      if (name.test(stop.name)) return
      passed.push(stop.name)
    }
    throw new Error(`Nothing is called ${name} among ${passed.join(' | ')}`)
  }
  const isAt = (name: RegExp) =>
    expect
      .poll(() => stopOf(page))
      .toMatchObject({ name: expect.stringMatching(name), isBody: false, isSeen: true })
  const visitors = (count: number) =>
    page.getByRole('button', { name: new RegExp(`^visitors\\D+${count}\\b`, 'i') }).waitFor()

  it('signs in, chooses a site among all, and another in the switcher', async () => {
    await page.goto(server.address)
    await page.getByLabel('E-mail').waitFor()
    await tabTo(/^E-mail/)
    await page.keyboard.type(OWNER.email)
    await tabTo(/^Password/)
    await page.keyboard.type(OWNER.password)
    await press('Enter')
    await page.waitForURL(/\/sites$/)
    await page.getByRole('link', { name: 'other.example' }).waitFor()
    await tabTo(/^other\.example/)
    await press('Enter')
    await page.waitForURL(/other\.example$/)
    await page.getByText('Nothing arrives?').waitFor()
    await tabTo(/^Site: other\.example/)
    await press('Enter', 'ArrowDown', 'Enter')
    await page.waitForURL(/\/sites\/example\.com$/)
    await visitors(3)
  })

  it('changes the period, draws another figure, and opens the table of the chart', async () => {
    await tabTo(/^Period: Last 30 days/)
    await press('Enter', 'ArrowDown')
    await isAt(/^Today/)
    await press('Enter')
    await page.waitForURL(/period=today/)
    await isAt(/^Period: Today/)
    await visitors(3)
    await tabTo(/^Page views/)
    await press('Enter')
    await page.waitForURL(/metric=pageviews/)
    await isAt(/^Page views/)
    await tabTo(/^Show as table/)
    await press('Enter')
    await page.getByRole('region', { name: 'Table' }).waitFor()
    await isAt(/^Hide/)
  })

  it('takes a list along as a file', async () => {
    await tabTo(/^Sources: take along/)
    await press('Enter', 'ArrowDown')
    const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')])
    expect(await readFile(await download.path(), 'utf8')).toContain('Google')
    await isAt(/CSV/)
    await press('Escape')
    await isAt(/^Sources: take along/)
  })

  it('keeps a row, leaves one out, and removes the chip of that', async () => {
    await tabTo(/^\S* ?Google/)
    await press('Enter')
    await visitors(2)
    await isAt(/^\S* ?Google/)
    await press('Enter')
    await visitors(3)
    await isAt(/^\S* ?Google/)

    // Leave a row out: the next one takes its place.
    await press('Tab')
    await isAt(/^Leave out Google/)
    await press('Enter')
    await visitors(1)
    await isAt(/^Leave out Bing/)
    // Remove its chip.
    await tabTo(/^Remove the filter: Source is not Google/, 'Shift+Tab')
    await press('Enter')
    await visitors(3)
    await isAt(/^Visitors/)
  })

  it('searches and sorts a whole list, leaves it, and chooses from it', async () => {
    await tabTo(/^(All \d+|Details).*pages/i)
    await press('Enter')
    const dialog = page.getByRole('dialog', { name: /pages/i })
    await dialog.getByText('/melat').waitFor()
    await tabTo(/^Search/)
    await page.keyboard.type('m')
    await dialog.getByText('/kajakit').waitFor({ state: 'detached' })
    await isAt(/^Search/)
    await press('Backspace')
    await dialog.getByText('/kajakit').waitFor()
    await tabTo(/Page views$/)
    await press('Enter')
    await page.waitForURL(/sort=/)
    await isAt(/Page views$/)
    await press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await isAt(/^(All \d+|Details).*pages/i)
    await press('Enter')
    await dialog.getByText('/melat').waitFor()
    await tabTo(/^Leave out \/melat/)
    await press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await visitors(2)
    await isAt(/^(All \d+|Details).*pages/i)
  })

  it('opens the keys, and goes to the settings and back', async () => {
    await press('?')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await keys.waitFor()
    await press('Escape')
    await keys.waitFor({ state: 'detached' })
    await isAt(/^(All \d+|Details).*pages/i)
    await tabTo(/^Account and appearance/, 'Shift+Tab')
    await press('Enter')
    await tabTo(/^Settings/)
    await press('Enter')
    await page.waitForURL(/settings/)
    await page.getByLabel('Domain').first().waitFor()
    await tabTo(/^Hanki/)
    await press('Enter')
    await page.waitForURL(/\/sites$/)
    await tabTo(/^example\.com/)
    await press('Enter')
    await visitors(3)
  })
})
