import type { Engagement, Revenue } from './analytics-event.ts'
import { parseEngagement } from './engagement.ts'
import { hostOf, type PageUrl, parsePageUrl, withoutWww } from './page-url.ts'
import { parseProps } from './props.ts'
import { parseRevenue } from './revenue.ts'
import { parseTimestamp } from './timestamp.ts'

/** One event as a browser or a program sent it, checked but not yet anything that may be kept. */
export interface Payload {
  readonly name: string
  readonly url: PageUrl
  /** Domains of the sites it is for: lower case, without `www.`, at least one. */
  readonly domains: readonly string[]
  readonly referrer: string
  readonly props: Readonly<Record<string, string>>
  readonly interactive: boolean
  readonly revenue: Revenue | undefined
  /** Only of events named `engagement`. */
  readonly engagement: Engagement | undefined
  /** When it happened, in whole seconds since 1970, as the sender says; undefined for now. */
  readonly happenedAtSeconds: number | undefined
}

/** Name of the event that a page was opened. */
export const PAGE_VIEW = 'pageview'

/** Name of the event that tells how long a page was looked at. */
export const ENGAGEMENT = 'engagement'

/** The public names of the parts of an event that an error can be about. */
export type PayloadField =
  | 'event_name'
  | 'url'
  | 'domain'
  | 'props'
  | 'revenue'
  | 'timestamp'
  | 'ip'
  | 'user_agent'
  | 'request'

export type PayloadErrors = Partial<Record<PayloadField, readonly string[]>>

export type PayloadResult =
  | { readonly ok: true; readonly payload: Payload }
  | { readonly ok: false; readonly errors: PayloadErrors }

const MAX_NAME_CHARACTERS = 120
const MAX_URL_BYTES = 2_000
const MAX_DOMAINS = 10

/** Checks one event of `POST /api/event`; every fault is reported at once, by field. Source: wire format §1. */
export function parsePayload(body: unknown): PayloadResult {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return {
      ok: false,
      errors: { request: ['must be a JSON object such as {"n":"pageview","u":"https://…","d":"…"}'] },
    }
  }
  const fields = body as Readonly<Record<string, unknown>>
  const errors: Record<string, string[]> = {}
  const name = parseName(either(fields, 'n', 'name'))
  if (name === undefined)
    errors['event_name'] = [`is required: text or an integer of 1 to ${MAX_NAME_CHARACTERS} characters`]
  const url = parseUrl(either(fields, 'u', 'url'), either(fields, 'h', 'hashMode'))
  if (url === undefined) {
    errors['url'] = [
      `is required: a whole URL of at most ${MAX_URL_BYTES} bytes, such as https://example.com/page`,
    ]
  }
  const domains = parseDomains(either(fields, 'd', 'domain'), url)
  if (domains === undefined) {
    errors['domain'] = [`must be a site's domain, or up to ${MAX_DOMAINS} separated by commas`]
  }
  const props = parseProps(either(fields, 'p', 'props') ?? either(fields, 'm', 'meta'))
  if (!props.ok) errors['props'] = [props.error]
  const revenue = parseRevenue(either(fields, '$', 'revenue'))
  if (!revenue.ok) errors['revenue'] = [revenue.error]
  const timestamp = parseTimestamp(fields['timestamp'])
  if (!timestamp.ok) errors['timestamp'] = [timestamp.error]
  const engagement = name === ENGAGEMENT ? parseEngagement(fields['sd'], fields['e']) : undefined
  if (name === ENGAGEMENT && engagement === undefined) {
    errors['request'] = [
      'an engagement event needs "sd", the scroll depth in percent, or "e", the engaged time in ms',
    ]
  }

  const isWhole = name !== undefined && url !== undefined && domains !== undefined
  if (!isWhole || !props.ok || !revenue.ok || !timestamp.ok || Object.keys(errors).length > 0) {
    return { ok: false, errors }
  }
  return {
    ok: true,
    payload: {
      name,
      url,
      domains,
      referrer: parseReferrer(either(fields, 'r', 'referrer')),
      props: props.value,
      interactive: !isFalse(either(fields, 'i', 'interactive')),
      revenue: revenue.value,
      engagement,
      happenedAtSeconds: timestamp.value,
    },
  }
}

/** The short name wins when both are present. */
function either(fields: Readonly<Record<string, unknown>>, short: string, long: string): unknown {
  return fields[short] ?? fields[long]
}

function parseName(value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isInteger(value) ? String(value) : value
  if (typeof text !== 'string') return undefined
  const name = text.trim().toWellFormed()
  return name.length > 0 && name.length <= MAX_NAME_CHARACTERS ? name : undefined
}

function parseUrl(value: unknown, hashMode: unknown): PageUrl | undefined {
  if (typeof value !== 'string' || Buffer.byteLength(value) > MAX_URL_BYTES) return undefined
  return parsePageUrl(value, isTrue(hashMode))
}

function parseDomains(value: unknown, url: PageUrl | undefined): readonly string[] | undefined {
  if (value === undefined || value === null || value === '') return url === undefined ? [] : [url.hostname]
  if (typeof value !== 'string') return undefined
  if (!value.includes(',')) {
    const domain = asciiDomain(value.trim().toLowerCase())
    return domain === '' ? undefined : [domain]
  }
  const domains = value
    .split(',')
    .map(domain => asciiDomain(domain.trim().toLowerCase()))
    .filter(domain => domain !== '')
  return domains.length > 0 && domains.length <= MAX_DOMAINS ? [...new Set(domains)] : undefined
}

/** Sites are stored in the form that URLs use: `hämeen.fi` is `xn--hmeen-gra.fi`. */
function asciiDomain(domain: string): string {
  return /^[ -~]*$/.test(domain) ? withoutWww(domain) : hostOf(`http://${domain}`)
}

/** A referrer is never worth refusing an event for: what is not a text is none. */
function parseReferrer(value: unknown): string {
  return typeof value === 'string' && Buffer.byteLength(value) <= MAX_URL_BYTES ? value : ''
}

/** Forms send every value as text. */
function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === 'true' || value === '1'
}

function isFalse(value: unknown): boolean {
  return value === false || value === 'false' || value === '0'
}
