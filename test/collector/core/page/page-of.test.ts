import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePageUrl } from '../../../../collector/core/event/page-url.ts'
import { pageOf } from '../../../../collector/core/page/page-of.ts'
import { compilePageRules, type PageRules } from '../../../../collector/core/page/page-rules.ts'
import { findPersonalData } from '../../../../collector/core/screening/personal-data.ts'
import { LITTLE_LONGER, timesAsLong } from '../../../support/times-as-long.ts'
import { cards, emails, finnishCodes, ibans } from '../screening/numbers.ts'

interface Case {
  readonly url: string
  readonly page: string
  readonly why: string
  readonly rules?: Partial<PageRules>
  readonly hash?: boolean
}

const HEX = '0123456789abcdef0123456789abcdef'
const UUID = '550e8400-e29b-41d4-a716-446655440000'
const RANDOM = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'

const CASES: readonly Case[] = [
  // slash
  { url: '', page: '/', why: 'front page' },
  { url: '/', page: '/', why: 'front page with its slash' },
  { url: '/a/', page: '/a', why: 'closing slash folded' },
  { url: '/a//', page: '/a', why: 'closing slashes folded' },
  { url: '/a/%20/', page: '/a', why: 'and spaces among them' },
  { url: '//', page: '/', why: 'slashes only' },
  { url: '/a/', page: '/a/', why: 'slash kept when the site says so', rules: { foldSlash: false } },
  { url: '/', page: '/', why: 'front page keeps it', rules: { foldSlash: false } },
  // encoding
  { url: '/p%C3%A4iv%C3%A4', page: '/päivä', why: 'UTF-8' },
  { url: '/päivä', page: '/päivä', why: 'not encoded by the sender' },
  { url: '/pa%CC%88iva%CC%88', page: '/päivä', why: 'NFC: ä of two characters' },
  { url: '/%E4iti/%C3%A4iti', page: '/%E4iti/äiti', why: 'Latin-1 stays, the rest is read' },
  { url: '/100%25', page: '/100%', why: 'a percent sign' },
  { url: '/100%', page: '/100%', why: 'one that nobody encoded' },
  { url: '/a%252Fb', page: '/a%2Fb', why: 'decoded once only' },
  { url: '/a%2fb', page: '/a%2Fb', why: 'an encoded slash is no segment' },
  { url: '/a%3Fb%23c%5Cd', page: '/a%3Fb%23c%5Cd', why: 'nor a query, a fragment, a slash of Windows' },
  { url: '/a\\b', page: '/a/b', why: 'backslash' },
  { url: '/a%C0%AFb', page: '/ab', why: 'overlong slash' },
  { url: '/a%E0%80%AFb', page: '/ab', why: 'overlong slash of three bytes' },
  { url: '/a%ED%A0%80b', page: '/a%ED%A0%80b', why: 'half a character is no UTF-8' },
  { url: '/%F0%9F%98%80', page: '/😀', why: 'four bytes' },
  { url: '/a%00b%0A%7F', page: '/ab', why: 'controls' },
  { url: '/a%E2%80%AEtxt.exe', page: '/atxt.exe', why: 'right-to-left override' },
  { url: '/a%E2%81%A6b%E2%81%A9', page: '/ab', why: 'bidirectional isolates' },
  { url: '/a%E2%80%8Bb%EF%BB%BF%C2%ADc', page: '/abc', why: 'zero width, byte order mark, soft hyphen' },
  { url: '/a+b', page: '/a+b', why: 'plus is a plus in paths' },
  { url: '/a%20b%20', page: '/a b', why: 'spaces, the last trimmed' },
  { url: '/a/../b', page: '/b', why: 'dot segments' },
  { url: '/A/b', page: '/A/b', why: 'case is kept' },
  { url: `/${'ä'.repeat(1_500)}`, page: `/${'ä'.repeat(999)}`, why: 'cut at 1,000' },
  { url: `/a${'😀'.repeat(600)}`, page: `/a${'😀'.repeat(499)}`, why: 'not in the middle of a character' },
  // query
  { url: '/a?b=c&utm_source=x', page: '/a', why: 'no parameter is kept by default' },
  { url: '/a?y=2&x=1', page: '/a?x=1&y=2', why: 'order of the list', rules: { keepParameters: ['x', 'y'] } },
  { url: '/a/?x=1', page: '/a?x=1', why: 'slash before it folded', rules: { keepParameters: ['x'] } },
  { url: '/a?x=1&x=2', page: '/a?x=1', why: 'the first of two', rules: { keepParameters: ['x'] } },
  { url: '/a?x=', page: '/a', why: 'without a value', rules: { keepParameters: ['x'] } },
  { url: '/a?X=1', page: '/a', why: 'case of names', rules: { keepParameters: ['x'] } },
  { url: '/a?q=kes%C3%A4+y%C3%B6', page: '/a?q=kesä yö', why: 'readable', rules: { keepParameters: ['q'] } },
  {
    url: '/a?q=1%2B1%26b%23%25',
    page: '/a?q=1%2B1%26b%23%25',
    why: 'unambiguous',
    rules: { keepParameters: ['q'] },
  },
  { url: '/a?a%3Db=1=2', page: '/a?a%3Db=1=2', why: 'a name with =', rules: { keepParameters: ['a=b'] } },
  {
    url: `/?q=${'x'.repeat(300)}`,
    page: `/?q=${'x'.repeat(200)}`,
    why: 'at most 200',
    rules: { keepParameters: ['q'] },
  },
  { url: '/?q=a@b.fi', page: '/?q=[email]', why: 'screened', rules: { keepParameters: ['q'] } },
  {
    url: '/?q=a%2540b.fi',
    page: '/?q=[email]',
    why: 'screened, encoded twice',
    rules: { keepParameters: ['q'] },
  },
  {
    url: '/?phone=0401234567',
    page: '/?phone=[phone]',
    why: 'its name says so',
    rules: { keepParameters: ['phone'] },
  },
  {
    url: '/?id=0401234567',
    page: '/?id=0401234567',
    why: 'its name does not',
    rules: { keepParameters: ['id'] },
  },
  { url: `/?id=${HEX}`, page: '/?id=*', why: 'token in a value', rules: { keepParameters: ['id'] } },
  {
    url: '/?PHPSESSID=1&sid=2&x=3',
    page: '/?x=3',
    why: 'sessions refused',
    rules: { keepParameters: ['PHPSESSID', 'sid', 'x'] },
  },
  {
    url: '/?access_token=1&gclid=2',
    page: '/',
    why: 'secrets and click ids refused',
    rules: { keepParameters: ['access_token', 'gclid'] },
  },
  {
    url: '/?session-id=1&ASP.NET_SessionId=2',
    page: '/',
    why: 'in any spelling',
    rules: { keepParameters: ['session-id', 'ASP.NET_SessionId'] },
  },
  // sessions in paths
  { url: '/a;jsessionid=ABC123', page: '/a', why: 'Java' },
  { url: '/a;JSESSIONID=ABC.node1/b', page: '/a/b', why: 'in the middle' },
  { url: '/a%3Bjsessionid%3DABC', page: '/a', why: 'encoded' },
  { url: '/a;PHPSESSID=1;v=2', page: '/a;v=2', why: 'only the session' },
  { url: '/(S(lit3py55t21z5v55vlm25s55))/orders.aspx', page: '/orders.aspx', why: 'ASP.NET' },
  { url: '/(S(abc))', page: '/', why: 'ASP.NET, nothing else' },
  { url: '/wiki/A_(b)', page: '/wiki/A_(b)', why: 'brackets of others' },
  // masks
  { url: '/orders/8123/pay', page: '/orders/*/pay', why: 'one segment', rules: { masks: ['/orders/*/pay'] } },
  {
    url: '/orders/8/9/pay',
    page: '/orders/8/9/pay',
    why: 'two are not one',
    rules: { masks: ['/orders/*/pay'] },
  },
  { url: '/orders//pay', page: '/orders//pay', why: 'nor is none', rules: { masks: ['/orders/*/pay'] } },
  {
    url: '/orders/8/pay/',
    page: '/orders/*/pay',
    why: 'slash folded before',
    rules: { masks: ['orders/*/pay/'] },
  },
  { url: '/shop', page: '/shop/**', why: '** is also none', rules: { masks: ['/shop/**'] } },
  { url: '/shop/a/b', page: '/shop/**', why: '** is many', rules: { masks: ['/shop/**'] } },
  { url: '/shopping', page: '/shopping', why: 'only whole segments', rules: { masks: ['/shop/**'] } },
  { url: '/a/x/y/b/z/c', page: '/a/**/b/*/c', why: 'both', rules: { masks: ['/a/**/b/*/c'] } },
  { url: '/a/b/b/c', page: '/a/**/b/c', why: '** takes what it must', rules: { masks: ['/a/**/b/c'] } },
  { url: '/o/1', page: '/o/*', why: 'the first wins', rules: { masks: ['/o/*', '/o/1'] } },
  { url: '/o/1/c', page: '/o/**/c', why: 'and stays', rules: { masks: ['/o/**/c', '/o/*/c'] } },
  {
    url: '/order-812.html',
    page: '/order-*.html',
    why: 'a part of a segment',
    rules: { masks: ['/order-*.html'] },
  },
  {
    url: '/order-.html',
    page: '/order-*.html',
    why: 'a part may be nothing',
    rules: { masks: ['/order-*.html'] },
  },
  { url: '/a1b2c', page: '/a*b*c', why: 'two parts', rules: { masks: ['/a*b*c'] } },
  { url: '/ac', page: '/ac', why: 'pieces in their order', rules: { masks: ['/a*b*c'] } },
  {
    url: '/p%C3%A4iv%C3%A4/1',
    page: '/päivä/*',
    why: 'mask as copied',
    rules: { masks: ['/p%C3%A4iv%C3%A4/*'] },
  },
  { url: '/mikko@example.fi/1', page: '/*/1', why: 'before screening', rules: { masks: ['/*/1'] } },
  { url: '/x/1', page: '/x/1', why: 'blank masks are none', rules: { masks: ['', '  '] } },
  { url: '/#/o/1', page: '/#/o/*', why: 'hash route', rules: { masks: ['/#/o/*'] }, hash: true },
  {
    url: '/a/1?x=2',
    page: '/a/*?x=2',
    why: 'with a parameter',
    rules: { masks: ['/a/*'], keepParameters: ['x'] },
  },
  // tokens
  { url: `/reset/${HEX}`, page: '/reset/*', why: '32 hexadecimal digits' },
  { url: `/reset/${HEX.toUpperCase()}/ok`, page: '/reset/*/ok', why: 'capitals' },
  { url: `/reset/${HEX.slice(1)}`, page: `/reset/${HEX.slice(1)}`, why: '31 are a name' },
  { url: `/reset/MQ/bx7f2k-${HEX}`, page: '/reset/MQ/bx7f2k-*', why: 'Django' },
  { url: `/o/${UUID}/pay`, page: '/o/*/pay', why: 'UUID' },
  { url: `/o/${UUID}`, page: `/o/${UUID}`, why: 'kept when the site says so', rules: { maskTokens: false } },
  { url: `/in/${JWT}`, page: '/in/*', why: 'JSON Web Token' },
  { url: `/in/${RANDOM}`, page: '/in/*', why: 'base64url' },
  {
    url: '/uutiset/suomen-hallitus-esittaa-vuoden-2026-talousarvioon-muutoksia-2',
    page: '/uutiset/suomen-hallitus-esittaa-vuoden-2026-talousarvioon-muutoksia-2',
    why: 'slug',
  },
  {
    url: '/Suomen-Hallitus-Esittaa-Vuoden-2026-Talousarvioon-Muutoksia',
    page: '/Suomen-Hallitus-Esittaa-Vuoden-2026-Talousarvioon-Muutoksia',
    why: 'slug with capitals',
  },
  {
    url: '/A-To-Z-Of-It-In-2026-And-On-To-No-End-Of-It-All-9',
    page: '/A-To-Z-Of-It-In-2026-And-On-To-No-End-Of-It-All-9',
    why: 'slug of short words',
  },
  {
    url: '/lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas',
    page: '/lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas',
    why: 'Finnish',
  },
  // screening
  { url: '/user/mikko@example.fi', page: '/user/[email]', why: 'e-mail' },
  { url: '/user/mikko%40example.fi/', page: '/user/[email]', why: 'encoded' },
  {
    url: '/user/mi%E2%80%8Bkko%40example.fi',
    page: '/user/[email]',
    why: 'hidden by a zero width character',
  },
  { url: '/tel/+358401234567', page: '/tel/[phone]', why: 'phone' },
  { url: '/h/131052-308T', page: '/h/[personal_identity_code]', why: 'identity code' },
  { url: '/pay/FI21%201234%205600%200007%2085', page: '/pay/[iban]', why: 'IBAN' },
  { url: '/card/4111-1111-1111-1111', page: '/card/[card]', why: 'card' },
  { url: '/2026/11/23/otsikko', page: '/2026/11/23/otsikko', why: 'date' },
  { url: '/@mikko/post', page: '/@mikko/post', why: 'handle' },
  // hash
  { url: '/#/cart', page: '/', why: 'fragment left out' },
  { url: '/#/cart', page: '/#/cart', why: 'hash route', hash: true },
  { url: '/app/#/cart/', page: '/app#/cart', why: 'slashes folded', hash: true },
  { url: '/#/', page: '/', why: 'empty route', hash: true },
  { url: '/#!/', page: '/', why: 'empty route of old', hash: true },
  { url: '/#top', page: '/#top', why: 'a place on the page', hash: true },
  { url: '/#/cart?token=1', page: '/#/cart', why: 'its query left out', hash: true },
  {
    url: '/#/haku?q=x',
    page: '/#/haku?q=x',
    why: 'its query kept',
    rules: { keepParameters: ['q'] },
    hash: true,
  },
  { url: '/#access_token=abc&state=1', page: '/', why: 'answer of a sign-in', hash: true },
  { url: '/#:~:text=sairaus', page: '/', why: 'text to highlight', hash: true },
  { url: '/#/u/mikko%40example.fi', page: '/#/u/[email]', why: 'screened', hash: true },
  { url: '/#/p%C3%A4iv%C3%A4', page: '/#/päivä', why: 'decoded', hash: true },
]

