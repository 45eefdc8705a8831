import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { runCommand } from '../support/command-line.ts'
import { callApi, createOwner, OWNER, startServer, type TestServer } from '../support/server.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PASSWORD = 'staple battery horse'
const PEOPLE = '/sites/example.com/people'

describe('people of a site, in the dashboard', () => {
  let server: TestServer
  let browser: Browser
  let cookie: string
  beforeAll(async () => {
    server = await startServer()
    cookie = await createOwner(server)
    for (const domain of ['example.com', 'example.net']) {
      await callApi(server, cookie, '/api/sites', { domain, timezone: 'Europe/Helsinki' })
    }
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    server.remove()
  })

  /** A browser of its own; signed in as the owner unless told otherwise. */
  async function open(path: string, options: { width?: number; signedIn?: boolean } = {}): Promise<Page> {
    const { width = 1280, signedIn = true } = options
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    const [name = '', value = ''] = cookie.split('=')
    if (signedIn) await context.addCookies([{ name, value, url: server.address }])
    const page = await context.newPage()
    await page.goto(`${server.address}${path}`)
    return page
  }

  /** Invites somebody on the people screen; gives the path of the link. */
  async function invite(page: Page, email: string, role: string): Promise<string> {
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Role', { exact: true }).selectOption({ label: role })
    await page.getByRole('button', { name: 'Invite' }).click()
    await page.getByText(`Send this link to ${email}`).waitFor()
    const link = await page.locator('code').textContent()
    return new URL(link ?? '').pathname + new URL(link ?? '').hash
  }

  it('are invited, join with a password of their own, and see what they may', async () => {
    const owner = await open('/sites/example.com')
    await owner.getByLabel('Account and appearance').click()
    await owner.getByRole('link', { name: 'People' }).click()
    const link = await invite(owner, 'maija@example.fi', 'Viewer')
    await owner.getByRole('button', { name: 'Take back the invitation of maija@example.fi' }).waitFor()

    const guest = await open(link, { signedIn: false })
    await guest.getByRole('heading', { name: 'Join example.com' }).waitFor()
    await guest.getByRole('button', { name: 'Join' }).click()
    await guest.getByText('Use at least 12 characters').waitFor()
    await guest.getByLabel('Password').fill(PASSWORD)
    await guest.getByRole('button', { name: 'Join' }).click()
    await guest.waitForURL(`${server.address}/sites/example.com**`)
    // The token is used up, and not in the address any more.
    expect(guest.url()).not.toContain('#')
    await guest.getByLabel('Account and appearance').click()
    await guest.getByText('maija@example.fi').waitFor()
    expect(await guest.getByRole('link', { name: 'People' }).count()).toBe(0)
    await guest.getByLabel(/Switch site/).click()
    expect(await guest.getByRole('link', { name: 'Add a site' }).count()).toBe(0)
    expect(await guest.getByRole('link', { name: 'example.net' }).count()).toBe(0)
    await guest.goto(`${server.address}/sites/example.net`)
    await guest.getByRole('heading', { name: 'example.net is not one of your sites' }).waitFor()

    await owner.reload()
    const changed = owner.waitForResponse(/\/people\/\w+$/)
    await owner.getByLabel('Role of maija@example.fi').selectOption({ label: 'Admin' })
    await changed
    await guest.goto(`${server.address}${PEOPLE}`)
    await guest.getByText(OWNER.email).waitFor()
    // Owners are not an admin's to change, nor is the role an admin's to give.
    expect(await guest.getByLabel(`Role of ${OWNER.email}`).count()).toBe(0)
    expect(await guest.getByLabel('Role', { exact: true }).locator('option').allTextContents()).toEqual([
      'Viewer',
      'Editor',
      'Admin',
    ])

    owner.on('dialog', dialog => void dialog.accept())
    await owner.getByRole('button', { name: 'Remove maija@example.fi' }).click()
    await owner.getByLabel('Role of maija@example.fi').waitFor({ state: 'detached' })
    await guest.goto(server.address)
    await guest.getByRole('heading', { name: 'There is no site here for you yet' }).waitFor()
    await owner.context().close()
    await guest.context().close()
  })

  it('who have an account sign in to join', async () => {
    const owner = await open(PEOPLE)
    const first = await invite(owner, 'antti@example.fi', 'Viewer')
    const guest = await open(first, { signedIn: false })
    await guest.getByLabel('Password').fill(PASSWORD)
    await guest.getByRole('button', { name: 'Join' }).click()
    await guest.waitForURL(`${server.address}/sites/example.com**`)
    await owner.goto(`${server.address}/sites/example.net/people`)
    const second = await invite(owner, 'antti@example.fi', 'Editor')

    const other = await open(second)
    await other.getByText(`you are signed in as ${OWNER.email}`).waitFor()
    await other.context().close()
    const again = await open(second, { signedIn: false })
    await again.getByText('Sign in as antti@example.fi to join example.net.').waitFor()
    await again.getByLabel('E-mail').fill('antti@example.fi')
    await again.getByLabel('Password').fill(PASSWORD)
    await again.getByRole('button', { name: 'Sign in' }).click()
    await again.getByRole('button', { name: 'Join' }).click()
    await again.waitForURL(`${server.address}/sites`)
    await again.getByRole('link', { name: 'example.net' }).waitFor()
    // The link is used up.
    await again.goto(`${server.address}${second}`)
    await again.reload()
    await again.getByRole('heading', { name: 'This invitation cannot be used' }).waitFor()
    for (const page of [owner, guest, again]) await page.context().close()
  })

  it('says in words when the last owner would go', async () => {
    const owner = await open(PEOPLE)
    owner.on('dialog', dialog => void dialog.accept())
    await owner.getByRole('button', { name: 'Leave' }).click()
    await owner.getByText('The site would have no owner. Make somebody else owner first.').waitFor()
    await owner.context().close()
  })

  it('see where they are signed in, and change their password', async () => {
    const page = await open('/account')
    await page.getByText('this one').waitFor()
    await page.getByLabel('Present password').fill('wrong')
    await page.getByLabel('New password').fill('Password1234')
    await page.getByRole('button', { name: 'Change password' }).click()
    await page.getByText('among the first that others would try').waitFor()
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Change password' }).click()
    await page.getByText('This is not your password.').waitFor()
    await page.getByLabel('Present password').fill(OWNER.password)
    await page.getByRole('button', { name: 'Change password' }).click()
    await page.getByText('Your password is changed').waitFor()
    await page.context().close()
  })

  it('add a second factor, and sign in with it', async () => {
    const page = await open('/account')
    await page.getByRole('button', { name: 'Add a second factor' }).click()
    await page.getByAltText('QR code of the key').waitFor()
    const secret = (await page.locator('code').textContent()) ?? ''
    const code = (steps: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })
    await page.getByLabel('Code').fill(code(0))
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('Keep these recovery codes').waitFor()
    const [recovery = ''] = ((await page.locator('code').textContent()) ?? '').split('\n')
    for (const second of [code(1), recovery]) {
      const other = await open('/sign-in', { signedIn: false })
      await other.getByLabel('E-mail').fill(OWNER.email)
      await other.getByLabel('Password').fill(PASSWORD)
      await other.getByRole('button', { name: 'Sign in' }).click()
      await other.getByLabel('Code').fill('000000')
      await other.getByRole('button', { name: 'Sign in' }).click()
      await other.getByText('This code does not fit.').waitFor()
      await other.getByLabel('Code').fill(second)
      await other.getByRole('button', { name: 'Sign in' }).click()
      await other.waitForURL(`${server.address}/sites`)
      await other.context().close()
    }
    await page.context().close()
  })

  it('choose a new password with a link', async () => {
    const { data } = runCommand(server.dataDirectory, 'user', 'reset', OWNER.email, '--second-factor')
    const link = new URL(String(data['link']))
    const page = await open(link.pathname + link.hash, { signedIn: false })
    await page.getByLabel('New password').fill('another staple battery')
    await page.getByRole('button', { name: 'Change password' }).click()
    await page.getByText('Your password is changed.').waitFor()
    const answer = await fetch(`${server.address}/api/session`, {
      method: 'POST',
      headers: { origin: server.address, 'content-type': 'application/json' },
      body: JSON.stringify({ email: OWNER.email, password: 'another staple battery' }),
    })
    expect(answer.status).toBe(201)
    cookie = (answer.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? ''
    await page.context().close()
  })

  it.each([1280, 360])('has nothing that an accessibility checker finds, %i px wide', async width => {
    const owner = await open(PEOPLE, { width })
    const link = await invite(owner, `a-very-long-name-${width}@a-very-long-domain-name.example.fi`, 'Editor')
    const guest = await open(link, { width, signedIn: false })
    await guest.getByRole('heading', { name: 'Join example.com' }).waitFor()
    const own = await open('/account', { width })
    await own.getByText('this one').waitFor()
    for (const page of [owner, guest, own]) {
      await page.evaluate(AXE)
      const found = await page.evaluate(async () => {
        const { violations } = await (
          window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
        ).axe.run()
        return violations.map(({ id }) => id)
      })
      expect(found).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
    }
    for (const page of [owner, guest, own]) await page.context().close()
  })
})
