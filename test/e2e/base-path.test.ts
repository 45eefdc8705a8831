import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { callApi, createOwner, OWNER, startServer, type TestServer } from '../support/server.ts'

const BASE = '/web/stats'
const SITE = 'shop.test'

describe('below a path of its host', () => {
  let server: TestServer
  let browser: Browser
  let shop: Server
  beforeAll(async () => {
    server = await startServer({ env: { HANKI_BASE_PATH: BASE } })
    const cookie = await createOwner(server)
    await callApi(server, cookie, '/api/sites', { domain: SITE, timezone: 'UTC' })
    shop = createServer((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(
        `<title>Shop</title><script defer data-domain="${SITE}" src="${server.address}/js/script.js"></script>`,
      )
    })
    await new Promise<void>(resolve => shop.listen(0, '127.0.0.1', resolve))
    browser = await openBrowser([SITE])
  })
  afterAll(async () => {
    await browser.close()
    await new Promise(resolve => shop.close(resolve))
    await server.stop()
    server.remove()
  })

  it('people sign in, reload where they are, and go on by links', async () => {
    const page = await (await browser.newContext()).newPage()
    const faults: string[] = []
    page.on('pageerror', error => faults.push(error.message))
    page.on('response', answer => {
      if (answer.status() >= 400 && !answer.url().endsWith('/api/session')) faults.push(answer.url())
    })
    await page.goto(`${server.address}/sites/${SITE}`)
    await page.getByLabel('E-mail').fill(OWNER.email)
    await page.getByLabel('Password').fill(OWNER.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`${server.address}/sites/${SITE}`)
    await page.getByText(`src="${server.address}/js/script.js"`).waitFor()
    await page.getByLabel('Account and appearance').click()
    await page.getByRole('link', { name: 'People' }).click()
    await page.waitForURL(`${server.address}/sites/${SITE}/people`)
    await page.getByLabel('E-mail').fill('maija@example.fi')
    await page.getByRole('button', { name: 'Invite' }).click()
    await page.getByText(`${server.address}/invitation#`).waitFor()
    await page.reload()
    await page.getByText('maija@example.fi').first().waitFor()
    await page.getByRole('link', { name: 'Hanki' }).click()
    await page.waitForURL(`${server.address}/sites/${SITE}`)
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('events arrive', async () => {
    const page = await (await browser.newContext()).newPage()
    const sent = page.waitForResponse(`${server.address}/api/event`)
    await page.goto(`http://${SITE}:${(shop.address() as AddressInfo).port}/`)
    const answer = await sent
    expect([answer.status(), answer.headers()['x-hanki-dropped']]).toEqual([202, undefined])
    await page.context().close()
  })

  it('a proxy may take the path off, and the address that was printed has it', async () => {
    const { origin } = new URL(server.address)
    expect(server.address).toBe(origin + BASE)
    expect((await fetch(`${origin}/api/health/live`)).status).toBe(200)
    expect(await (await fetch(origin)).text()).toContain(`src="${BASE}/assets/`)
    const file = JSON.parse(readFileSync(`${server.dataDirectory}/address.json`, 'utf8'))
    expect(file).toEqual({ browser: server.address, local: origin })
  })
})