describe('pageOf', () => {
  it.each(CASES)('makes $page of $url ($why)', ({ url, page, rules, hash }) => {
    expect(made(url, rules, hash)).toBe(page)
  })

  const texts = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '/',
          '//',
          '%2F',
          '%C3%A4',
          '%E4',
          '%',
          '%00',
          '?x=',
          '&y=',
          '#/',
          ';sid=1',
          '+',
          '*',
          '**',
          ' ',
        ),
        fc.constantFrom(
          HEX,
          UUID,
          JWT,
          RANDOM,
          '😀',
          '%E2%80%AE',
          'a@b.fi',
          '040 1234567',
          '(S(a))',
          'orders',
          'pay',
        ),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
        fc.webPath(),
      ),
      { maxLength: 30 },
    )
    .map(pieces => pieces.join(''))
  const rules = fc.record<Partial<PageRules>>(
    {
      foldSlash: fc.boolean(),
      maskTokens: fc.boolean(),
      keepParameters: fc.subarray(['x', 'y', 'phone', 'a=b']),
      masks: fc.subarray(['/orders/*/pay', '/orders/**', '/**/pay', '/a*b', '/**']),
    },
    { requiredKeys: [] },
  )

  it('stays what it is when it is made again of itself', () => {
    fc.assert(
      fc.property(texts, rules, fc.boolean(), (text, siteRules, hash) => {
        const page = made(`/${text}`, siteRules, hash)
        const mark = page.indexOf('?')
        const path = mark === -1 ? page : page.slice(0, mark)
        const parameters = new URLSearchParams(mark === -1 ? '' : page.slice(mark))
        expect(pageOf({ path, parameters }, compilePageRules(siteRules))).toBe(page)
      }),
      { numRuns: Number(process.env['HANKI_TEST_RUNS'] ?? 2_000), seed: 3 },
    )
  })

  it('begins with a slash, has at most 1,000 characters, and no invisible ones', () => {
    fc.assert(
      fc.property(texts, rules, fc.boolean(), (text, siteRules, hash) => {
        const page = made(`/${text}`, siteRules, hash)
        expect(page.startsWith('/')).toBe(true)
        expect(page.length).toBeLessThanOrEqual(1_000)
        expect(page.isWellFormed()).toBe(true)
        expect(page).not.toMatch(/[\p{Cc}\p{Cf}]/u)
        expect(findPersonalData(page.split('?', 1)[0] ?? '')).toBeUndefined()
      }),
      { numRuns: 2_000, seed: 4 },
    )
  })

  it.each([
    { what: 'personal identity codes', values: finnishCodes },
    { what: 'IBANs', values: ibans },
    { what: 'cards', values: cards },
    { what: 'e-mail addresses', values: emails },
  ])('keeps no $what of paths, hash routes and kept parameters', ({ values }) => {
    fc.assert(
      fc.property(values, fc.boolean(), (value, encode) => {
        const sent = encode ? encodeURIComponent(value) : value.replaceAll('+', '%2B')
        const page = made(`/a/${sent}/b?q=${sent}#/c/${sent}`, { keepParameters: ['q'] }, true)
        expect(page).not.toContain(value)
        expect(page).toMatch(/^\/a\/\[\w+\]\/b#\/c\/\[\w+\]\?q=\[\w+\]$/)
      }),
      { numRuns: 300, seed: 5 },
    )
  })

  it.each([
    { why: 'slashes', text: `${'/'.repeat(1_990)}a/` },
    { why: 'segments under masks with many **', text: 'a/'.repeat(995) },
    { why: 'percent signs', text: '%C0%80'.repeat(330) },
    { why: 'brackets', text: '/(S(a'.repeat(400) },
    { why: 'path parameters', text: ';a=;'.repeat(495) },
    { why: 'letters of a token', text: 'aB3'.repeat(660) },
    { why: 'beginnings of tokens', text: 'eyJaaaaaaaa.'.repeat(165) },
  ])('takes little longer for 2,000 hostile characters than for others: $why', ({ text }) => {
    const site = compilePageRules({ masks: ['/**/a/**/a/**/b', '/**/*a*a*b', '/a/**/c'] })
    const tidy = (path: string) => {
      const url = parsePageUrl(`https://example.com/${path}`, true)
      if (url !== undefined) pageOf(url, site)
    }
    const plain = 'products/kayaks/'.repeat(125)
    expect(timesAsLong(tidy, text, plain)).toBeLessThan(LITTLE_LONGER)
  })
})

function made(path: string, rules: Partial<PageRules> = {}, hash = false): string {
  const url = parsePageUrl(`https://example.com${path}`, hash)
  if (url === undefined) throw new Error(`no URL: ${path}`)
  return pageOf(url, compilePageRules(rules))
}
