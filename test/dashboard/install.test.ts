import { describe, expect, it } from 'vitest'
import { installFindings } from '../../dashboard/src/lib/install-findings.ts'
import { PLATFORMS, policyFor, toCode } from '../../dashboard/src/lib/snippet.ts'

const SRC = 'https://stats.example.com/js/script.js'
const plain = { domain: 'example.com', src: SRC, tracked: [], hash: false } as const

describe('toCode', () => {
  it('is the one line that every page understands', () => {
    expect(toCode('html', plain)).toBe(`<script defer data-domain="example.com" src="${SRC}"></script>`)
  })

  it('says what else is counted', () => {
    expect(toCode('wordpress', { ...plain, tracked: ['outbound', '404'], hash: true })).toBe(
      `<script defer data-domain="example.com" data-track="outbound 404" data-hash src="${SRC}"></script>`,
    )
  })

  it.each(PLATFORMS)('names the site, the script and what is counted: %s', platform => {
    const code = toCode(platform, { ...plain, tracked: ['forms'], hash: true })
    for (const part of ['data-domain', 'example.com', SRC, 'data-track', 'forms', 'data-hash'])
      expect(code).toContain(part)
  })
})

describe('policyFor', () => {
  it('names the origin without its path', () => {
    expect(policyFor(SRC)).toBe('script-src https://stats.example.com; connect-src https://stats.example.com')
  })
})

describe('installFindings', () => {
  const status = { not_counted_today: [], unknown_site_events: 0, unknown_proxy: false }
  const names = (...all: string[]) => all.map(name => ({ name, count: 1 }))

  it.each([
    { why: 'nothing came', changes: {}, kinds: ['silence'] },
    { why: 'not told to this person', changes: { unknown_site_events: null }, kinds: ['silence'] },
    { why: 'a slip in the domain', changes: { unknown_site_events: 2 }, kinds: ['unknown_site'] },
    {
      why: 'another host, and programs',
      changes: {
        not_counted_today: [
          { reason: 'bot', count: 3, names: names('Googlebot') },
          { reason: 'unknown_hostname', count: 1, names: names('staging.example.net') },
        ],
      },
      kinds: ['other_hosts', 'only_bots'],
    },
    {
      why: 'a rule and a data centre',
      changes: {
        not_counted_today: [
          { reason: 'shield_page', count: 3, names: [] },
          { reason: 'hosting_network', count: 1, names: names('Hetzner') },
          { reason: 'bot', count: 0, names: [] },
        ],
      },
      kinds: ['shielded', 'only_data_centres'],
    },
    { why: 'a proxy besides', changes: { unknown_proxy: true }, kinds: ['silence', 'unknown_proxy'] },
  ] as const)('finds $kinds: $why', ({ changes, kinds }) => {
    const found = installFindings({ ...status, ...changes } as Parameters<typeof installFindings>[0])
    expect(found.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('tells at most three names', () => {
    const counts = [{ reason: 'unknown_hostname' as const, count: 9, names: names('a', 'b', 'c', 'd') }]
    expect(installFindings({ ...status, not_counted_today: counts })).toEqual([
      { kind: 'other_hosts', names: ['a', 'b', 'c'] },
    ])
  })
})
