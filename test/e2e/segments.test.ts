import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_SEGMENTS } from '../../collector/core/segments/site-segments.ts'
import type { NewInvitationBody, NewShareLinkBody, SegmentsBody } from '../../collector/http/contract.ts'
import { CHROME_UA, openBrowser } from '../support/browser.ts'
import { type OwnServer, openOwnServer } from '../support/own-server.ts'
import { openOwnerPage } from '../support/owner-page.ts'
import { flawsOf } from '../support/page-flaws.ts'
import { callApi } from '../support/server.ts'

const SITE = '/api/sites/example.com'
/** Three people: two look at kayaks, one of them and a third at the blog. */
const EVENTS = [
  { address: '91.152.30.1', page: '/kajakit' },
  { address: '91.152.30.1', page: '/blogi' },
  { address: '91.152.30.2', page: '/kajakit' },
  { address: '78.72.30.3', page: '/blogi' },
]

describe('segments, in the dashboard', () => {
  let server: OwnServer
  let browser: Browser
  /** A viewer's session. */
  let viewer: string
  beforeAll(async () => {
    server = await openOwnServer()
    const { directory } = server.hanki
    await directory.addSite({ domain: 'example.com', timezone: 'UTC' }, directory.users()[0])
    for (const event of EVENTS) await send(event)
    viewer = await join('viewer')
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  async function send({ address, page }: { address: string; page: string }): Promise<void> {
    await fetch(`${server.address}/api/event`, {
      method: 'POST',
      headers: { 'user-agent': CHROME_UA, 'x-forwarded-for': address },
      body: JSON.stringify({ n: 'pageview', u: `https://example.com${page}`, d: 'example.com' }),
    })
  }

  /** Invites somebody, who comes; their session. */
  async function join(role: string): Promise<string> {
    const invited = await callApi(server, server.cookie, `${SITE}/invitations`, {
      email: `${role}@example.com`,
      role,
    })
    const { token }: NewInvitationBody = await invited.json()
    const accepted = await callApi(server, '', '/api/invitations/accept', {
      token,
      password: 'correct horse battery staple',
    })
    return (accepted.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? ''
  }

  const open = (
    search: string,
    options: { cookie?: string; width?: number; colorScheme?: 'light' | 'dark' } = {},
  ): Promise<Page> =>
    openOwnerPage(
      browser,
      { address: server.address, cookie: options.cookie ?? server.cookie },
      `/sites/example.com?period=today${search}`,
      options,
    )
  const visitors = (page: Page, count: number) =>
    page.getByRole('button', { name: new RegExp(`^visitors\\D+${count}\\b`, 'i') }).waitFor()
  const row = (page: Page, name: string) => page.locator('.row', { hasText: name }).first()
  const chip = (page: Page, name: string) =>
    page.getByRole('list', { name: 'Filters' }).locator('summary', { hasText: name })
  const chips = (page: Page) => page.getByRole('list', { name: 'Filters' })
  const menu = (page: Page) => page.locator('details[data-menu="filter"]')
  const saved = async (): Promise<SegmentsBody['segments']> => {
    const body: SegmentsBody = await (await callApi(server, server.cookie, `${SITE}/segments`)).json()
    return body.segments
  }
  async function make(name: string, filters: unknown): Promise<number> {
    const answer = await callApi(server, server.cookie, `${SITE}/segments`, { name, filters })
    const { segments }: SegmentsBody = await answer.json()
    return segments.at(-1)?.id ?? 0
  }

  it('are saved, applied beside left-out rows, changed, renamed and removed', {
    timeout: 60_000,
  }, async () => {
    const page = await open('')
    page.on('dialog', dialog => void dialog.accept())
    await visitors(page, 3)
    expect(await page.getByRole('button', { name: 'Save as segment' }).count()).toBe(0)
    await row(page, '/kajakit').click()
    await visitors(page, 2)
    await page.getByRole('button', { name: 'Save as segment' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Page is /kajakit').waitFor()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByRole('alert').filter({ hasText: 'Type a name.' }).waitFor()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Kayakers')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await chip(page, 'Kayakers').waitFor()
    await visitors(page, 2)
    const [kayakers] = await saved()
    expect(kayakers).toMatchObject({ name: 'Kayakers', filters: [['is', 'event:page', ['/kajakit']]] })
    expect(new URL(page.url()).search).toBe(`?period=today&segments=${kayakers?.id}`)

    // Beside a row that is left out, over a reload, and back.
    await row(page, 'Finland').click({ modifiers: ['Alt'] })
    await page.getByText('Country is not Finland').waitFor()
    await visitors(page, 0)
    await page.reload()
    await chip(page, 'Kayakers').waitFor()
    await visitors(page, 0)
    await page.goBack()
    await visitors(page, 2)
    expect(await page.getByText('Country is not Finland').count()).toBe(0)

    // Its filters are changed as chips; nothing is saved before somebody says so.
    await chip(page, 'Kayakers').click()
    await page.getByRole('button', { name: 'Change its filters' }).click()
    await page.getByText('You are changing the segment “Kayakers”').waitFor()
    await page.getByRole('button', { name: 'Remove the filter: Page is /kajakit' }).click()
    await row(page, '/blogi').click()
    await page.getByText('Page is /blogi').waitFor()
    expect(await saved()).toEqual([kayakers])
    await page.reload()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('You are changing').waitFor({ state: 'detached' })
    expect((await saved())[0]?.filters).toEqual([['is', 'event:page', ['/blogi']]])
    expect(new URL(page.url()).search).toBe(`?period=today&segments=${kayakers?.id}`)

    // A name that is taken is said beside the field; then another one, and removal.
    await make('Taken', [['is', 'event:page', ['/x']]])
    await page.locator('summary', { hasText: 'Filter' }).first().click()
    await menu(page).getByRole('button', { name: 'Names and removal' }).click()
    await dialog.getByRole('button', { name: 'Rename the segment Kayakers' }).click()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('taken')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByRole('alert').filter({ hasText: 'has a segment of this name' }).waitFor()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Readers')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await chip(page, 'Readers').waitFor()
    await dialog.getByRole('button', { name: 'Remove the segment Taken' }).click()
    await dialog.getByRole('button', { name: 'Remove the segment Readers' }).click()
    await dialog.getByText('There is no segment yet.').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await visitors(page, 3)
    expect(new URL(page.url()).search).toBe('?period=today')
    expect(await saved()).toEqual([])
    await page.context().close()
  })

  it('are there for a viewer to apply, who may not change them', async () => {
    const id = await make('Blog', [['is', 'event:page', ['/blogi']]])
    const page = await open('', { cookie: viewer })
    await visitors(page, 3)
    await page.locator('summary', { hasText: 'Filter' }).first().click()
    await menu(page).getByRole('button', { name: 'Blog' }).click()
    await visitors(page, 2)
    expect(page.url()).toContain(`segments=${id}`)
    await chip(page, 'Blog').click()
    await chips(page).getByText('Page is /blogi').waitFor()
    expect(await page.getByRole('button', { name: 'Change its filters' }).count()).toBe(0)
    await row(page, '/kajakit').waitFor({ state: 'detached' })
    await row(page, '/blogi').click()
    await page.getByText('Page is /blogi').last().waitFor()
    expect(await page.getByRole('button', { name: 'Save as segment' }).count()).toBe(0)
    await page.context().close()
  })

  it('are saved and applied by keyboard alone', async () => {
    const filters = encodeURIComponent('[["is","event:page",["/kajakit"]]]')
    const page = await open(`&filters=${filters}`)
    await visitors(page, 2)
    await page.getByRole('button', { name: 'Save as segment' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement)
    await page.keyboard.type('By keys')
    await page.keyboard.press('Enter')
    await chip(page, 'By keys').waitFor()
    await page.waitForFunction(() => document.activeElement?.id === 'content')
    await page.keyboard.press('Backspace')
    await visitors(page, 3)
    await page.keyboard.press('/')
    // The form is fetched when it is opened for the first time.
    await page.waitForFunction(() => document.activeElement instanceof HTMLSelectElement)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('By keys')
    await page.keyboard.press('Space')
    await visitors(page, 2)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
    await page.context().close()
  })

  it('of the API, which chips cannot express, are told in words and not offered to be changed', async () => {
    const id = await make('Either', [
      [
        'or',
        [
          ['is', 'event:page', ['/a']],
          ['is', 'event:page', ['/kajakit']],
        ],
      ],
    ])
    const page = await open(`&segments=${id}&details=pages`)
    await page.getByRole('dialog').locator('tbody tr').first().waitFor()
    expect(await page.getByRole('dialog').locator('tbody .text').allInnerTexts()).toEqual(['/kajakit'])
    await page.keyboard.press('Escape')
    await chip(page, 'Either').click()
    await chips(page).getByText('any of (Page is /a; Page is /kajakit)').waitFor()
    await chips(page).getByText('over the API only').waitFor()
    await page.context().close()
  })

  it('are in everything that is asked, kept and copied, but in who is here now', async () => {
    const id = await make('Asked', [['is', 'event:page', ['/kajakit']]])
    const page = await open('')
    await visitors(page, 3)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const asked: string[] = []
    // What the screen asked before the segment was chosen is not meant.
    await page.waitForLoadState('networkidle')
    page.on('request', request => {
      if (request.url().includes('/api/v2/query')) asked.push(request.postData() ?? '')
    })
    await page.locator('details[data-menu="filter"] > summary').click()
    await menu(page).getByRole('button', { name: 'Asked' }).click()
    await visitors(page, 2)
    await page.getByRole('link', { name: /Pages: Top/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('tbody tr').first().waitFor()
    await dialog.locator('summary').click()
    await dialog.getByRole('button', { name: 'CSV' }).click()
    await dialog.getByRole('button', { name: 'Copy as API request' }).click()
    const wanted = JSON.stringify(['is', 'segment', [id]])
    const isOfNow = (body: string) => /"date_range":\["[^"]*T/.test(body)
    await page.waitForFunction(() => navigator.clipboard.readText().then(text => text.includes('segment')))
    expect((await page.evaluate(() => navigator.clipboard.readText())).replace(/\s/g, '')).toContain(wanted)
    const ofSegment = asked.filter(body => !isOfNow(body))
    // Figures, series, five lists, the map where it is none of them, hours, the whole list and its file.
    expect(ofSegment.length).toBeGreaterThanOrEqual(10)
    expect(ofSegment.filter(body => !body.includes(wanted))).toEqual([])
    await page.context().close()
  })

  it('are saved as new ones while another is changed; too many are refused beside the field', async () => {
    const id = await make('Old', [['is', 'event:page', ['/kajakit']]])
    const filters = encodeURIComponent('[["is","event:page",["/blogi"]]]')
    const page = await open(`&editing=${id}&filters=${filters}`)
    await page.getByRole('button', { name: 'Save as a new segment' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Name' }).fill('New')
    const { directory } = server.hanki
    const site = directory.siteByDomain('example.com')
    if (site === undefined) throw new Error('no site')
    const { segments: before } = site
    const [any] = before.list
    if (any === undefined) throw new Error('no segment')
    const many = Array.from({ length: MAX_SEGMENTS }, (_, index) => ({
      ...any,
      id: index + 1,
      name: `${index}`,
    }))
    await directory.changeSite(site.id, stored => ({ ...stored, segments: { lastId: 1_000, list: many } }))
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('Remove one first').first().waitFor()
    await directory.changeSite(site.id, stored => ({ ...stored, segments: before }))
    await dialog.getByRole('button', { name: 'Save' }).click()
    await chip(page, 'New').waitFor()
    const kept = await saved()
    expect(kept.find(({ name }) => name === 'Old')?.filters).toEqual([['is', 'event:page', ['/kajakit']]])
    expect(kept.find(({ name }) => name === 'New')?.filters).toEqual([['is', 'event:page', ['/blogi']]])
    expect(page.url()).not.toContain('editing')
    await page.context().close()
  })

  it('are offered to nobody who looks through a link', async () => {
    const id = await make('Colleagues alone', [['is', 'event:page', ['/kajakit']]])
    const made = await callApi(server, server.cookie, `${SITE}/share-links`, { name: 'x' })
    const { token }: NewShareLinkBody = await made.json()
    const context = await browser.newContext()
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', request => void asked.push(request.url()))
    await page.goto(`${server.address}/share?period=today&segments=${id}#${token}`)
    await visitors(page, 3)
    await row(page, '/kajakit').click()
    await visitors(page, 2)
    await page.locator('summary', { hasText: 'Filter' }).first().click()
    expect(await page.getByText('Colleagues alone').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Save as segment' }).count()).toBe(0)
    expect(asked.filter(url => url.includes('/segments'))).toEqual([])
    await context.close()
  })

  it.each([
    { width: 1280, colorScheme: 'light' },
    { width: 360, colorScheme: 'dark' },
  ] as const)(
    'fit, and are there for everybody: $width px, $colorScheme',
    { timeout: 60_000 },
    async options => {
      const long = `${options.colorScheme}-${'very-long-'.repeat(11)}`.slice(0, 120)
      const id = await make(long, [['is', 'event:page', ['/kajakit']]])
      const filters = encodeURIComponent('[["is_not","visit:country",["SE"]]]')
      const page = await open(`&segments=${id}&filters=${filters}`, options)
      await visitors(page, 2)
      await page.locator('canvas[role=img]').waitFor()
      await chip(page, long).click()
      expect(await flawsOf(page)).toEqual([])
      await page
        .locator('summary', { hasText: 'Filter' })
        .or(page.locator('details[data-menu="filter"] summary'))
        .first()
        .click()
      await menu(page).getByText(long).waitFor()
      expect(await flawsOf(page)).toEqual([])
      await menu(page).getByRole('button', { name: 'Names and removal' }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: `Rename the segment ${long}` })
        .click()
      expect(await flawsOf(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Save as segment' }).click()
      await page.getByRole('dialog').getByText('are copied into it').waitFor()
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
      await page.getByRole('dialog').getByText('Type a name.').first().waitFor()
      expect(await flawsOf(page)).toEqual([])
      await page.context().close()
      const changing = await open(`&editing=${id}&filters=${filters}`, options)
      await changing.getByRole('button', { name: 'Save changes' }).waitFor()
      await changing.locator('canvas[role=img]').waitFor()
      expect(await flawsOf(changing)).toEqual([])
      await changing.context().close()
    },
  )

  it('that are gone show no numbers, also when that happens meanwhile', async () => {
    const id = await make('Short-lived', [['is', 'event:page', ['/blogi']]])
    const page = await open(`&segments=${id}`)
    await visitors(page, 2)
    await callApi(server, server.cookie, `${SITE}/segments/${id}`, undefined, 'DELETE')
    // Somebody new, so that the numbers are asked for again at once.
    await send({ address: '91.152.30.9', page: '/' })
    await page.getByText('is not there any more, or never was').waitFor({ timeout: 20_000 })
    expect(await page.getByRole('button', { name: /^visitors/i }).count()).toBe(0)
    await page.reload()
    await page.getByText('is not there any more, or never was').waitFor()
    expect(await page.getByRole('button', { name: /^visitors/i }).count()).toBe(0)
    await chip(page, `Segment ${id}, which is gone`).waitFor()
    await page.getByRole('button', { name: 'Show without it' }).click()
    await visitors(page, 4)
    await page.context().close()
  }, 40_000)
})
