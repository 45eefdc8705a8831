import { hostOf, type PageUrl, parsePageUrl, withoutWww } from './page-url.ts'
import { parseProps } from './props.ts'

/** One event as a browser or a program sent it, checked but not yet anything that may be kept. */
export interface Payload {
  readonly name: string
  readonly url: PageUrl
  /** Domains of the sites it is for: lower case, without `www.`, at least one. */
  readonly domains: readonly string[]
  readonly referrer: string
  readonly props: Readonly<Record<string, string>>
  readonly interactive: boolean
}

/** The public names of the parts of an event that an error can be about. */
export type PayloadField = 'event_name' | 'url' | 'domain' | 'props' | 'request'

export type PayloadErrors = Partial<Record<PayloadField, readonly string[]>>

export type PayloadResult =
  | { readonly ok: true; readonly payload: Payload }
  | { readonly ok: false; readonly errors: PayloadErrors }

const MAX_NAME_CHARACTERS = 120
const MAX_URL_BYTES = 2_000
const MAX_DOMAINS = 10
/** Names whose event is about the page itself when it carries no `path` of its own. */
const PAGE_EVENTS = new Set(['404', 'File Download', 'Form: Submission', 'Outbound Link: Click'])

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

  if (name === undefined || url === undefined || domains === undefined || !props.ok)
    return { ok: false, errors }
  return {
    ok: true,
    payload: {
      name,
      url,
      domains,
      referrer: parseReferrer(either(fields, 'r', 'referrer')),
      props: withPath(name, props.value, url.page),
      interactive: either(fields, 'i', 'interactive') !== false,
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
  return parsePageUrl(value, hashMode === 1 || hashMode === true)
}

function parseDomains(value: unknown, url: PageUrl | undefined): readonly string[] | undefined {
  if (value === undefined || value === null || value === '') return url === undefined ? [] : [url.hostname]
  if (typeof value !== 'string') return undefined
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

function withPath(
  name: string,
  props: Readonly<Record<string, string>>,
  page: string,
): Readonly<Record<string, string>> {
  return PAGE_EVENTS.has(name) && props['path'] === undefined ? { ...props, path: page } : props
}
