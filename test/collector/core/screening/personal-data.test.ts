import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findPersonalData,
  type PersonalDataKind,
  withoutPersonalData,
} from '../../../../collector/core/screening/personal-data.ts'
import { LITTLE_LONGER, timesAsLong } from '../../../support/times-as-long.ts'
import { cards, emails, finnishCodes, ibans } from './numbers.ts'

interface Case {
  readonly text: string
  readonly kind: PersonalDataKind
  readonly left: string
  readonly why: string
  readonly key?: string
}

const FOUND: readonly Case[] = [
  // e-mail
  { text: 'mikko@example.fi', kind: 'email', left: '[email]', why: 'alone' },
  { text: '/user/mikko@example.fi/edit', kind: 'email', left: '/user/[email]/edit', why: 'in a path' },
  { text: 'x mikko.v+tag@mail.example.co.uk.', kind: 'email', left: 'x [email].', why: 'in a sentence' },
  { text: '/u/mikko%40example.fi', kind: 'email', left: '/u/[email]', why: 'encoded once' },
  { text: '/u/mikko%2540example.fi', kind: 'email', left: '/u/[email]', why: 'encoded twice' },
  { text: '/u/mikko%25252540example%2Efi?a', kind: 'email', left: '/u/[email]?a', why: 'encoded four times' },
  { text: 'jörö.åberg@esimerkki.fi', kind: 'email', left: '[email]', why: 'letters beyond ASCII' },
  { text: 'j%C3%B6r%C3%B6%40esimerkki.fi', kind: 'email', left: '[email]', why: 'the same, encoded' },
  { text: 'info@hämeen-lukko.fi', kind: 'email', left: '[email]', why: 'host beyond ASCII' },
  { text: 'a@xn--hmeen-gra.xn--p1ai', kind: 'email', left: '[email]', why: 'punycode' },
  { text: 'MAILTO:Mikko@EXAMPLE.FI', kind: 'email', left: 'MAILTO:[email]', why: 'capitals, scheme' },
  { text: 'a=1&email=x@y.fi&b=2', kind: 'email', left: 'a=1&email=[email]&b=2', why: 'in a query' },
  { text: 'kiitos-mikko@example.fi-vahvistus', kind: 'email', left: '[email]-vahvistus', why: 'in a slug' },
  {
    text: '/@mikko@mastodon.social',
    kind: 'email',
    left: '/@[email]',
    why: 'fediverse handle reads like one',
  },
  {
    text: '/shots/mikko@example.fi.png',
    kind: 'email',
    left: '/shots/[email].png',
    why: 'a file named by one',
  },
  { text: 'mikko＠example.fi', kind: 'email', left: '[email]', why: 'full-width at sign' },
  { text: 'a@b.fi, c@d.se', kind: 'email', left: '[email], [email]', why: 'two' },
  { text: "o'hara@example.ie", kind: 'email', left: '[email]', why: 'apostrophe, Ireland' },
  { text: 'a@b@c.fi', kind: 'email', left: 'a@[email]', why: 'one of two signs' },
  // telephone
  { text: '+358401234567', kind: 'phone', left: '[phone]', why: 'international, Finland' },
  { text: 'soita +358 40 123 4567!', kind: 'phone', left: 'soita [phone]!', why: 'in groups' },
  { text: '+358 (0)40 123 4567', kind: 'phone', left: '[phone]', why: 'with the national zero' },
  { text: '/call/%2B358401234567', kind: 'phone', left: '/call/[phone]', why: 'encoded plus' },
  { text: 'q=%2B358+40+1234567', kind: 'phone', left: 'q=[phone]', why: 'spaces as plus' },
  { text: '+46 70-123 45 67', kind: 'phone', left: '[phone]', why: 'Sweden' },
  { text: '+372 5123 4567', kind: 'phone', left: '[phone]', why: 'Estonia' },
  { text: '+12025550123', kind: 'phone', left: '[phone]', why: 'United States' },
  { text: '00358401234567', kind: 'phone', left: '[phone]', why: 'double zero' },
  { text: '00358 40 123 4567', kind: 'phone', left: '[phone]', why: 'double zero, groups' },
  { text: '0046701234567', kind: 'phone', left: '[phone]', why: 'Sweden from abroad, in one run' },
  { text: '0046 70 123 45 67', kind: 'phone', left: '[phone]', why: 'Sweden from abroad' },
  { text: '040 123 4567', kind: 'phone', left: '[phone]', why: 'mobile, Finland' },
  { text: '/haku/040%20123%204567', kind: 'phone', left: '/haku/[phone]', why: 'encoded spaces' },
  { text: '050-1234567', kind: 'phone', left: '[phone]', why: 'hyphen' },
  { text: '050–1234567', kind: 'phone', left: '[phone]', why: 'en dash' },
  { text: '044 12 34 567', kind: 'phone', left: '[phone]', why: 'small groups' },
  { text: '0457 123 4567', kind: 'phone', left: '[phone]', why: 'four-digit prefix, Finland' },
  { text: '040\u00a0123\u00a04567', kind: 'phone', left: '[phone]', why: 'no-break spaces' },
  { text: '09 123 4567', kind: 'phone', left: '[phone]', why: 'Helsinki' },
  { text: '09-1234567', kind: 'phone', left: '[phone]', why: 'Helsinki, the old way' },
  { text: '(03) 212 3456', kind: 'phone', left: '[phone]', why: 'Tampere, brackets' },
  { text: '070-123 45 67', kind: 'phone', left: '[phone]', why: 'mobile, Sweden' },
  { text: '08-123 456 78', kind: 'phone', left: '[phone]', why: 'Stockholm' },
  { text: '06 12 34 56 78', kind: 'phone', left: '[phone]', why: 'mobile, France' },
  { text: '07700 900123', kind: 'phone', left: '[phone]', why: 'mobile, United Kingdom' },
  { text: '0171 12345678', kind: 'phone', left: '[phone]', why: 'mobile, Germany' },
  { text: 'tel:0401234567', kind: 'phone', left: 'tel:[phone]', why: 'scheme' },
  { text: 'puh. 0401234567', kind: 'phone', left: 'puh. [phone]', why: 'Finnish short word' },
  { text: 'https://wa.me/358401234567', kind: 'phone', left: 'https://wa.me/[phone]', why: 'WhatsApp' },
  { text: '0401234567', key: 'phone', kind: 'phone', left: '[phone]', why: 'the key says so' },
  { text: '401234567', key: 'customerPhoneNumber', kind: 'phone', left: '[phone]', why: 'a word of the key' },
  { text: '358401234567', key: 'puhelin', kind: 'phone', left: '[phone]', why: 'Finnish key' },
  {
    text: '040.123.4567',
    key: 'gsm_1',
    kind: 'phone',
    left: '[phone]',
    why: 'any way of writing, with a key',
  },
  // personal identity codes
  { text: '131052-308T', kind: 'personal_identity_code', left: '[personal_identity_code]', why: 'Finland' },
  {
    text: '/hetu/131052-308t/',
    kind: 'personal_identity_code',
    left: '/hetu/[personal_identity_code]/',
    why: 'small',
  },
  {
    text: '131052V308T',
    kind: 'personal_identity_code',
    left: '[personal_identity_code]',
    why: 'new sign, 1900s',
  },
  { text: '131052+308T', kind: 'personal_identity_code', left: '[personal_identity_code]', why: '1800s' },
  { text: '131052%2D308T', kind: 'personal_identity_code', left: '[personal_identity_code]', why: 'encoded' },
  {
    text: '010594Y9032',
    kind: 'personal_identity_code',
    left: '[personal_identity_code]',
    why: 'test code of the state',
  },
  {
    text: '010516B903X',
    kind: 'personal_identity_code',
    left: '[personal_identity_code]',
    why: 'new sign, 2000s',
  },
  {
    text: '8-131052-308T',
    kind: 'personal_identity_code',
    left: '8-[personal_identity_code]',
    why: 'after a hyphen',
  },
  { text: '811218-9876', kind: 'personal_identity_code', left: '[personal_identity_code]', why: 'Sweden' },
  {
    text: '19811218-9876',
    kind: 'personal_identity_code',
    left: '[personal_identity_code]',
    why: 'Sweden, long',
  },
  {
    text: '198112189876',
    kind: 'personal_identity_code',
    left: '[personal_identity_code]',
    why: 'Sweden, bare',
  },
  {
    text: '811278-9873',
    kind: 'personal_identity_code',
    left: '[personal_identity_code]',
    why: 'Sweden, coordination',
  },
  { text: '070761-4285', kind: 'personal_identity_code', left: '[personal_identity_code]', why: 'Denmark' },
  { text: '01010750160', kind: 'personal_identity_code', left: '[personal_identity_code]', why: 'Norway' },
  { text: '37605030299', kind: 'personal_identity_code', left: '[personal_identity_code]', why: 'Estonia' },
  { text: '33309240064', kind: 'personal_identity_code', left: '[personal_identity_code]', why: 'Lithuania' },
  // IBAN
  { text: 'FI2112345600000785', kind: 'iban', left: '[iban]', why: 'Finland' },
  {
    text: 'fi21 1234 5600 0007 85 kiitos',
    kind: 'iban',
    left: '[iban] kiitos',
    why: 'groups, small letters',
  },
  { text: 'FI21+1234+5600+0007+85', kind: 'iban', left: '[iban]', why: 'spaces as plus' },
  { text: '/pay/FI21%201234%205600%200007%2085', kind: 'iban', left: '/pay/[iban]', why: 'encoded spaces' },
  { text: 'DE89370400440532013000', kind: 'iban', left: '[iban]', why: 'Germany' },
  { text: 'GB82 WEST 1234 5698 7654 32', kind: 'iban', left: '[iban]', why: 'letters, United Kingdom' },
  { text: 'iban=NL91ABNA0417164300&x', kind: 'iban', left: 'iban=[iban]&x', why: 'Netherlands, query' },
  { text: 'NO93 8601 1117 947', kind: 'iban', left: '[iban]', why: 'the shortest, Norway' },
  { text: 'MT84MALT011000012345MTLCAST001S', kind: 'iban', left: '[iban]', why: 'long, Malta' },
  // cards
  { text: '4111111111111111', kind: 'card', left: '[card]', why: 'Visa' },
  { text: '4111 1111 1111 1111', kind: 'card', left: '[card]', why: 'groups' },
  { text: '5555-5555-5555-4444', kind: 'card', left: '[card]', why: 'Mastercard, dashes' },
  { text: '2223003122003222', kind: 'card', left: '[card]', why: 'Mastercard, 2-series' },
  { text: '378282246310005', kind: 'card', left: '[card]', why: 'American Express' },
  { text: '3782 822463 10005', kind: 'card', left: '[card]', why: 'American Express, groups' },
  { text: '3056 930902 5904', kind: 'card', left: '[card]', why: 'Diners Club, groups' },
  { text: '6011111111111117', kind: 'card', left: '[card]', why: 'Discover' },
  { text: '3530111333300000', kind: 'card', left: '[card]', why: 'JCB' },
  { text: 'a,4111111111111111,b', kind: 'card', left: 'a,[card],b', why: 'in a list' },
]

