import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROME_UA, openBrowser } from '../support/browser.ts'
import { openOwnerPage } from '../support/owner-page.ts'
import { flawsOf } from '../support/page-flaws.ts'
import { callApi, createOwner, startServer, type TestServer } from '../support/server.ts'

/** The languages with the longest words. */
const LONGEST = [
  ['fi', 'light'],
  ['de', 'dark'],
  ['fr', 'light'],
] as const

describe('the languages of the dashboard', () => {
  let server: TestServer
  let browser: Browser
  let cookie: string
  beforeAll(async () => {
    server = await startServer()
    cookie = await createOwner(server)
    await callApi(server, cookie, '/api/sites', { domain: 'example.com', timezone: 'UTC' })
    for (const page of ['/', '/prices', '/contact']) {
      await fetch(`${server.address}/api/event`, {
        method: 'POST',
        headers: { 'user-agent': CHROME_UA },
        body: JSON.stringify({ n: 'pageview', u: `https://example.com${page}`, d: 'example.com' }),
      })
    }
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    server.remove()
  })

  /** Dictionaries that a page fetches from now on. */
  function dictionariesOf(page: Page): Set<string> {
    const seen = new Set<string>()
    page.on('request', request => {
      const [, language] = /\/assets\/(en|fi|sv|de|fr)-[^/]+\.js$/.exec(request.url()) ?? []
      if (language !== undefined) seen.add(language)
    })
    return seen
  }

  const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang)

  it('are the browser’s at first, then the chosen one, which is the only one fetched', async () => {
    const context = await browser.newContext({ locale: 'fi-FI', viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    const fetched = dictionariesOf(page)
    await page.goto(`${server.address}/sign-in?return=/account`)
    await page.getByLabel('Sähköposti').fill('nobody@example.fi')
    await page.getByLabel('Salasana').fill('not the right one')
    await page.getByRole('button', { name: 'Kirjaudu sisään' }).click()
    await page.getByText('Sähköpostiosoite tai salasana on väärä.').waitFor()
    expect(await languageOf(page)).toBe('fi')
    expect([...fetched]).toEqual(['fi'])

    await page.getByLabel('Kieli: Suomi. Vaihda').click()
    fetched.clear()
    await page.getByRole('button', { name: 'Deutsch' }).click()
    await page.getByRole('button', { name: 'Anmelden' }).waitFor()
    expect(page.url()).toBe(`${server.address}/sign-in?return=/account`)
    await page.reload()
    await page.getByRole('button', { name: 'Anmelden' }).waitFor()
    expect(await languageOf(page)).toBe('de')
    expect([...fetched]).toEqual(['de'])
    await context.close()
  })

  it('write numbers, dates, channels and definitions in their own way', async () => {
    const page = await openOwnerPage(
      browser,
      { address: server.address, cookie },
      '/sites/example.com?period=today&tab.sources=channels',
      { locale: 'fi-FI' },
    )
    const figures = page.getByRole('list', { name: 'Jakson luvut' })
    await figures.getByRole('button', { name: /Sivuja käyntiä kohti 3,00/ }).waitFor()
    await figures.getByRole('button', { name: /Välittömät poistumiset 0\s%/ }).waitFor()
    await page.getByRole('button', { name: /^Suora/ }).waitFor()
    expect(await page.getByText('Sivunäytöt jaettuna käynneillä.').count()).toBe(1)
    await page.getByRole('button', { name: 'Näytä taulukkona' }).click()
    await page.getByRole('rowheader', { name: /^\d+\.\d+\. klo 00\.00/ }).waitFor()

    await page.getByLabel('Tili ja ulkoasu').click()
    await page.getByRole('button', { name: 'Svenska' }).click()
    await page.getByRole('list', { name: 'Periodens siffror' }).waitFor()
    expect(page.url()).toContain('tab.sources=channels')
    await page.context().close()
  })

  it('fit a narrow screen and have no flaw that axe finds', { timeout: 90_000 }, async () => {
    for (const [locale, colorScheme] of LONGEST) {
      for (const path of [
        '/sites/example.com',
        '/sites/example.com/settings',
        '/sites/example.com/sharing',
      ]) {
        const page = await openOwnerPage(browser, { address: server.address, cookie }, path, {
          width: 360,
          colorScheme,
          locale,
        })
        await page.locator('h1, h2').first().waitFor()
        expect(await languageOf(page)).toBe(locale)
        expect(await flawsOf(page), `${path} in ${locale}`).toEqual([])
        if (path === '/sites/example.com') {
          await page.locator('.account summary').click()
          expect(await flawsOf(page), `the menu in ${locale}`).toEqual([])
        }
        await page.context().close()
      }
    }
  })
})
