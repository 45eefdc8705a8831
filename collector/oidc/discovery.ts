import {
  type AuthorizationServer,
  allowInsecureRequests,
  customFetch,
  discoveryRequest,
  processDiscoveryResponse,
} from 'oauth4webapi'
import { parseUrl } from '../core/parse-url.ts'
import { type BoundedFetch, boundedFetch } from './bounded-fetch.ts'
import { codeOf, OidcError } from './oidc-error.ts'
import { addressRange, isSafeAddress, isThisMachine } from './oidc-settings.ts'

/** What is known of the provider, and the only way to talk to it. */
export interface FoundProvider {
  readonly server: AuthorizationServer
  /** Reaches the addresses that the provider's document names, and no other. */
  readonly options: ProviderOptions
}

/** How the library asks the provider. */
export interface ProviderOptions {
  readonly [customFetch]: BoundedFetch
  /** The addresses were checked; without it the library would refuse a provider on this machine. */
  readonly [allowInsecureRequests]: true
}

/** Finds the provider when it is needed. */
export interface Discovery {
  /** Throws `OidcError` when the provider is away, within seconds. */
  find(): Promise<FoundProvider>
}

export interface DiscoveryDeps {
  readonly issuer: string
  /** A clock that never goes backwards, ms. */
  readonly nowMs: () => number
  /** How long the provider may take for one answer, ms. */
  readonly answerMs?: number
}

/** How long a document is believed: providers that move say so by it. */
const KEPT_MS = 3_600_000
/** How long nobody asks again after the provider was away: who presses the button again and again must not hammer it. */
const AWAY_MS = 3_000

/** Addresses of the document that Hanki, or the browser in its name, goes to. */
const ENDPOINTS = ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'userinfo_endpoint'] as const

/** Asks nothing before the first `find`, then once an hour; everybody who asks meanwhile waits for the same answer. */
export function openDiscovery({ issuer, nowMs, answerMs }: DiscoveryDeps): Discovery {
  let found: Promise<FoundProvider> | undefined
  let keptUntilMs = 0

  async function ask(): Promise<FoundProvider> {
    try {
      const document = new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`).href
      const options = optionsFor(url => url === document, answerMs)
      const answer = await discoveryRequest(new URL(issuer), options)
      const server = await processDiscoveryResponse(new URL(issuer), answer)
      const addresses = checkedAddresses(server, new URL(issuer))
      return { server, options: optionsFor(url => addresses.has(url), answerMs) }
    } catch (error) {
      throw toDiscoveryError(error, issuer)
    }
  }

  return {
    find() {
      if (found !== undefined && nowMs() < keptUntilMs) return found
      keptUntilMs = nowMs() + KEPT_MS
      found = ask().catch((error: unknown) => {
        keptUntilMs = nowMs() + AWAY_MS
        throw error
      })
      return found
    },
  }
}

function optionsFor(isAllowed: (url: string) => boolean, answerMs: number | undefined): ProviderOptions {
  return { [customFetch]: boundedFetch(isAllowed, answerMs), [allowInsecureRequests]: true }
}

/** The addresses of a document, as the library asks for them. Throws `OidcError` when one is missing or leads astray. */
function checkedAddresses(server: AuthorizationServer, issuer: URL): ReadonlySet<string> {
  return new Set(
    ENDPOINTS.flatMap(name => {
      const text = server[name]
      if (text === undefined && name === 'userinfo_endpoint') return []
      const url = parseUrl(text ?? '')
      if (url === undefined || !mayLeadTo(url, issuer)) {
        throw new OidcError('away', 'ENDPOINT_NOT_ALLOWED', `names no usable ${name}.`)
      }
      return [url.href]
    }),
  )
}

/** Whoever writes the document must not make Hanki talk to the insides of the network that it is in. */
function mayLeadTo(url: URL, issuer: URL): boolean {
  if (!isSafeAddress(url) || url.username !== '' || url.password !== '') return false
  if (url.hostname === issuer.hostname) return true
  if (isThisMachine(url)) return isThisMachine(issuer)
  return (addressRange(url) ?? 'unicast') === 'unicast'
}

function toDiscoveryError(error: unknown, issuer: string): OidcError {
  const what =
    error instanceof OidcError && error.code === 'ENDPOINT_NOT_ALLOWED'
      ? error.message
      : 'does not answer as a provider of OpenID Connect does.'
  return new OidcError(
    'away',
    codeOf(error),
    `${issuer} ${what} Check HANKI_OIDC_ISSUER, that this machine may reach it, and its /.well-known/openid-configuration.`,
  )
}