const NOT_FOUND: readonly { readonly text: string; readonly why: string; readonly key?: string }[] = [
  { text: '', why: 'nothing' },
  { text: '/uutiset/paiva-suomessa', why: 'words' },
  { text: '/@mikko', why: 'handle of a network' },
  { text: '/@mikko.virtanen/posts', why: 'handle with a dot' },
  { text: '/@svelte/kit@5.0', why: 'scoped package' },
  { text: 'vue@3.5.13/dist/vue.global.prod.js', why: 'package and version' },
  { text: 'pkg@1.2.3-beta.next', why: 'version with words' },
  { text: 'kit@latest', why: 'no dot' },
  { text: 'app@main.min.js', why: 'file of a build' },
  { text: '/img/image@2x.png', why: 'picture of a fine screen' },
  { text: '/img/icon@1.5x.webp', why: 'the same with a dot' },
  { text: '/maps/@60.1699,24.9384,15z', why: 'place on a map' },
  { text: 'root@localhost', why: 'no top-level name' },
  { text: 'a@@b.fi', why: 'nothing between the signs' },
  { text: '50%40off', why: 'encoded sign without a host' },
  { text: '2026-11-23', why: 'date' },
  { text: '23.11.2026 klo 14.30', why: 'Finnish date and time' },
  { text: '09-11-2026', why: 'date that begins like Helsinki' },
  { text: '09 11 2026', why: 'date with spaces' },
  { text: '05 2026 1123', why: 'month and year' },
  { text: '2026-11-23T10:20:30+02:00', why: 'date-time' },
  { text: '2026-11-23T10:20:30.123456+1000', why: 'date-time, zone of four digits' },
  { text: '202611231430', why: 'time stamp to the minute; 12 digits with a day' },
  { text: '20091123-1430', why: 'time stamp with a hyphen' },
  { text: '20261123143000', why: 'time stamp to the second' },
  { text: '1764000000', why: 'seconds since 1970' },
  { text: '1764000000000', why: 'milliseconds since 1970' },
  { text: '1764000000000000', why: 'microseconds since 1970' },
  { text: '/art-2000010012345.html', why: 'article of a newspaper' },
  { text: '/a/74-20012345', why: 'article of a broadcaster' },
  { text: '0401234567', why: 'a bare run: an order number for all we know' },
  { text: '358401234567', why: 'a bare run of twelve' },
  { text: '000012345678', why: 'order number filled up with zeros' },
  { text: 'INV-00461234567', why: 'the same behind a hyphen' },
  { text: '0041570054161', why: 'EAN-13 that begins like Switzerland' },
  { text: '6408430000128', why: 'EAN-13, Finland' },
  { text: '4006381333931', why: 'EAN-13 with a prefix of a card' },
  { text: '4222222222222', why: '13 digits with a Luhn digit: orders have them' },
  { text: '30569309025904', why: 'bare 14 digits' },
  { text: '978-951-1-23456-5', why: 'ISBN' },
  { text: '60.1698557,24.9383791', why: 'coordinates' },
  { text: '60.1698557012345678,24.4111111111111111', why: 'coordinates with a card behind the point' },
  { text: '+60.1699+024.9384', why: 'coordinates of ISO 6709' },
  { text: '12.34.5678', why: 'version' },
  { text: '192.168.100.200', why: 'address of a machine' },
  { text: '1 234 567,89 €', why: 'price' },
  { text: '1299.00', why: 'price' },
  { text: '550e8400-e29b-41d4-a716-446655440000', why: 'UUID' },
  { text: '01234567-0123-4123-8123-012345678901', why: 'UUID of digits only' },
  { text: '6b87739d-0046-4292-0691-ab6ae3c9e4ea', why: 'UUID with Sweden in it' },
  { text: '6b87739d-0457-4292-0691-ab6ae3c9e4ea', why: 'UUID with a Finnish prefix in it' },
  { text: 'd41d8cd98f00b204e9800998ecf8427e', why: 'MD5' },
  { text: '1789456123078945612', why: 'id of a tweet' },
  { text: '131052-308U', why: 'wrong check character' },
  { text: '320152-308T', why: 'no such day' },
  { text: '131052G308T', why: 'no such sign' },
  { text: '010100-000B', why: 'individual number 000' },
  { text: 'A131052-308TX', why: 'inside a word' },
  { text: '811218-9875', why: 'wrong Luhn digit' },
  { text: '8112189876', why: 'bare ten digits, Sweden' },
  { text: '01010750161', why: 'wrong check digit, Norway' },
  { text: '37605030298', why: 'wrong check digit, Estonia' },
  { text: 'FI2112345600000786', why: 'IBAN with a wrong digit' },
  { text: 'FI21123456000007850', why: 'too long for Finland' },
  { text: 'XX2112345600000785', why: 'no such country' },
  { text: 'no10-things-you-should-know-2026-11', why: 'slug that begins like Norway' },
  { text: '4111111111111112', why: 'wrong Luhn digit' },
  { text: '9111111111111111', why: 'no prefix of a card' },
  { text: '41111111111111110', why: '17 digits' },
  { text: '15 Pro Max 256', key: 'phone', why: 'a model, not a number' },
  { text: '1234567', key: 'hotel', why: 'tel is only a part of the word' },
  { text: '1234567', key: 'order', why: 'another key' },
  { text: 'hotel 1234567', why: 'the word is only a part' },
  { text: '[email] [phone]', why: 'placeholders' },
]

