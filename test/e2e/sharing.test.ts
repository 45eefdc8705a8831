import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROME_UA, openBrowser } from '../support/browser.ts'
import { flawsOf } from '../support/page-flaws.ts'
import { callApi, createOwner, startServer, type TestServer } from '../support/server.ts'

const PASSWORD = 'correct horse battery'
const SCREENS = [
  [1280, 'light'],
  [360, 'dark'],
] as const

describe('links to the statistics, in the dashboard', () => {
  let server: TestServer
  let browser: Browser
  let cookie: string
  beforeAll(async () => {
    server = await startServer()
    cookie = await createOwner(server)
    for (const domain of ['example.com', 'empty.example'])
      await callApi(server, cookie, '/api/sites', { domain, timezone: 'UTC' })
    for (const page of ['/', '/prices']) {
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

  interface Options {
    readonly width?: number
    readonly colorScheme?: 'light' | 'dark'
    readonly signedIn?: boolean
  }

  async function open(
    address: string,
    { width = 1280, colorScheme = 'light', signedIn = false }: Options = {},
  ): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
    const [name = '', value = ''] = cookie.split('=')
    if (signedIn) await context.addCookies([{ name, value, url: server.address }])
    const page = await context.newPage()
    await page.goto(address)
    return page
  }

  async function make(domain: string, body: object): Promise<{ address: string; id: string }> {
    const answer = await callApi(server, cookie, `/api/sites/${domain}/share-links`, body)
    const { token, id }: { token: string; id: string } = await answer.json()
    return { address: `${server.address}/share#${token}`, id }
  }

  async function expectSound(page: Page): Promise<void> {
    expect(await flawsOf(page)).toEqual([])
  }

  it('are made with a password, shown once, opened by somebody without an account, and revoked', {
    timeout: 60_000,
  }, async () => {
    const page = await open(`${server.address}/sites/example.com`, { signedIn: true })
    await page.getByLabel('Account and appearance').click()
    await page.getByRole('link', { name: 'Sharing' }).click()
    await page.getByText('There are none yet.').waitFor()
    await page.getByLabel('Who is it for?').fill('The board')
    await page.getByLabel('for 30 days').check()
    await page.getByLabel('Password (optional)').fill('short')
    await page.getByRole('button', { name: 'Make link' }).click()
    await page.locator('.fault').waitFor()
    await page.getByLabel('Password (optional)').fill(PASSWORD)
    await page.getByRole('button', { name: 'Make link' }).click()
    await page.getByText('Copy the link now').first().waitFor()
    const address = (await page.locator('pre code').textContent()) ?? ''
    expect(address).toMatch(new RegExp(`^${server.address}/share#hanki_share_`))

    const guest = await open(address)
    await guest.getByText('This link has a password').waitFor()
    await guest.getByRole('button', { name: 'Show the statistics' }).click()
    await guest.getByText('Type your password.').waitFor()
    await guest.getByLabel('Password').fill('wrong horse battery')
    await guest.getByRole('button', { name: 'Show the statistics' }).click()
    await guest.getByText('This is not the password of this link.').waitFor()
    await guest.getByLabel('Password').fill(PASSWORD)
    await guest.getByRole('button', { name: 'Show the statistics' }).click()
    await guest.getByRole('button', { name: /^\/prices/ }).waitFor()

    await page.reload()
    await page.getByText('The board', { exact: true }).waitFor()
    expect(await page.content()).not.toContain(address.split('#')[1])
    page.on('dialog', dialog => void dialog.accept())
    await page.getByRole('button', { name: 'Revoke The board' }).click()
    await page.getByText('There are none yet.').waitFor()
    await guest.getByText('This link cannot be used').waitFor()
    await guest.context().close()
    await page.context().close()
  })

  it('show the statistics and nothing to change, and stay the address of what is seen', {
    timeout: 60_000,
  }, async () => {
    const { address } = await make('example.com', {})
    const page = await open(address)
    await page.getByRole('button', { name: /^\/prices/ }).click()
    await page.getByRole('button', { name: /Remove the filter/ }).waitFor()
    await page.getByLabel(/^Period: /).click()
    await page.getByRole('link', { name: 'Today' }).click()
    const shown = new URL(page.url())
    expect([shown.pathname, `${server.address}/share${shown.hash}`]).toEqual(['/share', address])
    expect(shown.search).toMatch(/period=today.*filters=/)
    await page.reload()
    await page.getByRole('button', { name: /Remove the filter/ }).waitFor()

    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    expect(page.url()).toBe(shown.href)

    for (const name of ['Account and appearance', /Switch site/])
      expect(await page.getByLabel(name).count()).toBe(0)
    for (const words of ['not counted today', 'Sign out', 'Settings'])
      expect(await page.getByText(words).count()).toBe(0)
    expect(await page.context().cookies()).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    await page.context().close()
  })

  it('are no session: whoever is signed in is so again on every other screen', async () => {
    const { address } = await make('empty.example', {})
    const page = await open(address, { signedIn: true })
    await page.getByText('Nothing was counted yet').waitFor()
    await page.goto(`${server.address}/sites/example.com`)
    await page.getByRole('button', { name: /^\/prices/ }).waitFor()
    expect(await page.getByLabel('Account and appearance').count()).toBe(1)
    await page.context().close()
  })

  it('look right on every screen, and say when they are over', { timeout: 60_000 }, async () => {
    const open_ = await make('example.com', { name: 'W'.repeat(60) })
    const closed = await make('example.com', { password: PASSWORD, expires_in_days: 30 })
    for (const [width, colorScheme] of SCREENS) {
      const sharing = await open(`${server.address}/sites/example.com/sharing`, {
        width,
        colorScheme,
        signedIn: true,
      })
      await sharing.getByRole('button', { name: /^Revoke W/ }).waitFor()
      await expectSound(sharing)
      await sharing.context().close()

      for (const [address, words] of [
        [open_.address, 'Seen through a link'],
        [closed.address, 'This link has a password'],
        [`${server.address}/share#nothing`, 'Ask for a new one'],
      ] as const) {
        const page = await open(address, { width, colorScheme })
        await page.getByText(words).waitFor()
        if (address === open_.address) await page.getByRole('button', { name: /^\/prices/ }).waitFor()
        await expectSound(page)
        await page.context().close()
      }
    }
  })
})
