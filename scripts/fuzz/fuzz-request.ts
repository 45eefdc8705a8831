import type { Random } from '../demo/random.ts'
import { fuzzBody } from './fuzz-body.ts'

/** One request to the way in, as wrong as it comes. */
export interface FuzzRequest {
  readonly method: 'POST' | 'GET'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | undefined
}

const CONTENT_TYPES = [
  'text/plain',
  'application/json',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/octet-stream',
  '',
]
const USER_AGENTS = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
  'Googlebot/2.1 (+http://www.google.com/bot.html)',
  '',
]
/** Header characters that Node.js sends as they are: visible ASCII, blanks and Latin-1. */
const HEADER_SIGNS = [...'aZ09 ",;=?:/\\()[]<>{}@%\t', 'ä', 'ÿ']

/** The next request of this sequence. `keys` are API keys of the server, one of which may be sent. */
export function fuzzRequest(random: Random, keys: readonly string[]): FuzzRequest {
  const headers = fuzzHeaders(random, keys)
  if (random.chance(0.03)) {
    return { method: 'GET', path: `/api/event/pixel.gif?${fuzzQuery(random)}`, headers, body: undefined }
  }
  const type = random.oneOf(CONTENT_TYPES)
  return {
    method: 'POST',
    path: '/api/event',
    headers: type === '' ? headers : { ...headers, 'content-type': type },
    body: fuzzBody(random, type),
  }
}

function fuzzHeaders(random: Random, keys: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {}
  const maybe = (name: string, share: number, value: () => string): void => {
    if (random.chance(share)) headers[name] = value()
  }
  headers['user-agent'] = random.chance(0.85) ? random.oneOf(USER_AGENTS) : noise(random, 600)
  headers['x-forwarded-for'] = random.chance(0.8) ? fuzzAddress(random) : noise(random, 200)
  maybe('forwarded', 0.05, () => (random.chance(0.5) ? `for="${fuzzAddress(random)}"` : noise(random, 200)))
  maybe('authorization', 0.2, () => (random.chance(0.8) ? `Bearer ${random.oneOf(keys)}` : noise(random, 80)))
  maybe('idempotency-key', 0.1, () => noise(random, 80))
  maybe('accept-language', 0.3, () => (random.chance(0.5) ? 'fi-FI,fi;q=0.9' : noise(random, 200)))
  maybe('sec-ch-ua', 0.2, () =>
    random.chance(0.5) ? '"Chromium";v="142", "Brave";v="142"' : noise(random, 300),
  )
  maybe('sec-ch-ua-platform', 0.2, () => (random.chance(0.5) ? '"Android"' : noise(random, 50)))
  maybe('sec-ch-ua-mobile', 0.2, () => random.oneOf(['?1', '?0', '1', '']))
  maybe('sec-gpc', 0.02, () => random.oneOf(['1', '0', '2']))
  maybe('sec-purpose', 0.03, () => noise(random, 30))
  maybe('referer', 0.2, () => noise(random, 200))
  return headers
}

function fuzzAddress(random: Random): string {
  const v4 = (): string => Array.from({ length: 4 }, () => random.below(256)).join('.')
  const v6 = (): string => Array.from({ length: 8 }, () => random.below(65_536).toString(16)).join(':')
  return random.oneOf([v4, v4, v6, () => `${v4()}, ${v4()}`, () => `[${v6()}]:80`, () => `::ffff:${v4()}`])()
}

function fuzzQuery(random: Random): string {
  const value = random.oneOf(['https://example.com/a', 'example.com', '%', '%ff', noise(random, 60)])
  return ['u', 'd', 'r', 'n', 'p', noise(random, 5)]
    .filter(() => random.chance(0.7))
    .map(
      name =>
        `${encodeURIComponent(name)}=${random.chance(0.8) ? encodeURIComponent(value) : value.replaceAll(/[^!-~]/g, '')}`,
    )
    .join('&')
    .replaceAll(/[#\s]/g, '')
}

function noise(random: Random, most: number): string {
  return Array.from({ length: random.below(most) }, () => random.oneOf(HEADER_SIGNS))
    .join('')
    .trim()
}