describe('withoutPersonalData', () => {
  it.each(FOUND)('puts a placeholder for $kind in "$text" ($why)', ({ text, kind, left, key }) => {
    expect(withoutPersonalData(text, key)).toEqual({ text: left, found: [kind] })
    expect(findPersonalData(text, key)).toBe(kind)
  })

  it.each(NOT_FOUND)('leaves "$text" alone ($why)', ({ text, key }) => {
    expect(withoutPersonalData(text, key)).toEqual({ text, found: [] })
    expect(findPersonalData(text, key)).toBeUndefined()
  })

  it('names every kind once', () => {
    expect(withoutPersonalData('a@b.fi c@d.fi +358401234567 FI2112345600000785')).toEqual({
      text: '[email] [email] [phone] [iban]',
      found: ['email', 'phone', 'iban'],
    })
  })

  it.each([
    { kind: 'personal_identity_code', made: finnishCodes },
    { kind: 'iban', made: ibans },
    { kind: 'card', made: cards },
    { kind: 'email', made: emails },
  ])('leaves no generated $kind, plain or encoded', ({ kind, made }) => {
    const around = fc.constantFrom('', '/', ' ', '/a/', '?x=', '=', ',', '(', '_')
    fc.assert(
      fc.property(made, around, around, (number, before, after) => {
        for (const text of [
          number,
          encodeURIComponent(number),
          encodeURIComponent(encodeURIComponent(number)),
        ]) {
          const screened = withoutPersonalData(`${before}${text}${after}`)
          expect(screened.found).toContain(kind)
          expect(screened.text).not.toContain(text)
        }
      }),
      { numRuns: 500, seed: 1 },
    )
  })

  it('never throws, and finds nothing in what it has made', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          '@',
          '%40',
          '%25',
          '+358',
          '00',
          '040',
          ' ',
          '-',
          '.fi',
          'FI21',
          '[',
          '4111',
          '131052',
          '😀',
        ),
        fc.string({ unit: 'binary', maxLength: 5 }),
        fc.stringMatching(/^\d{1,8}$/),
      ),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(pieces, fc.constantFrom(undefined, 'phone'), (texts, key) => {
        const once = withoutPersonalData(texts.join(''), key).text
        expect(findPersonalData(once, key)).toBeUndefined()
        expect(withoutPersonalData(once, key).text).toBe(once)
      }),
      { numRuns: 2_000, seed: 2 },
    )
  })
})

