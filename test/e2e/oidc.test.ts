import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { freePort } from '../support/free-port.ts'
import { openTestProvider, type TestProvider } from '../support/oidc-provider.ts'
import { flawsOf } from '../support/page-flaws.ts'
import { callApi, createOwner, OWNER, startServer, type TestServer } from '../support/server.ts'

const BUTTON = 'Sign in with Example ID'
const BASE = '/stats'

describe('signing in with a provider, in the dashboard', () => {
  let provider: TestProvider
  let server: TestServer
  let browser: Browser
  let cookie: string
  /** As people call it. */
  let address: string
  beforeAll(async () => {
    const port = await freePort()
    // Browsers make no passkeys for an address.
    const publicUrl = `http://localhost:${port}`
    provider = await openTestProvider({ callbackUrl: `${publicUrl}${BASE}/api/oidc/callback` })
    server = await startServer({
      env: {
        HANKI_PORT: String(port),
        HANKI_PUBLIC_URL: publicUrl,
        HANKI_BASE_PATH: BASE,
        HANKI_OIDC_ISSUER: provider.issuer,
        HANKI_OIDC_CLIENT_ID: provider.settings.clientId,
        HANKI_OIDC_CLIENT_SECRET: provider.settings.clientSecret ?? '',
        HANKI_OIDC_NAME: provider.settings.name,
      },
    })
    address = `${publicUrl}${BASE}`
    cookie = await createOwner(server)
    await callApi(server, cookie, '/api/sites', { domain: 'example.com', timezone: 'UTC' })
    browser = await openBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await server.stop()
    expect(server.output()).not.toContain(provider.settings.clientSecret)
    await provider.close()
    server.remove()
  })

  async function open(path: string, width = 1280): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    const page = await context.newPage()
    await page.goto(`${address}${path}`)
    return page
  }

  /** Presses the button and says at the provider who one is. */
  async function signInAs(page: Page, email: string): Promise<void> {
    await page.getByRole('link', { name: BUTTON }).click()
    await page.getByLabel('Address').fill(email)
    await page.getByRole('button', { name: 'Continue' }).click()
  }

  /** Plugs a device into the page's browser that verifies who uses it. */
  async function plugIn(page: Page): Promise<void> {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    const options = {
      protocol: 'ctap2' as const,
      transport: 'internal' as const,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    }
    await cdp.send('WebAuthn.addVirtualAuthenticator', { options })
  }

  async function expectAccessible(page: Page): Promise<void> {
    expect(await flawsOf(page)).toEqual([])
  }

  async function invite(email: string): Promise<string> {
    const answer = await callApi(server, cookie, '/api/sites/example.com/invitations', {
      email,
      role: 'viewer',
    })
    const { token }: { token: string } = await answer.json()
    return `/invitation#${token}`
  }

  it('leads from a button to the numbers that one came for', { timeout: 60_000 }, async () => {
    const page = await open('/sites/example.com/people')
    await signInAs(page, OWNER.email)
    await page.waitForURL(`${address}/sites/example.com/people`)
    await page.getByText(OWNER.email).waitFor()
    await page.goto(`${address}/account`)
    await page.getByText('Linked: you can sign in with Example ID.').waitFor()
    await page.getByRole('button', { name: 'Unlink' }).click()
    await page.getByText('Not linked.').waitFor()
    await page.context().close()
  })

  it('takes an invitation without a password', { timeout: 60_000 }, async () => {
    const page = await open(await invite('maija@example.fi'))
    await page.getByRole('heading', { name: 'Join example.com' }).waitFor()
    await signInAs(page, 'maija@example.fi')
    await page.waitForURL(`${address}/sites/example.com**`)
    await page.goto(`${address}/account`)
    await page.getByText('Your account has no password').waitFor()
    expect(await page.getByLabel('Present password').count()).toBe(0)

    await page.getByRole('button', { name: 'Add a second factor' }).click()
    await page.getByAltText('QR code of the key').waitFor()
    const secret = Secret.fromBase32((await page.locator('code').textContent()) ?? '')
    const code = (steps: number) => new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 })
    await page.getByLabel('Code').fill(code(0))
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('Keep these recovery codes').waitFor()
    const other = await open('/sites/example.com')
    await signInAs(other, 'maija@example.fi')
    await other.getByText('Your account has a second factor: show it to go on.').waitFor()
    await other.getByLabel('Code').fill('000000')
    await other.getByRole('button', { name: 'Sign in' }).click()
    await other.getByText('This code does not fit.').waitFor()
    await other.getByLabel('Code').fill(code(1))
    await other.getByRole('button', { name: 'Sign in' }).click()
    await other.waitForURL(`${address}/sites/example.com`)
    await other.context().close()
    await page.context().close()
  })

  it('takes a passkey that was added without a password', { timeout: 60_000 }, async () => {
    const page = await open(await invite('phone@example.fi'))
    await signInAs(page, 'phone@example.fi')
    await page.waitForURL(`${address}/sites/example.com**`)
    await plugIn(page)
    await page.goto(`${address}/account`)
    await page.getByText('the sign-in provider alone decides').waitFor()
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    const form = page.getByRole('form', { name: 'Add a passkey' })
    await form.getByLabel('Name of the passkey').fill('Test phone')
    expect(await form.getByLabel('Password').count()).toBe(0)
    await form.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('after the sign-in provider, a passkey or a recovery code is needed').waitFor()

    await page.request.delete(`${address}/api/session`, { headers: { origin: new URL(address).origin } })
    // Past the sign-in screen, where the passkey of a test answers by itself; the provider knows this browser.
    await page.goto(`${address}/api/oidc/start?return=${encodeURIComponent('/sites/example.com')}`)
    await page.getByLabel('Recovery code').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.waitForURL(`${address}/sites/example.com`)
    await page.context().close()
  })

  it('says in its own words why somebody was not let in', async () => {
    const page = await open('/sites/example.com')
    await signInAs(page, 'nobody@example.com')
    await page.getByText('There is no account and no invitation for your e-mail address here.').waitFor()
    await page.getByRole('link', { name: BUTTON }).waitFor()
    await page.goto(`${address}/sign-in?oidc=%3Cb%3Ewords%20of%20another%3C/b%3E`)
    await page.getByRole('link', { name: BUTTON }).waitFor()
    expect(await page.getByText('words of another').count()).toBe(0)
    await page.context().close()
  })

  it.each([1280, 360])(
    'has nothing that an accessibility checker finds, %i px wide',
    { timeout: 60_000 },
    async width => {
      const failed = await open('/sign-in?oidc=unknown', width)
      await failed.getByRole('link', { name: BUTTON }).waitFor()
      const invited = await open(await invite(`a-guest-${width}@example.fi`), width)
      await invited.getByRole('link', { name: BUTTON }).waitFor()
      const late = await open('/sign-in?oidc=code', width)
      await late.getByText('This took too long.').waitFor()
      const own = await open('/account', width)
      await signInAs(own, OWNER.email)
      await own.getByText('Linked: you can sign in with Example ID.').waitFor()
      for (const page of [failed, invited, late, own]) {
        await expectAccessible(page)
        await page.context().close()
      }
    },
  )
})
