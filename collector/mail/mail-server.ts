import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { parseUrl } from '../core/parse-url.ts'

/** How to reach the server that takes letters. Secret: it holds a password. */
export interface MailServer {
  /** A host name or an IP address. */
  readonly host: string
  readonly port: number
  /**
   * `implicit`: TLS from the first byte. `starttls`: nothing is said before TLS has begun. `none`: no TLS, for a server on
   * this machine.
   */
  readonly tls: 'implicit' | 'starttls' | 'none'
  /** Undefined: it asks for no name and password. */
  readonly login: { readonly user: string; readonly password: string } | undefined
}

/** Where servers take letters from programs (RFC 8314, RFC 6409). */
const IMPLICIT_TLS_PORT = 465
const SUBMISSION_PORT = 587

/**
 * Reads `smtps://user:password@host:465` or `smtp://user:password@host:587`, name and password percent-encoded or left out;
 * undefined when it is none. `smtp:` means STARTTLS, but for a host that is this machine.
 */
export function parseMailServer(text: string): MailServer | undefined {
  const url = parseUrl(text)
  if (url === undefined) return undefined
  const isPlainAddress = ['', '/'].includes(url.pathname) && url.search === '' && url.hash === ''
  if (!/^smtps?:$/.test(url.protocol) || !isPlainAddress) return undefined
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  if (isIP(host) === 0 && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host)) return undefined
  const [user, password] = [decoded(url.username), decoded(url.password)]
  if (user === undefined || password === undefined || (user === '') !== (password === '')) return undefined
  const isImplicit = url.protocol === 'smtps:'
  const isHere = isThisMachine(host)
  return {
    // Without a certificate, the name server must not say that this machine is another one.
    host: host === 'localhost' && !isImplicit ? '127.0.0.1' : host,
    port: url.port === '' ? (isImplicit ? IMPLICIT_TLS_PORT : SUBMISSION_PORT) : Number(url.port),
    tls: isImplicit ? 'implicit' : isHere ? 'none' : 'starttls',
    login: user === '' ? undefined : { user, password },
  }
}

function isThisMachine(host: string): boolean {
  if (host === 'localhost') return true
  return isIP(host) !== 0 && ipaddr.process(host).range() === 'loopback'
}

/** Undefined for a broken percent-encoding, and for what would be another command of SMTP. */
function decoded(text: string): string | undefined {
  try {
    const value = decodeURIComponent(text)
    return /\p{Cc}/u.test(value) ? undefined : value
  } catch {
    return undefined
  }
}
