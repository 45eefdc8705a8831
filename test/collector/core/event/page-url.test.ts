import { describe, expect, it } from 'vitest'
import { belongsToSite, parsePageUrl } from '../../../../collector/core/event/page-url.ts'
import { pageOf } from '../../../../collector/core/page/page-of.ts'
import { compilePageRules } from '../../../../collector/core/page/page-rules.ts'

/** The page by the rules of a site whose owner has decided nothing. */
function pageByDefault(text: string, keepFragment = false): string | undefined {
  const url = parsePageUrl(text, keepFragment)
  return url && pageOf(url, compilePageRules())
}

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
    {
      why: 'a name and a password are left out',
      url: 'https://a:b@example.com/c',
      hostname: 'example.com',
      page: '/c',
    },
    { why: 'a closing dot of the host', url: 'https://example.com./a', hostname: 'example.com', page: '/a' },
    { why: 'a port is no part', url: 'https://example.com:8443/a', hostname: 'example.com', page: '/a' },
    {
      why: 'the account in a local file',
      url: 'file:///C:/Users/mikko/a.html',
      hostname: '(none)',
      page: '/C:/Users/*/a.html',
    },
    {
      why: 'the same elsewhere',
      url: 'file:///home/mikko/a.html',
      hostname: '(none)',
      page: '/home/*/a.html',
    },
    {
      why: 'a file of an app',
      url: 'file:///android_asset/www/index.html',
      hostname: '(none)',
      page: '/android_asset/www/index.html',
    },
    { why: 'backslashes of an app', url: 'app:///a\\b', hostname: '(none)', page: '/a/b' },
    {
      why: 'an e-mail address is screened',
      url: 'https://example.com/u/a@b.fi',
      hostname: 'example.com',
      page: '/u/[email]',
    },
    { why: 'slashes only', url: 'https://example.com//', hostname: 'example.com', page: '/' },
  ])('$why', ({ url, hostname, page }) => {
    expect(parsePageUrl(url, false)?.hostname).toBe(hostname)
    expect(pageByDefault(url)).toBe(page)
  })

  it.each([
    'data:text/html,x',
    'javascript:1',
    'blob:https://a.fi/1',
    'mailto:a@b.fi',
    'tel:+3581',
    'sms:1',
    'a b',
    '',
  ])('refuses "%s"', url => {
    expect(parsePageUrl(url, false)).toBeUndefined()
  })

  it('reads the parameters of a hash route when the page asks for it', () => {
    const url = 'https://example.com/?a=1#/x?a=2&utm_source=b'
    expect([...(parsePageUrl(url, true)?.parameters ?? [])]).toEqual([
      ['a', '1'],
      ['a', '2'],
      ['utm_source', 'b'],
    ])
    expect(parsePageUrl(url, false)?.parameters.get('utm_source')).toBeNull()
  })

  it('leaves the slash to the rules of the site', () => {
    expect(parsePageUrl('https://example.com/a/', false)).toMatchObject({ path: '/a/' })
    expect(pageByDefault('https://example.com/a/')).toBe('/a')
  })

  it('keeps the fragment when the page asks for it', () => {
    expect(pageByDefault('https://example.com/#/cart', true)).toBe('/#/cart')
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
