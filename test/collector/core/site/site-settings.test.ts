import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_SITE_SETTINGS,
  parseSiteSettings,
  toSiteSettingsBody,
} from '../../../../collector/core/site/site-settings.ts'

describe('parseSiteSettings', () => {
  it('has a default for everything that is left out', () => {
    expect(parseSiteSettings({})).toEqual({ ok: true, settings: DEFAULT_SITE_SETTINGS })
  })

  it('reads what it writes', () => {
    const hosts = fc.array(fc.domain(), { maxLength: 5 }).map(list => [...new Set(list)])
    const settings = fc.record({
      precision: fc.constantFrom('full' as const, 'network' as const),
      hostnames: hosts.map(list => list.map(host => host.toLowerCase().replace(/^www\./, ''))),
      referrer: fc.constantFrom('host' as const, 'none' as const),
      countHostingNetworks: fc.boolean(),
      pages: fc.record({
        foldSlash: fc.boolean(),
        keepParameters: fc.constantFrom([], ['q'], ['q', 'lang']),
        masks: fc.constantFrom([], ['/orders/*']),
        maskTokens: fc.boolean(),
      }),
      shields: fc.record({
        hostnames: fc.constantFrom([], ['staging.example.com']),
        pages: fc.constantFrom([], ['/admin/**']),
        countries: fc.constantFrom([], ['FI', 'SE']),
        networks: fc.constantFrom([], ['192.0.2.0/24', '2001:db8::/32']),
      }),
    })
    fc.assert(
      fc.property(settings, given => {
        expect(parseSiteSettings(JSON.parse(JSON.stringify(toSiteSettingsBody(given))))).toEqual({
          ok: true,
          settings: given,
        })
      }),
    )
  })

  it('writes one form of what people type', () => {
    const result = parseSiteSettings({
      hostnames: ['WWW.Shop.Example ', 'shop.example'],
      shields: { countries: ['fi'], networks: ['192.0.2.7', '2001:DB8::1'] },
    })
    expect(result).toMatchObject({
      ok: true,
      settings: {
        hostnames: ['shop.example'],
        shields: { countries: ['FI'], networks: ['192.0.2.7/32', '2001:db8::1/128'] },
      },
    })
  })

  it.each([
    { body: { precision: 'half' }, path: 'precision', words: /"full" or "network"/ },
    { body: { hostnames: ['https://a.example/'] }, path: 'hostnames.0', words: /host name/ },
    { body: { pages: { masks: ['orders/*'] } }, path: 'pages.masks.0', words: /begin with "\/"/ },
    {
      body: { pages: { keep_parameters: ['a=b'] } },
      path: 'pages.keep_parameters.0',
      words: /query parameter/,
    },
    { body: { shields: { countries: ['Finland'] } }, path: 'shields.countries.0', words: /two letters/ },
    {
      body: { shields: { networks: ['10.0.0.0/64'] } },
      path: 'shields.networks.0',
      words: /network such as/,
    },
    {
      body: { shields: { hostnames: Array(101).fill('a.example') } },
      path: 'shields.hostnames',
      words: /100/,
    },
    { body: { colour: 'red' }, path: 'colour', words: /is not a setting/ },
    { body: [], path: 'settings', words: /./ },
    { body: null, path: 'settings', words: /./ },
  ])('explains $path in $body', ({ body, path, words }) => {
    const result = parseSiteSettings(body)
    expect(result.ok ? '' : result.errors[path]?.join()).toMatch(words)
  })
})
