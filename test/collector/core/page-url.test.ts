import { describe, expect, it } from 'vitest'
import { belongsToSite, parsePageUrl } from '../../../collector/core/event/page-url.ts'

describe('parsePageUrl', () => {
  it.each([
    { why: 'no path is the front page', url: 'https://example.com', hostname: 'example.com', page: '/' },
    {
      why: 'query and fragment are left out',
      url: 'https://example.com/a?email=x@y.fi#b',
      hostname: 'example.com',
      page: '/a',
    },
    { why: 'a closing slash is folded', url: 'https://example.com/a/', hostname: 'example.com', page: '/a' },
    {
      why: 'www. is left out, case is lowered',
      url: 'https://WWW.Example.com/A',
      hostname: 'example.com',
      page: '/A',
    },
    {
      why: 'percent-encoding is read',
      url: 'https://example.com/p%C3%A4iv%C3%A4',
      hostname: 'example.com',
      page: '/päivä',
    },
    {
      why: 'broken percent-encoding stays',
      url: 'https://example.com/%E4%',
      hostname: 'example.com',
      page: '/%E4%',
    },
    {
      why: 'a control character is no part of a page',
      url: 'https://example.com/a%00b%0A',
      hostname: 'example.com',
      page: '/ab',
    },
    {
      why: 'an international host is in ASCII',
      url: 'https://hämeen.fi/',
      hostname: 'xn--hmeen-gra.fi',
      page: '/',
    },
    { why: 'an app has no host', url: 'app://localfile', hostname: 'localfile', page: '/' },
    { why: 'an app without host', url: 'app:///a', hostname: '(none)', page: '/a' },
    { why: 'slashes only', url: 'https://example.com//', hostname: 'example.com', page: '/' },
  ])('$why', ({ url, hostname, page }) => {
    expect(parsePageUrl(url, false)).toMatchObject({ hostname, page })
  })

  it('keeps the fragment when the page asks for it', () => {
    expect(parsePageUrl('https://example.com/#/cart', true)?.page).toBe('/#/cart')
  })
})

describe('belongsToSite', () => {
  it.each([
    { hostname: 'example.com', belongs: true, why: 'the domain itself' },
    { hostname: 'shop.example.com', belongs: true, why: 'a subdomain' },
    { hostname: 'notexample.com', belongs: false, why: 'only the same ending' },
    { hostname: 'example.com.evil.net', belongs: false, why: 'only the same beginning' },
    { hostname: '(none)', belongs: true, why: 'an app' },
  ])('$hostname: $belongs ($why)', ({ hostname, belongs }) => {
    expect(belongsToSite(hostname, 'example.com')).toBe(belongs)
  })
})
