import { openRandom } from '../../demo/random.ts'
import { chooseEvent } from './events.ts'
import { choosePerson, type Person } from './people.ts'

/** `single`: one event per request, as pages send it. `array`: many, as a program sends them. */
export type Shape = 'single' | 'array'

/** Events of a request. */
export const EVENTS_PER_REQUEST: Readonly<Record<Shape, number>> = { single: 1, array: 100 }

/** Different requests that are prepared; about 30 MB of either shape. */
const POOL_SIZE: Readonly<Record<Shape, number>> = { single: 30_000, array: 2_000 }
const PEOPLE = 20_000
const SEED = 20_261_123

/** Whole HTTP/1.1 requests, ready to be written. The same for every server, port or not: the host is made up. */
export function buildRequests(shape: Shape): readonly Buffer[] {
  const random = openRandom(SEED)
  const people = Array.from({ length: PEOPLE }, () => choosePerson(random))
  return Array.from({ length: POOL_SIZE[shape] }, () => {
    const person = random.oneOf(people)
    const events = Array.from({ length: EVENTS_PER_REQUEST[shape] }, () => chooseEvent(random, person.site))
    const body = JSON.stringify(shape === 'single' ? events[0] : events)
    return toRequest(person, shape === 'single' ? browserHeaders(person) : programHeaders(), body)
  })
}

function toRequest(person: Person, headers: Readonly<Record<string, string>>, body: string): Buffer {
  const all = {
    host: 'stats.example',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': person.userAgent,
    ...headers,
    'accept-language': person.acceptLanguage,
    'x-forwarded-for': person.address,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`POST /api/event HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}

/** What a browser sends besides when a page of another origin calls fetch. */
function browserHeaders({ site, userAgent }: Person): Readonly<Record<string, string>> {
  const origin = `https://${site.hosts[0]}`
  return {
    ...(/Chrome\//.test(userAgent) ? clientHints(userAgent) : {}),
    'content-type': 'text/plain',
    accept: '*/*',
    origin,
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'cors',
    'sec-fetch-dest': 'empty',
    referer: `${origin}/`,
    'accept-encoding': 'gzip, deflate, br, zstd',
  }
}

function clientHints(userAgent: string): Readonly<Record<string, string>> {
  const major = /Chrome\/(\d+)/.exec(userAgent)?.[1] ?? ''
  const platform = /Android|Windows|Macintosh|CrOS/.exec(userAgent)?.[0] ?? 'Linux'
  const names: Readonly<Record<string, string>> = { Macintosh: 'macOS', CrOS: 'Chrome OS' }
  return {
    'sec-ch-ua': `"Chromium";v="${major}", "Not)A;Brand";v="24"`,
    'sec-ch-ua-mobile': userAgent.includes(' Mobile ') ? '?1' : '?0',
    'sec-ch-ua-platform': `"${names[platform] ?? platform}"`,
  }
}

function programHeaders(): Readonly<Record<string, string>> {
  return { 'content-type': 'application/json', accept: 'application/json' }
}
