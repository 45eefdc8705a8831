import { describe, expect, it } from 'vitest'
import type { SiteSettings } from '../../../../collector/core/site/site-settings.ts'
import { DEFAULT_SITE_SETTINGS } from '../../../../collector/core/site/site-settings.ts'
import { aSite } from '../../../support/events.ts'
import { FIREFOX, openPipelineWorld } from '../../../support/pipeline-world.ts'

const siteWith = (settings: Partial<SiteSettings>) =>
  aSite({ settings: { ...DEFAULT_SITE_SETTINGS, ...settings } })
const shields = (change: Partial<SiteSettings['shields']>) =>
  siteWith({ shields: { ...DEFAULT_SITE_SETTINGS.shields, ...change } })

describe("an owner's rules", () => {
  it.each([
    {
      why: 'a shielded host and what is below it',
      site: shields({ hostnames: ['staging.example.com'] }),
      request: { body: { u: 'https://a.staging.example.com/' } },
      dropped: { reason: 'shield_hostname', name: 'a.staging.example.com' },
    },
    {
      why: 'a shielded page, by its pattern',
      site: shields({ pages: ['/admin/**'] }),
      request: { body: { u: 'https://example.com/admin/users/7' } },
      dropped: { reason: 'shield_page', name: '/admin/**' },
    },
    {
      why: 'a shielded address',
      site: shields({ networks: ['91.152.10.9/32'] }),
      request: { address: '91.152.10.9' },
      dropped: { reason: 'shield_address', name: '91.152.10.9/32' },
    },
    {
      why: 'a shielded network of IPv6',
      site: shields({ networks: ['2001:14ba:1::/48'] }),
      request: { address: '2001:14ba:1:2:3::4' },
      dropped: { reason: 'shield_address', name: '2001:14ba:1::/48' },
    },
    {
      why: 'a shielded country',
      site: shields({ countries: ['FI'] }),
      request: { address: '91.152.10.9' },
      dropped: { reason: 'shield_country', name: 'FI' },
    },
    {
      why: 'a host that nobody has named',
      site: siteWith({ hostnames: ['shop.example.net'] }),
      request: { body: { u: 'https://example.net/' } },
      dropped: { reason: 'unknown_hostname', name: 'example.net' },
    },
  ])('drop $why', async ({ site, request, dropped }) => {
    expect((await openPipelineWorld(site)).send(request)).toEqual({ dropped })
  })

  it.each([
    {
      why: 'the neighbour of a shielded address',
      site: shields({ networks: ['91.152.10.8/32'] }),
      request: {},
    },
    {
      why: 'a host whose name only ends like a shielded one',
      site: shields({ hostnames: ['ging.example.com'] }),
      request: { body: { u: 'https://staging.example.com/' } },
    },
    {
      why: 'a page beside a shielded one',
      site: shields({ pages: ['/admin/*'] }),
      request: { body: { u: 'https://example.com/administration' } },
    },
    {
      why: 'another host that the owner has named, and what is below it',
      site: siteWith({ hostnames: ['shop.example.net'] }),
      request: { body: { u: 'https://en.shop.example.net/' } },
    },
  ])('take $why', async ({ site, request }) => {
    expect((await openPipelineWorld(site)).send(request)).toHaveProperty('event')
  })

  it('decide what is kept of a referrer', async () => {
    const world = await openPipelineWorld(siteWith({ referrer: 'none' }))
    const body = { r: 'https://www.bing.com/', u: 'https://example.com/?utm_source=letter' }
    expect(world.event({ body }).acquisition).toMatchObject({ referrer: '', source: 'letter' })
  })

  it('decide what a page is', async () => {
    const pages = { ...DEFAULT_SITE_SETTINGS.pages, keepParameters: ['q'], masks: ['/orders/*'] }
    const world = await openPipelineWorld(siteWith({ pages }))
    const page = (u: string) => world.event({ body: { u: `https://example.com${u}` } }).page
    expect(page('/search?q=boats&sid=1')).toBe('/search?q=boats')
    expect(page('/orders/4711')).toBe('/orders/*')
  })

  it('decide how finely people are told apart', async () => {
    const ids = async (precision: 'full' | 'network') => {
      const world = await openPipelineWorld(siteWith({ precision }))
      return ['91.152.10.9', '91.152.10.10'].map(address => world.event({ address }).visitorId)
    }
    expect(new Set(await ids('full')).size).toBe(2)
    expect(new Set(await ids('network')).size).toBe(1)
  })
})

