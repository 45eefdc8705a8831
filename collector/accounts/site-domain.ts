import { withoutWww } from '../core/event/page-url.ts'
import { parseUrl } from '../core/parse-url.ts'
import type { Checked } from './checked.ts'

/** Longest host name of the DNS, in characters. */
const MAX_DOMAIN_CHARACTERS = 253
/** Longer than any address that people paste, in characters. */
const MAX_TYPED_CHARACTERS = 2_000
/** One part between dots, as browsers accept it; names that are not English come as `xn--…`. */
const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/

/**
 * The domain of a site as events name it: lower case, punycode, without `www.`, port and path.
 * Takes what people paste from the address bar, `https://www.Example.com/shop` or `localhost:3000`.
 */
export function parseSiteDomain(typed: unknown): Checked<string> {
  const text = typeof typed === 'string' ? typed.trim() : ''
  if (text === '') return { ok: false, error: 'Enter the domain of the site, such as example.com.' }
  if (text.length > MAX_TYPED_CHARACTERS) return notADomain()
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text.replace(/^\/\//, '')}`
  if (!/^https?:\/\//i.test(address)) {
    return { ok: false, error: 'Only sites that are served over http or https can be tracked.' }
  }
  if (/[\s,;]/.test(text)) return { ok: false, error: 'Enter one domain only, without spaces or commas.' }
  const url = parseUrl(address)
  if (url === undefined) return notADomain()
  if (url.username !== '') {
    return {
      ok: false,
      error: 'This looks like an e-mail address. Enter the domain of the site, such as example.com.',
    }
  }
  const domain = withoutWww(url.hostname)
  if (domain.length > MAX_DOMAIN_CHARACTERS) {
    return { ok: false, error: `A domain has at most ${MAX_DOMAIN_CHARACTERS} characters.` }
  }
  if (!domain.split('.').every(label => LABEL.test(label))) return notADomain()
  // URLs read `1234` as the address 0.0.4.210: nobody means that.
  const isAddress = /^\d+\.\d+\.\d+\.\d+$/.test(domain)
  if (isAddress && !address.includes(domain)) return notADomain()
  return { ok: true, value: domain }
}

function notADomain(): Checked<string> {
  return { ok: false, error: 'This is not a domain. Enter the host name of the site, such as example.com.' }
}
