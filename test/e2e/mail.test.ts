import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { SELF_SIGNED } from '../support/certificate.ts'
import { freePort } from '../support/free-port.ts'
import { openMailServer, type TestMailServer } from '../support/mail-server.ts'
import { flawsOf } from '../support/page-flaws.ts'
import { callApi, createOwner, OWNER, startServer, type TestServer } from '../support/server.ts'
import { tempDirectory } from '../support/temp-directory.ts'

const PASSWORD = 'staple battery horse'
const CLI = join(import.meta.dirname, '../../dist/collector/cli.js')
const MAIL_PASSWORD = 'a-word-for-the-mail-server'

describe('letters, from a button to the mailbox and back', () => {
  let mailServer: TestMailServer
  let server: TestServer
  let browser: Browser
  beforeAll(async () => {
    mailServer = await openMailServer({ login: `hanki:${MAIL_PASSWORD}` })
    const port = await freePort()
    server = await startServer({
      env: {
        HANKI_PORT: String(port),
        HANKI_PUBLIC_URL: `http://127.0.0.1:${port}`,
        HANKI_MAIL_URL: `smtp://hanki:${MAIL_PASSWORD}@127.0.0.1:${mailServer.port}`,
        HANKI_MAIL_FROM: 'hanki@example.com',
      },
    })
    const cookie = await createOwner(server)
    await callApi(server, cookie, '/api/sites', { domain: 'example.com', timezone: 'UTC' })
    browser = await openBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await server.stop()
    expect(server.output()).not.toContain(MAIL_PASSWORD)
    await mailServer.close()
    server.remove()
  })

  async function open(path: string, width = 1280): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    const page = await context.newPage()
    await page.goto(`${server.address}${path}`)
    return page
  }

  async function signIn(page: Page, email: string, password: string): Promise<void> {
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`${server.address}/sites/example.com**`)
  }

  /** The link in the latest letter to an address. */
  async function linkTo(email: string, part: string): Promise<string> {
    const links = async () => (await mailServer.latestTo(email)).text.match(/^http:\S+#\S+$/gm) ?? []
    await expect.poll(links).toEqual([expect.stringContaining(`/${part}#`)])
    return (await links())[0] ?? ''
  }

  it('bring whoever forgot the password back in', { timeout: 60_000 }, async () => {
    const page = await open('/')
    await page.getByRole('link', { name: 'Forgotten your password?' }).click()
    await page.getByRole('button', { name: 'Send the letter' }).click()
    await page.getByText('Type your e-mail address.').waitFor()
    await page.getByLabel('E-mail').fill('nobody@example.com')
    await page.getByRole('button', { name: 'Send the letter' }).click()
    await page.getByText('If there is an account of this address, a letter is on its way').waitFor()
    await page.getByRole('link', { name: 'To signing in' }).click()
    await page.getByRole('link', { name: 'Forgotten your password?' }).click()
    await page.getByLabel('E-mail').fill(OWNER.email)
    await page.getByRole('button', { name: 'Send the letter' }).click()
    await page.getByText('If there is an account of this address, a letter is on its way').waitFor()

    await page.goto(await linkTo(OWNER.email, 'reset'))
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Change password' }).click()
    await page.getByText('Your password is changed. Sign in with it.').waitFor()
    await page.getByRole('link', { name: 'Sign in' }).click()
    await signIn(page, OWNER.email, PASSWORD)
    await expect
      .poll(() => mailServer.letters.findLast(({ to }) => to.includes(OWNER.email))?.text)
      .toContain('Your password was changed')
    expect(mailServer.letters.filter(({ to }) => to.includes('nobody@example.com'))).toEqual([])
    await page.context().close()
  })

  it('bring an invitation to whoever is invited', { timeout: 60_000 }, async () => {
    const page = await open('/sign-in')
    await signIn(page, OWNER.email, PASSWORD)
    await page.goto(`${server.address}/sites/example.com/people`)
    await page.getByLabel('E-mail').fill('maija@example.fi')
    await page.getByRole('button', { name: 'Invite' }).click()
    await page.getByText('A letter is on its way to maija@example.fi.').waitFor()
    const link = await linkTo('maija@example.fi', 'invitation')
    expect(await page.locator('code').textContent()).toBe(link)

    const guest = await open(link.slice(server.address.length))
    await guest.getByLabel('Password').fill(PASSWORD)
    await guest.getByRole('button', { name: 'Join' }).click()
    await guest.waitForURL(`${server.address}/sites/example.com**`)
    // Who signs out is offered the same as who has just come.
    await guest.getByLabel('Account and appearance').click()
    await guest.getByRole('button', { name: 'Sign out' }).click()
    await guest.getByRole('link', { name: 'Forgotten your password?' }).waitFor()
    await guest.context().close()
    await page.context().close()
  })

  it.each([1280, 360])('is asked for on a screen without a barrier, %i px wide', async width => {
    const page = await open('/forgotten', width)
    await page.getByRole('button', { name: 'Send the letter' }).waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.context().close()
  })

  it('go to a server that proves who it is, and to no other', { timeout: 60_000 }, async () => {
    const secure = await openMailServer({ tls: 'implicit', login: `hanki:${MAIL_PASSWORD}` })
    const authority = join(tempDirectory(), 'authority.pem')
    writeFileSync(authority, SELF_SIGNED.cert)
    const settings = {
      HANKI_PUBLIC_URL: 'https://stats.example.com',
      HANKI_MAIL_URL: `smtps://hanki:${MAIL_PASSWORD}@localhost:${secure.port}`,
      HANKI_MAIL_FROM: 'hanki@example.com',
    }
    const refused = await runMailTest(settings)
    expect(refused).toMatchObject({ code: 1, output: expect.stringMatching(/does not prove by TLS/) })
    expect([secure.letters, secure.logins]).toEqual([[], []])
    const taken = await runMailTest({ ...settings, NODE_EXTRA_CA_CERTS: authority })
    expect(taken).toMatchObject({ code: 0, output: expect.stringMatching(/has taken a letter/) })
    expect(secure.letters).toMatchObject([{ to: ['maija@example.fi'], wasEncrypted: true }])
    expect(refused.output + taken.output).not.toContain(MAIL_PASSWORD)
    await secure.close()
  })
})

/** `hanki mail test`, without blocking the mail server of the test. */
function runMailTest(
  env: Record<string, string>,
): Promise<{ readonly code: unknown; readonly output: string }> {
  return new Promise(resolve => {
    const options = { env: { PATH: process.env['PATH'], ...env }, timeout: 30_000 }
    execFile(process.execPath, [CLI, 'mail', 'test', 'maija@example.fi'], options, (error, out, err) =>
      resolve({ code: error === null ? 0 : error.code, output: out + err }),
    )
  })
}