describe('personal data', () => {
  it.each([
    {
      where: 'a path',
      body: { u: 'https://example.com/reset/anna@example.org/go' },
      kept: { page: '/reset/[email]/go' },
    },
    {
      where: 'a campaign',
      body: { u: 'https://example.com/?utm_content=anna@example.org' },
      kept: { acquisition: { utmContent: '[email]' } },
    },
    { where: 'a name', body: { n: 'Mail anna@example.org' }, kept: { name: 'Mail [email]' } },
    {
      where: 'a property, which is left out',
      body: { n: 'Buy', p: { plan: 'yearly', mail: 'anna@example.org' } },
      kept: { props: { plan: 'yearly' } },
    },
    {
      where: "a property's name, which is left out",
      body: { n: 'Buy', p: { 'anna@example.org': 'x', plan: 'yearly' } },
      kept: { props: { plan: 'yearly' } },
    },
  ])('is taken out of $where, and the owner is told', async ({ body, kept }) => {
    const world = await openPipelineWorld()
    const event = world.event({ body })
    expect(event).toMatchObject(kept)
    expect(JSON.stringify(event)).not.toContain('anna')
    expect(world.notes).toEqual([{ siteId: 1, day: '2026-03-10', reason: 'personal_data', name: 'email' }])
  })
})

describe('values without end', () => {
  it('are folded into one after so many, and the owner is told', async () => {
    const world = await openPipelineWorld(aSite(), 3)
    const pages = ['/a', '/b', '/c', '/d', '/a'].map(
      path => world.event({ body: { u: `https://example.com${path}` } }).page,
    )
    expect(pages).toEqual(['/a', '/b', '/c', '(other)', '/a'])
    expect(world.notes).toEqual([{ siteId: 1, day: '2026-03-10', reason: 'too_many_values', name: 'page' }])
  })

  it('never hide what counts: page views, engagement and the own host', async () => {
    const world = await openPipelineWorld(aSite(), 2)
    for (let made = 0; made < 5; made++) {
      world.event({ body: { n: `Made up ${made}`, u: `https://x${made}.example.com/` } })
    }
    expect(world.event({})).toMatchObject({ name: 'pageview', hostname: 'example.com' })
    expect(world.event({ body: { n: 'engagement', e: 4_000 } }).name).toBe('engagement')
    expect(world.event({ body: { n: 'Made up 5', u: 'https://y.example.com/' } })).toMatchObject({
      name: '(other)',
      hostname: '(other)',
    })
  })

  it('of properties are bounded by name too: a pair whose name is one too many is left out', async () => {
    const world = await openPipelineWorld(aSite(), 2)
    expect(world.event({ body: { n: 'Buy', p: { a: '1', b: '1', c: '1' } } }).props).toEqual({
      a: '1',
      b: '1',
    })
  })
})

describe('facts of an event', () => {
  it('are money and engagement as they were sent', async () => {
    const world = await openPipelineWorld()
    expect(world.event({ body: { n: 'Buy', $: { amount: 12.5, currency: 'EUR' } } }).revenue).toEqual({
      amount: '12.5',
      currency: 'EUR',
    })
    expect(world.event({ body: { n: 'engagement', sd: 40, e: 4_000 } }).engagement).toEqual({
      scrollDepth: 40,
      engagedMs: 4_000,
    })
  })

  it.each(['404', 'File Download', 'Form: Submission', 'Outbound Link: Click'])(
    'are the page as property of %s, unless it tells one',
    async n => {
      const world = await openPipelineWorld()
      const u = 'https://example.com/guide'
      expect(world.event({ body: { n, u } }).props).toEqual({ path: '/guide' })
      expect(world.event({ body: { n, u, p: { path: '/own' } } }).props).toEqual({ path: '/own' })
    },
  )

  it('prolong a visit by engagement', async () => {
    const world = await openPipelineWorld()
    const first = world.event({ time: '2026-03-10T12:00:00+02:00' })
    const engagement = { body: { n: 'engagement', e: 9_000 }, time: '2026-03-10T12:29:00+02:00' }
    expect(world.event(engagement).visitId).toBe(first.visitId)
    expect(world.event({ time: '2026-03-10T12:58:00+02:00' }).visitId).toBe(first.visitId)
  })

  it('belong to the site alone: the same visitor has another id on another site', async () => {
    const one = (await openPipelineWorld()).event({})
    const other = (await openPipelineWorld(aSite({ id: 2 as never }))).event({
      facts: { userAgent: FIREFOX },
    })
    expect(other.visitorId).not.toBe(one.visitorId)
  })
})
