import { describe, expect, it } from 'vitest'
import { parseSiteDomain } from '../../../collector/accounts/site-domain.ts'

const ACCEPTED: readonly (readonly [typed: string, domain: string, why: string])[] = [
  ['example.com', 'example.com', 'the plain case'],
  ['  Example.COM ', 'example.com', 'capitals and spaces around'],
  ['www.example.com', 'example.com', 'www. names the same site'],
  ['https://www.example.com/shop?a=1#b', 'example.com', 'pasted from the address bar'],
  ['//example.com/x', 'example.com', 'an address without a scheme'],
  ['example.com/', 'example.com', 'a closing slash'],
  ['example.com.', 'example.com', 'a closing dot'],
  ['localhost:3000', 'localhost', 'a site under development'],
  ['http://127.0.0.1:8080/', '127.0.0.1', 'the same by address'],
  ['verkkokauppa.co.uk', 'verkkokauppa.co.uk', 'a suffix of two parts'],
  ['münchen.de', 'xn--mnchen-3ya.de', 'letters outside ASCII become punycode'],
  ['my_shop.example.com', 'my_shop.example.com', 'browsers accept underscores'],
  [`${'a'.repeat(63)}.fi`, `${'a'.repeat(63)}.fi`, 'the longest label'],
]

const REFUSED: readonly (readonly [typed: unknown, words: RegExp, why: string])[] = [
  ['', /Enter the domain/, 'nothing'],
  [undefined, /Enter the domain/, 'no value'],
  [42, /Enter the domain/, 'a number'],
  [{ toString: 'x' }, /Enter the domain/, 'an object'],
  ['owner@example.com', /e-mail address/, 'an e-mail address'],
  ['a.com, b.com', /one domain only/, 'two sites'],
  ['my shop.fi', /one domain only/, 'a space'],
  ['ftp://example.com', /http or https/, 'a scheme that no page has'],
  ['javascript://example.com', /http or https/, 'a scheme that no page has'],
  ['exa$mple.com', /not a domain/, 'a character that no host has'],
  ['-example.com', /not a domain/, 'a label that begins with a hyphen'],
  ['a..com', /not a domain/, 'an empty label'],
  ['12345', /not a domain/, 'a number that URLs read as an address'],
  ['[::1]', /not a domain/, 'an IPv6 address'],
  ['http://', /not a domain/, 'no host'],
  ['exam\u0000ple.com', /not a domain/, 'a control character'],
  ['\ud800.com', /not a domain/, 'half a character'],
  [`${'a'.repeat(64)}.fi`, /not a domain/, 'a label that is too long'],
  [`${'abcdefghi.'.repeat(26)}fi`, /at most 253/, 'a name that is too long'],
  ['a'.repeat(100_000), /not a domain/, 'an absurd length'],
]

describe('parseSiteDomain', () => {
  it.each(ACCEPTED)('reads what was typed, case %#: $2', (typed, domain) => {
    expect(parseSiteDomain(typed)).toEqual({ ok: true, value: domain })
  })

  it.each(REFUSED)('refuses in words, case %#: $2', (typed, words) => {
    const result = parseSiteDomain(typed)
    expect(result.ok ? result.value : result.error).toMatch(words)
    expect(result.ok).toBe(false)
  })
})