describe('accidents', () => {
  const RUNS = 50_000
  const PLAIN: readonly { length: number; atMost: number }[] = [
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(length => ({ length, atMost: 0 })),
    { length: 11, atMost: 0.0015 },
    { length: 12, atMost: 0.0005 },
    { length: 13, atMost: 0.0005 },
    { length: 14, atMost: 0.0005 },
    { length: 15, atMost: 0.004 },
    { length: 16, atMost: 0.035 },
    { length: 17, atMost: 0 },
    { length: 18, atMost: 0 },
    { length: 19, atMost: 0.015 },
    { length: 20, atMost: 0 },
  ]

  it.each(PLAIN)('are at most $atMost of plain random numbers of $length digits', ({ length, atMost }) => {
    const random = seeded(length)
    const found = count(RUNS, () => digits(random, length))
    expect(found / RUNS).toBeLessThanOrEqual(atMost)
  })

  it.each([
    { form: '######-####', atMost: 0.015, why: 'shape of Nordic codes' },
    { form: '########-####', atMost: 0.001, why: 'shape of long Swedish codes' },
    { form: '20##-0#-1#', atMost: 0, why: 'dates' },
    { form: '###-######', atMost: 0, why: 'articles' },
    { form: '####-####', atMost: 0, why: 'articles' },
    { form: '##.######,##.######', atMost: 0, why: 'coordinates' },
    { form: '###.###.###', atMost: 0, why: 'prices, versions' },
    { form: '#### #### ####', atMost: 0.0025, why: 'numbers in groups; 0046 … is Sweden from abroad' },
  ])('are at most $atMost of $form ($why)', ({ form, atMost }) => {
    const random = seeded(form.length)
    const found = count(RUNS, () => form.replace(/#/g, () => digits(random, 1)))
    expect(found / RUNS).toBeLessThanOrEqual(atMost)
  })

  it('are none of 20,000 UUIDs and 20,000 articles with an EAN-13', () => {
    const random = seeded(7)
    const hex = (length: number) =>
      Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
    const uuid = () => [8, 4, 4, 4, 12].map(hex).join('-')
    expect(count(20_000, uuid)).toBe(0)
    expect(count(20_000, () => ean13(`64${digits(random, 10)}`))).toBe(0)
  })

  function count(runs: number, make: () => string): number {
    let found = 0
    for (let run = 0; run < runs; run++) if (findPersonalData(`/x/${make()}`) !== undefined) found++
    return found
  }
})

describe('cost', () => {
  it.each([
    { why: 'at signs', text: '@'.repeat(2_000) },
    { why: 'addresses without end', text: 'a@'.repeat(1_000) },
    { why: 'a long local part', text: `${'a'.repeat(1_990)}@` },
    { why: 'a long host', text: `a@${'b.'.repeat(990)}1` },
    { why: 'addresses that touch', text: 'a@b.fi@'.repeat(285) },
    { why: 'digits', text: '1'.repeat(2_000) },
    { why: 'zeros', text: '0'.repeat(2_000) },
    { why: 'digits in groups', text: '040 12 '.repeat(285) },
    { why: 'plus signs', text: '+1'.repeat(1_000) },
    { why: 'brackets', text: '+1(('.repeat(500) },
    { why: 'beginnings of IBANs', text: 'FI21 '.repeat(400) },
    { why: 'identity codes', text: '131052-308'.repeat(200) },
    { why: 'percent signs', text: '%25'.repeat(666) },
    { why: 'percent signs only', text: `${'%'.repeat(1_990)}40` },
    { why: 'cards in a row', text: '4111 1111 '.repeat(200) },
  ])('takes little longer for 2,000 hostile characters than for others: $why', ({ text }) => {
    const clean = (value: string) => {
      withoutPersonalData(value)
      withoutPersonalData(value, 'phone')
    }
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_000)
    const plain = 'Anna anna@example.fi 040 1234567, '.repeat(57)
    expect(timesAsLong(clean, text, plain)).toBeLessThan(LITTLE_LONGER)
  })
})

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function digits(random: () => number, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 10)).join('')
}

function ean13(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return `${twelve}${(10 - (sum % 10)) % 10}`
}
