import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acquisition } from '../../../../collector/core/acquisition/acquisition.ts'
import { CHANNELS } from '../../../../collector/core/acquisition/channel.ts'
import { CASES } from './cases.ts'

const SITE = 'kongas.fi'
const find = (query = '', referrer = '', site = SITE) =>
  acquisition(new URLSearchParams(query), referrer, site)

describe('acquisition', () => {
  it.each(CASES)('$why', ({ query, referrer, source, channel, host }) => {
    const found = find(query, referrer)
    expect([found.source, found.channel]).toEqual([source, channel])
    if (host !== undefined) expect(found.referrer).toBe(host)
  })

  it('has a case for every channel', () => {
    expect(new Set(CASES.map(({ channel }) => channel))).toEqual(new Set(CHANNELS))
  })

  it('keeps the five campaign values, and of a long one its beginning', () => {
    const query = 'utm_source=n&utm_medium=email&utm_campaign=kev%C3%A4t&utm_content=top&utm_term=a+b'
    expect(find(query)).toEqual({
      source: 'n',
      channel: 'Email',
      referrer: '',
      utmSource: 'n',
      utmMedium: 'email',
      utmCampaign: 'kevät',
      utmContent: 'top',
      utmTerm: 'a b',
    })
    expect(find(`utm_term=${'x'.repeat(500)}`).utmTerm).toHaveLength(200)
  })

  it('takes sites below a shared suffix for strangers', () => {
    expect(find('', 'https://b.github.io/', 'a.github.io').source).toBe('b.github.io')
    expect(find('', 'https://x.a.github.io/', 'a.github.io').source).toBe('')
  })

  it('keeps no value of a click id', () => {
    expect(
      JSON.stringify(find('gclid=secret1&fbclid=secret2', 'https://example.org/?gclid=secret3')),
    ).not.toContain('secret')
  })

  it('never throws, and always finds a channel', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.webUrl({ withQueryParameters: true }),
    )
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        text,
        fc.domain(),
        (query, referrer, site) => {
          const found = find(query, referrer, site)
          expect(CHANNELS).toContain(found.channel)
          if (found.channel === 'Direct') expect(found.source).toBe('')
        },
      ),
    )
  })

  it('never takes the site for a source of its own', () => {
    const label = fc.stringMatching(/^[a-z]{1,8}$/)
    fc.assert(
      fc.property(fc.domain(), fc.array(label, { maxLength: 2 }), fc.webPath(), (domain, below, path) => {
        const host = [...below, domain.toLowerCase()].join('.')
        expect(find('', `https://${host}${path}`, domain.toLowerCase())).toMatchObject({
          source: '',
          referrer: '',
          channel: 'Direct',
        })
      }),
    )
  })
})
