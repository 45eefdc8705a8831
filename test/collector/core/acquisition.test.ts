import { describe, expect, it } from 'vitest'
import { acquisition } from '../../../collector/core/acquisition/acquisition.ts'

const CASES: readonly { why: string; query?: string; referrer?: string; source: string; host?: string }[] = [
  { why: 'nothing: direct', source: '' },
  {
    why: 'a search engine by registrable domain',
    referrer: 'https://www.google.fi/',
    source: 'Google',
    host: 'google.fi',
  },
  {
    why: 'a whole host inside a search engine is another source',
    referrer: 'https://mail.google.com/',
    source: 'Gmail',
    host: 'mail.google.com',
  },
  { why: 'a link shortener by whole host', referrer: 'https://t.co/abc', source: 'Twitter', host: 't.co' },
  {
    why: 'walmart.com is not t.co',
    referrer: 'https://walmart.com/x',
    source: 'walmart.com',
    host: 'walmart.com',
  },
  {
    why: 'netflix.com is not x.com',
    referrer: 'https://www.netflix.com/',
    source: 'netflix.com',
    host: 'netflix.com',
  },
  {
    why: 'a path of the referrer is not kept',
    referrer: 'https://blog.example.org/secret?q=1',
    source: 'blog.example.org',
    host: 'blog.example.org',
  },
  { why: 'the own site is no referrer', referrer: 'https://kongas.fi/a', source: '' },
  { why: 'a subdomain of the own site is no referrer', referrer: 'https://shop.kongas.fi/a', source: '' },
  {
    why: 'a sibling host of the registrable domain is no referrer',
    referrer: 'https://www.kongas.fi/',
    source: '',
  },
  { why: 'localhost is no referrer', referrer: 'http://localhost:3000/', source: '' },
  { why: 'what is no URL is no referrer', referrer: 'google', source: '' },
  {
    why: 'utm_source wins over the referrer',
    query: 'utm_source=newsletter',
    referrer: 'https://google.com/',
    source: 'newsletter',
    host: 'google.com',
  },
  { why: 'an alias gets the known name', query: 'utm_source=FB', source: 'Facebook' },
  { why: 'ref counts when there is no utm_source', query: 'ref=kumppani', source: 'kumppani' },
  {
    why: 'an app of Android is known',
    referrer: 'android-app://com.google.android.gm/',
    source: 'Gmail',
    host: 'com.google.android.gm',
  },
]

describe('acquisition', () => {
  it.each(CASES)('$why', ({ query = '', referrer = '', source, host = '' }) => {
    expect(acquisition(new URLSearchParams(query), referrer, 'kongas.fi')).toMatchObject({
      source,
      referrer: host,
    })
  })

  it('keeps the five campaign values', () => {
    const query = 'utm_source=n&utm_medium=email&utm_campaign=kev%C3%A4t&utm_content=top&utm_term=kajakki'
    expect(acquisition(new URLSearchParams(query), '', 'kongas.fi')).toEqual({
      source: 'n',
      referrer: '',
      utmSource: 'n',
      utmMedium: 'email',
      utmCampaign: 'kevät',
      utmContent: 'top',
      utmTerm: 'kajakki',
    })
  })
})
