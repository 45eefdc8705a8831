import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROME_UA, openBrowser } from '../support/browser.ts'
import { type OwnServer, openOwnServer } from '../support/own-server.ts'
import { callApi } from '../support/server.ts'

/** What runs in a page that takes text for markup, an attribute, an address or a template. */
const SCRIPTS = [
  '<img src=x onerror="window.attacked=1">',
  '"><svg onload="window.attacked=1">',
  '\' onmouseover="window.attacked=1" x=\'',
  '</script><script>window.attacked=1</script>',
  'javascript:window.attacked=1',
  '{@html `<img src=x onerror=window.attacked=1>`}',
] as const

const SITE = 'own.example'

declare global {
  interface Window {
    attacked?: number
    violations: string[]
  }
}

describe('text that visitors and users send, on every screen', () => {
  let server: OwnServer
  let browser: Browser
  beforeAll(async () => {
    server = await openOwnServer()
    const send = (path: string, body: unknown, method = 'POST') =>
      callApi(server, server.cookie, path, body, method)
    await send('/api/sites', { domain: SITE, timezone: 'UTC' })
    for (const [index, script] of SCRIPTS.entries()) {
      const text = encodeURIComponent(script)
      const query = ['source', 'medium', 'campaign', 'content', 'term'].map(key => `utm_${key}=${text}`)
      const events = [
        {
          n: 'pageview',
          u: `https://${SITE}/${text}?${query.join('&')}`,
          r: `https://${index}.example/${text}`,
        },
        { n: 'pageview', u: `https://${SITE}/b?ref=${text}`, r: `android-app://${text}` },
        { n: script, u: `https://${SITE}/${text}`, p: { [script]: script, path: script } },
        { n: 'Order', u: `https://${SITE}/`, $: { amount: 1, currency: script }, p: { a: script } },
      ]
      for (const event of events) {
        await fetch(`${server.address}/api/event`, {
          method: 'POST',
          headers: { 'user-agent': CHROME_UA, 'accept-language': script.replace(/[^\x20-\x7e]/g, '') },
          body: JSON.stringify({ d: SITE, ...event }),
        })
      }
      const named = await send(`/api/sites/${SITE}/goals`, { goal_type: 'event', event_name: script }, 'PUT')
      expect([200, 400]).toContain(named.status)
      const filters = [['is', 'event:page', [script]]]
      await send(`/api/sites/${SITE}/segments`, { name: script, filters })
      await send(`/api/sites/${SITE}/keys`, { name: script.slice(0, 60), scopes: ['stats:read'] })
      const invited = await send(`/api/sites/${SITE}/invitations`, {
        email: `${script}@x.example`,
        role: 'viewer',
      })
      expect([201, 400]).toContain(invited.status)
      expect((await send(`/api/sites/${SITE}/share-links`, { name: script })).status).toBe(201)
      expect((await send('/api/sites', { domain: script, timezone: 'UTC' })).status).toBe(400)
      expect((await send('/api/sites', { domain: 'b.example', timezone: script })).status).toBe(400)
    }
    await server.hanki.writer.drain(10_000)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  async function open(path: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const [name = '', value = ''] = server.cookie.split('=')
    await context.addCookies([{ name, value, url: server.address }])
    await context.addInitScript(() => {
      window.violations = []
      document.addEventListener('securitypolicyviolation', event => {
        window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
      })
    })
    const page = await context.newPage()
    page.on('dialog', dialog => void dialog.dismiss())
    await page.goto(`${server.address}${path}`)
    return page
  }

  /** What a page shows of the attempts to run. */
  async function harm(page: Page): Promise<unknown> {
    await page.waitForLoadState('networkidle')
    return page.evaluate(() => ({
      attacked: window.attacked,
      violations: window.violations,
      images: document.querySelectorAll('img[src="x"], [onerror], [onload], [onmouseover]').length,
      addresses: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(
        link => !/^https?:$/.test(link.protocol),
      ).length,
      inline: [...document.scripts].filter(script => script.src === '').length,
    }))
  }

  const NONE = { attacked: undefined, violations: [], images: 0, addresses: 0, inline: 0 }

  it('is shown as text in every panel, tab and table of the statistics', { timeout: 60_000 }, async () => {
    const page = await open(`/sites/${SITE}?period=day`)
    await page.getByText('onerror', { exact: false }).first().waitFor()
    expect(await harm(page)).toEqual(NONE)
    const tabs = await page
      .locator('a[href*="tab."]')
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    expect(tabs.length).toBeGreaterThan(5)
    for (const tab of tabs) {
      await page.goto(`${server.address}${tab}`)
      expect(await harm(page)).toEqual(NONE)
      const details = page.getByRole('button', { name: 'Details' })
      for (let index = 0; index < (await details.count()); index++) {
        await details.nth(index).click()
        expect(await harm(page)).toEqual(NONE)
        await page.keyboard.press('Escape')
      }
    }
    await page.context().close()
  })

  it('is shown as text where it is a filter, whatever the address says', async () => {
    for (const script of SCRIPTS) {
      const filters = encodeURIComponent(JSON.stringify([['is', 'event:page', [script]]]))
      const page = await open(
        `/sites/${SITE}?period=day&filters=${filters}&tab.pages=${encodeURIComponent(script)}`,
      )
      expect(await harm(page)).toEqual(NONE)
      await page.context().close()
    }
  })

  it.each([
    `/sites/${SITE}/people`,
    `/sites/${SITE}/keys`,
    `/sites/${SITE}/sharing`,
    '/audit',
    `/share#${encodeURIComponent(SCRIPTS[0])}`,
    '/account',
    '/sites/new',
    `/sites/${encodeURIComponent(SCRIPTS[0])}`,
    `/${encodeURIComponent(SCRIPTS[1])}`,
    `/invitation#${encodeURIComponent(SCRIPTS[0])}`,
    `/reset#${encodeURIComponent(SCRIPTS[0])}`,
    `/setup#${encodeURIComponent(SCRIPTS[0])}`,
    `/sign-in?return=javascript:window.attacked=1`,
  ])('is shown as text at %s', async path => {
    const page = await open(path)
    expect(await harm(page)).toEqual(NONE)
    await page.context().close()
  })
})
