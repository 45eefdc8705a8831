import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newUser } from '../../collector/accounts/users.ts'
import type { Site } from '../../collector/core/ports.ts'
import { openBrowser } from '../support/browser.ts'
import { type OwnServer, openOwnServer } from '../support/own-server.ts'
import { openOwnerPage } from '../support/owner-page.ts'
import { flawsOf } from '../support/page-flaws.ts'

const LONG = `${'w'.repeat(60)}@example.com`

describe('accounts, in the dashboard', () => {
  let server: OwnServer
  let browser: Browser
  beforeAll(async () => {
    server = await openOwnServer()
    const { directory } = server.hanki
    const operator = directory.users()[0]
    const site = await directory.addSite({ domain: 'example.com', timezone: 'UTC' }, operator)
    if (site === undefined) throw new Error('no site')
    for (const email of ['anna@example.com', LONG]) await join(email, site)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  async function join(email: string, site: Site): Promise<void> {
    const { directory } = server.hanki
    const now = Math.floor(Date.now() / 1_000)
    await directory.addInvitation({
      tokenHash: email,
      siteId: site.id,
      email,
      role: 'viewer',
      invitedBy: directory.users()[0]?.id ?? '',
      createdAtSeconds: now,
      expiresAtSeconds: now + 60,
    })
    await directory.accept(email, newUser(email, 'never matches', { isOperator: false }, now))
  }

  const open = (path: string, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> =>
    openOwnerPage(browser, server, path, { width, colorScheme })

  it('are looked after by everybody, on every screen', async () => {
    for (const [width, scheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      const page = await open('/accounts', width, scheme)
      await page.getByText('anna@example.com').first().waitFor()
      expect(await flawsOf(page)).toEqual([])
      await page.context().close()
    }
  })

  it('are made operators and removed', async () => {
    const { directory } = server.hanki
    const page = await open('/sites/example.com')
    await page.getByLabel('Account and appearance').click()
    await page.getByRole('link', { name: 'Accounts' }).click()
    await page.getByLabel('Operator: anna@example.com').click()
    await expect.poll(() => directory.userByEmail('anna@example.com')?.isOperator).toBe(true)
    expect(await page.getByLabel('Operator: owner@example.com').isDisabled()).toBe(true)
    page.on('dialog', dialog => void dialog.accept())
    await page.getByRole('button', { name: 'Remove anna@example.com' }).click()
    await page.getByText('anna@example.com', { exact: true }).waitFor({ state: 'detached' })
    expect(directory.userByEmail('anna@example.com')).toBeUndefined()
    await page.context().close()
  })
})
