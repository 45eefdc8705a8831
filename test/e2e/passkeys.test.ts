import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { createOwner, OWNER, startServer, type TestServer } from '../support/server.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe('passkeys, in the dashboard', () => {
  let server: TestServer
  let browser: Browser
  /** As people on this machine call it: browsers make no passkeys for an address. */
  let address: string
  beforeAll(async () => {
    server = await startServer()
    address = server.address.replace('127.0.0.1', 'localhost')
    await createOwner(server)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    server.remove()
  })

  async function signInWithPassword(page: Page): Promise<void> {
    await page.getByLabel('E-mail').fill(OWNER.email)
    await page.getByLabel('Password').fill(OWNER.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }

  /** Plugs a device into the page's browser that verifies who uses it. */
  async function plugIn(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
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
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options })
    return { cdp, authenticatorId }
  }

  async function expectAccessible(page: Page): Promise<void> {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 })
      await page.evaluate(AXE)
      const found = await page.evaluate(async () => {
        const { violations } = await (
          window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
        ).axe.run()
        return violations.map(({ id }) => id)
      })
      expect(found).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    }
  }

  it('are added, sign in alone, stand in for a code, and are taken away', { timeout: 60_000 }, async () => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${address}/account`)
    await signInWithPassword(page)
    const { cdp, authenticatorId } = await plugIn(page)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    const form = page.getByRole('form', { name: 'Add a passkey' })
    await form.getByLabel('Name of the passkey').fill('Test phone')
    await form.getByLabel('Password').fill('wrong')
    await form.getByRole('button', { name: 'Add a passkey' }).click()
    await form.getByText('This is not your password.').waitFor()
    await form.getByLabel('Password').fill(OWNER.password)
    await expectAccessible(page)
    await form.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('Keep these recovery codes').first().waitFor()
    await page.getByText('never used').waitFor()
    await page.getByText('a passkey or a recovery code is needed').waitFor()
    await expectAccessible(page)
    const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId })
    expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }])

    await page.request.delete(`${address}/api/session`, { headers: { origin: address } })
    await cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: false })
    await page.goto(`${address}/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
    await expectAccessible(page)
    await cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: true })
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL(`${address}/**`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor({ state: 'detached' })
    await page.goto(`${address}/account`)
    await page.getByText(/last used/).waitFor()

    page.on('dialog', dialog => void dialog.accept('Blue key'))
    await page.getByRole('button', { name: 'Rename the passkey Test phone' }).click()
    await page.getByRole('button', { name: 'Remove the passkey Blue key' }).click()
    await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
    await page.getByRole('button', { name: 'Remove', exact: true }).last().click()
    await page.getByLabel('Recovery code').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.getByText('Off: your password is enough').waitFor()
    expect(await page.getByText('Blue key').count()).toBe(0)

    await page.request.delete(`${address}/api/session`, { headers: { origin: address } })
    await page.goto(`${address}/sign-in`)
    await page
      .getByText('This passkey does not sign in here.')
      .or(page.getByLabel('E-mail'))
      .first()
      .waitFor()
    await signInWithPassword(page)
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('are not offered at another address of the same Hanki, which says where they work', {
    timeout: 60_000,
  }, async () => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${server.address}/account`)
    await page.getByLabel('E-mail').waitFor()
    expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0)
    await signInWithPassword(page)
    await page.getByText('Passkeys work at this address only').waitFor()
    await page.getByRole('link', { name: address }).waitFor()
    await page.context().close()
  })
})
