import { parseUrl } from '../parse-url.ts'

/** Origins of one link at most: all of them stand in a header of each page. */
export const MAX_ORIGINS = 20

/** Host names in which nothing can end a directive of a Content-Security-Policy or begin another one. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$|^\[::1\]$/
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

export type OriginsResult =
  | { readonly ok: true; readonly value: readonly string[] }
  | { readonly ok: false; readonly error: string }

/**
 * Origins whose pages may show a link in a frame, as browsers write them, each once; undefined and null: none. `https`
 * only, but of the same machine.
 */
export function parseFramingOrigins(typed: unknown): OriginsResult {
  if (typed === undefined || typed === null) return { ok: true, value: [] }
  if (!Array.isArray(typed))
    return { ok: false, error: 'Give a list of origins, such as ["https://example.com"].' }
  if (typed.length > MAX_ORIGINS) return { ok: false, error: `Give at most ${MAX_ORIGINS} origins.` }
  const origins = new Set<string>()
  for (const one of typed) {
    const origin = parseOrigin(one)
    if (!origin.ok) return origin
    origins.add(origin.value)
  }
  return { ok: true, value: [...origins] }
}

function parseOrigin(typed: unknown): { ok: true; value: string } | { ok: false; error: string } {
  const text = typeof typed === 'string' ? typed.trim() : ''
  const shown = JSON.stringify(text.slice(0, 60))
  const wrong = (what: string) => ({ ok: false as const, error: `${shown} ${what}` })
  if (text.includes('*')) return wrong('has a *: name every origin, such as https://www.example.com.')
  const url = parseUrl(text)
  if (url === undefined)
    return wrong('is no origin. Write https:// and the host, such as https://example.com.')
  const { protocol, username, password, pathname, search, hash, hostname, origin } = url
  if (protocol !== 'https:' && protocol !== 'http:')
    return wrong('is no origin. Write https:// and the host, such as https://example.com.')
  if (protocol === 'http:' && !LOCAL.has(hostname))
    return wrong('is not safe: write https://. Plain http:// is for localhost only.')
  if (username !== '' || password !== '' || pathname !== '/' || search !== '' || hash !== '')
    return wrong(`is more than an origin. Write "${origin}".`)
  if (!HOST.test(hostname))
    return wrong('has a host that browsers would not take. Write it as in the address bar.')
  return { ok: true, value: origin }
}
