import type { Random } from '../demo/random.ts'

/** What breaks parsers: text at the edges of encodings, of lengths and of meaning. */
const TEXTS = [
  '',
  ' ',
  '\0',
  '\ud800',
  '\udc00x',
  '\u202e',
  '\ufeff',
  'é',
  '한국어',
  '👩‍👩‍👧',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  "'; DROP TABLE events; --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '%00',
  '%ff%fe',
  '../../etc/passwd',
  'anna@example.org',
  '131052-308T',
  'FI21 1234 5600 0007 85',
  '+358 40 123 4567',
  '4111 1111 1111 1111',
  '0',
  '-0',
  '1e308',
  '9'.repeat(400),
  'a'.repeat(121),
  'a/'.repeat(900),
  '%'.repeat(500),
  '@'.repeat(300),
  '0'.repeat(2_001),
]
const URLS = [
  'https://example.com/',
  'https://www.example.com/a/b?utm_source=x&utm_medium=cpc#c',
  'https://example.com/%E0%A4%A',
  'https://example.com/%2e%2e/%2F//',
  'https://example.com:8080/ä ö/ü?q=a&q=b',
  'https://user:pass@example.com/',
  'https://xn--hmeen-gra.fi/',
  'https://hämeen.fi/',
  'https://[2001:db8::1]/',
  'http://1.2.3.4/',
  'http://0x7f.1/',
  'android-app://com.google.android.gm/',
  'app://localhost/index.html#/x',
  'about:blank',
  'file:///etc/passwd',
  'data:text/html,x',
  'blob:https://example.com/x',
  'javascript:alert(1)',
  'https://',
  'http://[',
  '//example.com/',
  `https://example.com/${'a'.repeat(1_990)}`,
  `https://example.com/?${'utm_source=x&'.repeat(100)}`,
  `https://${'a.'.repeat(120)}example.com/`,
]
const NUMBERS = [0, -0, -1, 1, 0.1, 100, 101, 404, 2 ** 31, 2 ** 53, 1e21, 1e308, -1e308, 5e-324]
const FIELDS = [
  ...['n', 'name', 'u', 'url', 'd', 'domain', 'r', 'referrer', 'p', 'props', 'm', 'meta', 'h', 'hashMode'],
  ...['$', 'revenue', 'i', 'interactive', 'sd', 'e', 'v', 'w', 'timestamp', 'ip', 'user_agent'],
  ...['__proto__', 'constructor', 'prototype', 'toJSON', 'length', ''],
]
const DOMAINS = [
  'example.com',
  'www.example.com',
  'example.com,other.example',
  'unknown.example',
  ',',
  'EXAMPLE.COM.',
]
const NAMES = ['pageview', 'engagement', 'Sign up', '404', 'File Download', 'Outbound Link: Click']

/** A body of any quality: an event with some wrong values, an array of them, a form, broken JSON, or bytes. */
export function fuzzBody(random: Random, contentType: string): Buffer {
  const chance = random.next()
  if (chance < 0.06) return bytes(random, random.below(300))
  if (chance < 0.08) return Buffer.from('['.repeat(random.below(30_000)))
  if (chance < 0.085) return Buffer.alloc(60_000 + random.below(20_000), 'a')
  const text = textOf(random, contentType)
  if (chance < 0.16) return Buffer.from(text.slice(0, random.below(text.length + 1)))
  const body = Buffer.from(text)
  if (chance < 0.22 && body.length > 0) body[random.below(body.length)] = random.below(256)
  return body
}

function textOf(random: Random, contentType: string): string {
  const isForm = contentType.includes('form') && random.chance(0.7)
  if (isForm) return formOf(random, contentType)
  if (random.chance(0.04)) return JSON.stringify(fuzzValue(random, 4))
  if (random.chance(0.12))
    return JSON.stringify(Array.from({ length: random.below(12) }, () => fuzzEvent(random)))
  return JSON.stringify(fuzzEvent(random))
}

function formOf(random: Random, contentType: string): string {
  const fields = Object.entries(fuzzEvent(random)).map(
    ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
  )
  if (contentType.startsWith('multipart')) {
    const parts = fields.map(
      ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    return `${parts.join('')}--x--\r\n`
  }
  return fields
    .map(([name, value]) => (random.chance(0.9) ? `${name}=${formEncoded(value)}` : `${name}=${value}`))
    .join('&')
}

/** Half-good percent-encoding, lone surrogates included. */
function formEncoded(text: string): string {
  return text.toWellFormed().replaceAll(/[&=+%#]/g, sign => encodeURIComponent(sign))
}

/** An event that is right but for some of its fields. */
function fuzzEvent(random: Random): Record<string, unknown> {
  const event: Record<string, unknown> = {
    n: random.oneOf(NAMES),
    u: random.chance(0.7) ? 'https://example.com/page' : random.oneOf(URLS),
    d: random.chance(0.8) ? 'example.com' : random.oneOf(DOMAINS),
  }
  if (random.chance(0.3)) event['r'] = random.oneOf(URLS)
  if (random.chance(0.3)) event['p'] = fuzzProps(random)
  if (random.chance(0.2)) event['$'] = { amount: random.oneOf([...TEXTS, ...NUMBERS]), currency: 'EUR' }
  if (random.chance(0.2)) Object.assign(event, { sd: random.oneOf(NUMBERS), e: random.oneOf(NUMBERS) })
  if (random.chance(0.15))
    Object.assign(event, { ip: '91.152.10.9', user_agent: 'Mozilla/5.0 Firefox/143.0' })
  if (random.chance(0.1)) event['timestamp'] = fuzzTime(random)
  for (let wrong = random.below(4); wrong > 0; wrong--) {
    const field = random.oneOf(FIELDS)
    if (random.chance(0.2)) delete event[field]
    else
      Object.defineProperty(event, field, {
        value: fuzzValue(random, 3),
        enumerable: true,
        configurable: true,
        writable: true,
      })
  }
  return event
}

function fuzzTime(random: Random): string {
  const time = new Date(Date.now() - random.below(500 * 86_400) * 1_000).toISOString()
  return random.chance(0.8) ? time : time.slice(0, random.below(time.length))
}

function fuzzProps(random: Random): unknown {
  const pairs = Array.from({ length: random.below(40) }, () => [random.oneOf(TEXTS), fuzzValue(random, 1)])
  const props: unknown = Object.fromEntries(pairs)
  return random.chance(0.3) ? JSON.stringify(props) : props
}

function fuzzValue(random: Random, depth: number): unknown {
  const kind = random.below(depth > 0 ? 9 : 7)
  if (kind < 2) return random.oneOf(TEXTS)
  if (kind === 2) return random.oneOf(NUMBERS)
  if (kind === 3) return random.oneOf(URLS)
  if (kind === 4) return random.chance(0.5)
  if (kind === 5) return null
  if (kind === 6) return bytes(random, random.below(60)).toString('latin1')
  if (kind === 7) return Array.from({ length: random.below(5) }, () => fuzzValue(random, depth - 1))
  return Object.fromEntries(
    Array.from({ length: random.below(5) }, () => [random.oneOf(FIELDS), fuzzValue(random, depth - 1)]),
  )
}

function bytes(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.below(256)))
}
