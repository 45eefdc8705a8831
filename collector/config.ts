import { isAbsolute, resolve } from 'node:path'
import ipaddr from 'ipaddr.js'
import { parseUrl } from './core/parse-url.ts'
import { NO_FILE } from './ingest/identity/day-key-file.ts'
import { type MailServer, parseMailServer } from './mail/mail-server.ts'
import { isMailbox } from './mail/smtp.ts'
import { type OidcSettings, parseIssuer } from './oidc/oidc-settings.ts'

/** Everything that is set from outside, read once at start. */
export interface Config {
  /** `HANKI_DATA`: directory of all data, default `./data`. */
  readonly dataDirectory: string
  /** `HANKI_HOST`: address to listen on, default 127.0.0.1. */
  readonly host: string
  /** `HANKI_PORT`: TCP port 0–65535, default 8000; 0 takes any free one. */
  readonly port: number
  /** `HANKI_PUBLIC_URL`: how browsers reach Hanki, default `http://HOST:PORT`; https makes cookies Secure. */
  readonly publicUrl: string | undefined
  /** `HANKI_BASE_PATH`: where Hanki lies below its host, such as `/stats`; empty at the top, the default. */
  readonly basePath: string
  /** `HANKI_INSECURE_PLAIN_HTTP`: yes lets people sign in from other machines without TLS; default no. */
  readonly allowsPlainHttp: boolean
  /** `HANKI_CLICKHOUSE_URL`: a ClickHouse server instead of the embedded engine; secret, since it holds a password. */
  readonly clickhouseUrl: string | undefined
  /**
   * `HANKI_ROLE`: `collect` only takes events and answers questions, beside a `control` collector on the same ClickHouse
   * server, which does all that must happen once; default control.
   */
  readonly role: CollectorRole
  /** `HANKI_TRUSTED_PROXIES`: networks whose X-Forwarded-For is believed, default loopback. */
  readonly trustedProxies: readonly string[]
  /**
   * `HANKI_ADDRESS_HEADER`: the one header that trusted proxies put the client's address into, such as CF-Connecting-IP;
   * default X-Forwarded-For, else Forwarded. Lower case.
   */
  readonly addressHeader: string | undefined
  /** `HANKI_GEO_FILE`: .mmdb file of countries or cities; default the bundled country data. */
  readonly geoFile: string | undefined
  /** `HANKI_NETWORK_RATE`: events per second that one network (/24, /48) may send for long, 1–1,000,000, default 100. */
  readonly networkRate: number
  /** `HANKI_SITE_RATE`: events per second that one site may receive for long, 1–1,000,000, default 5,000. */
  readonly siteRate: number
  /** `HANKI_QUESTIONS_PER_HOUR`: questions that one API key may ask, 1–1,000,000, default 600. */
  readonly questionsPerHour: number
  /** `HANKI_AUDIT_DAYS`: how long the audit log is kept, days, 30–3,650, default 365. */
  readonly auditDays: number
  /** `HANKI_SECOND_FACTOR`: optional or required, of everybody who signs in; default optional. */
  readonly requiresSecondFactor: boolean
  /** `HANKI_DAY_KEYS`: file for day keys, which must lie in memory, or `none`; default below /run or $XDG_RUNTIME_DIR. */
  readonly dayKeysFile: string | undefined
  /** `HANKI_ENGINE_MEMORY_MB`: ceiling of the embedded engine, 300–1,000,000, default 1500. */
  readonly engineMemoryBytes: number
  /** `HANKI_JOURNAL_MB`: largest size of the journal, 8–100,000, default 1024. */
  readonly journalBytes: number
  /** `HANKI_METRICS_TOKEN`: secret that Prometheus sends to read /metrics, at least 16 characters; without it there are none. */
  readonly metricsToken: string | undefined
  /** `HANKI_MAIL_URL` and `HANKI_MAIL_FROM`: where letters are handed over, and from whom they are; default none are sent. */
  readonly mail: { readonly server: MailServer; readonly from: string } | undefined
  /**
   * `HANKI_OIDC_ISSUER` and `HANKI_OIDC_CLIENT_ID`, `HANKI_OIDC_CLIENT_SECRET`, `HANKI_OIDC_NAME` (default "single sign-on"),
   * `HANKI_OIDC_ONLY` (yes or no, default no), `HANKI_OIDC_SECOND_FACTOR` (asked or provider, default asked): sign-in with a
   * provider of OpenID Connect; default there is none.
   */
  readonly oidc: OidcSettings | undefined
  /** `HANKI_LOG_LEVEL`: debug, info, warn or error, default info. */
  readonly logLevel: LogLevel
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** What a collector is for, where several work on one database. */
export const COLLECTOR_ROLES = ['control', 'collect'] as const
export type CollectorRole = (typeof COLLECTOR_ROLES)[number]

/** Settings are missing or wrong; the message lists every problem as key and expected form, never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'config'
}

const LOOPBACK = ['127.0.0.0/8', '::1/128']

/** Keys that only the tests and scripts read. */
const FOREIGN_KEYS = new Set(['HANKI_CHROMIUM'])

/** Reads the settings. Throws `ConfigError` that names every wrong or unknown key at once. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = []
  const known = new Set<string>()

  function read<T>(key: string, expected: string, fallback: T, parse: (text: string) => T | undefined): T {
    known.add(key)
    const text = env[key]?.trim()
    if (text === undefined || text === '') return fallback
    const value = parse(text)
    if (value !== undefined) return value
    problems.push(`${key}: expected ${expected}`)
    return fallback
  }

  const mailServer = read<MailServer | undefined>(
    'HANKI_MAIL_URL',
    'an address like smtps://user:password@mail.example.com:465 or smtp://user:password@mail.example.com:587, the ' +
      'password percent-encoded',
    undefined,
    parseMailServer,
  )
  const mailFrom = read<string | undefined>(
    'HANKI_MAIL_FROM',
    'an e-mail address like hanki@example.com',
    undefined,
    text => (isMailbox(text) ? text : undefined),
  )

  const issuer = read<string | undefined>(
    'HANKI_OIDC_ISSUER',
    'the address of a provider like https://login.example.com, without a query; http: on this machine only',
    undefined,
    parseIssuer,
  )
  const clientId = read<string | undefined>('HANKI_OIDC_CLIENT_ID', 'a name', undefined, text => text)
  const oidcDetails = {
    clientSecret: read<string | undefined>('HANKI_OIDC_CLIENT_SECRET', 'a secret', undefined, text => text),
    name: read('HANKI_OIDC_NAME', 'at most 60 characters', 'single sign-on', text =>
      [...text].length <= 60 && !/\p{Cc}/u.test(text) ? text : undefined,
    ),
    isOnly: read('HANKI_OIDC_ONLY', 'yes or no', false, yesOrNo),
    vouchesForSecondFactor: read('HANKI_OIDC_SECOND_FACTOR', 'asked or provider', false, text =>
      text === 'provider' ? true : text === 'asked' ? false : undefined,
    ),
  }

  const config: Config = {
    dataDirectory: read('HANKI_DATA', 'a directory', resolve('data'), text =>
      isAbsolute(text) ? text : resolve(text),
    ),
    host: read('HANKI_HOST', 'an IP address or "localhost"', '127.0.0.1', text =>
      text === 'localhost' || ipaddr.isValid(text) ? text : undefined,
    ),
    port: read('HANKI_PORT', 'a whole number from 0 to 65535', 8000, text => integer(text, 0, 65_535)),
    publicUrl: read<string | undefined>(
      'HANKI_PUBLIC_URL',
      'an address like https://stats.example.com',
      undefined,
      httpOrigin,
    ),
    basePath: read('HANKI_BASE_PATH', 'a path like /stats', '', text => {
      const path = text.replace(/\/$/, '')
      return /^(\/[\w.~-]+)*$/.test(path) && !/\/\.{1,2}(\/|$)/.test(path) ? path : undefined
    }),
    allowsPlainHttp: read('HANKI_INSECURE_PLAIN_HTTP', 'yes or no', false, yesOrNo),
    clickhouseUrl: read<string | undefined>(
      'HANKI_CLICKHOUSE_URL',
      'an address like http://user:password@host:8123/database',
      undefined,
      text => (/^https?:$/.test(parseUrl(text)?.protocol ?? '') ? text : undefined),
    ),
    role: read<CollectorRole>('HANKI_ROLE', COLLECTOR_ROLES.join(' or '), 'control', text =>
      COLLECTOR_ROLES.find(role => role === text),
    ),
    trustedProxies: read<readonly string[]>(
      'HANKI_TRUSTED_PROXIES',
      'networks like 10.0.0.0/8, separated by commas',
      LOOPBACK,
      text => {
        const networks = text.split(',').map(part => part.trim())
        return networks.every(network => ipaddr.isValidCIDR(network)) ? networks : undefined
      },
    ),
    addressHeader: read<string | undefined>(
      'HANKI_ADDRESS_HEADER',
      'the name of a header such as CF-Connecting-IP',
      undefined,
      text => (/^[\w-]{1,100}$/.test(text) ? text.toLowerCase() : undefined),
    ),
    geoFile: read<string | undefined>('HANKI_GEO_FILE', 'the name of an .mmdb file', undefined, text =>
      resolve(text),
    ),
    networkRate: read('HANKI_NETWORK_RATE', 'a whole number from 1 to 1000000', 100, text =>
      integer(text, 1, 1_000_000),
    ),
    siteRate: read('HANKI_SITE_RATE', 'a whole number from 1 to 1000000', 5_000, text =>
      integer(text, 1, 1_000_000),
    ),
    questionsPerHour: read('HANKI_QUESTIONS_PER_HOUR', 'a whole number from 1 to 1000000', 600, text =>
      integer(text, 1, 1_000_000),
    ),
    auditDays: read('HANKI_AUDIT_DAYS', 'a whole number from 30 to 3650', 365, text =>
      integer(text, 30, 3_650),
    ),
    requiresSecondFactor: read('HANKI_SECOND_FACTOR', 'optional or required', false, text =>
      text === 'required' ? true : text === 'optional' ? false : undefined,
    ),
    dayKeysFile: read<string | undefined>(
      'HANKI_DAY_KEYS',
      'an absolute file name in memory, or none',
      undefined,
      text => (isAbsolute(text) || text === NO_FILE ? text : undefined),
    ),
    engineMemoryBytes:
      read('HANKI_ENGINE_MEMORY_MB', 'a whole number from 300 to 1000000', 1_500, text =>
        integer(text, 300, 1_000_000),
      ) * 1_000_000,
    journalBytes:
      read('HANKI_JOURNAL_MB', 'a whole number from 8 to 100000', 1_024, text => integer(text, 8, 100_000)) *
      1_000_000,
    metricsToken: read<string | undefined>(
      'HANKI_METRICS_TOKEN',
      'a secret of at least 16 characters',
      undefined,
      text => (text.length >= 16 ? text : undefined),
    ),
    mail:
      mailServer === undefined || mailFrom === undefined ? undefined : { server: mailServer, from: mailFrom },
    oidc: issuer === undefined || clientId === undefined ? undefined : { issuer, clientId, ...oidcDetails },
    logLevel: read<LogLevel>('HANKI_LOG_LEVEL', LOG_LEVELS.join(', '), 'info', text =>
      LOG_LEVELS.find(level => level === text),
    ),
  }

  if (!config.allowsPlainHttp && isPlainHttpFromOutside(config)) {
    problems.push(
      'HANKI_PUBLIC_URL: expected an address with https:, since other machines may reach Hanki; passwords would travel ' +
        'in the clear. Put a proxy with TLS in front, or set HANKI_INSECURE_PLAIN_HTTP=yes on a network that you trust',
    )
  }
  const isSet = (key: string): boolean => (env[key]?.trim() ?? '') !== ''
  if (isSet('HANKI_MAIL_URL') && !isSet('HANKI_MAIL_FROM')) {
    problems.push(
      'HANKI_MAIL_FROM: expected the e-mail address that letters come from, since HANKI_MAIL_URL is set',
    )
  }
  if (isSet('HANKI_MAIL_FROM') && !isSet('HANKI_MAIL_URL')) {
    problems.push('HANKI_MAIL_URL: expected the server that sends letters, since HANKI_MAIL_FROM is set')
  }
  if (isSet('HANKI_MAIL_URL') && !isSet('HANKI_PUBLIC_URL')) {
    problems.push(
      'HANKI_PUBLIC_URL: expected the address at which people reach Hanki, since HANKI_MAIL_URL is set and letters ' +
        'have links in them',
    )
  }
  const oidcKeys = [...known].filter(key => key.startsWith('HANKI_OIDC_') && isSet(key))
  for (const key of ['HANKI_OIDC_ISSUER', 'HANKI_OIDC_CLIENT_ID']) {
    if (oidcKeys.length > 0 && !isSet(key)) {
      const what =
        key === 'HANKI_OIDC_ISSUER' ? 'the address of the provider' : 'what the provider calls Hanki'
      problems.push(`${key}: expected ${what}, since ${oidcKeys[0]} is set`)
    }
  }
  if (oidcKeys.length > 0 && !isSet('HANKI_PUBLIC_URL') && (!isLoopback(config.host) || config.port === 0)) {
    problems.push(
      'HANKI_PUBLIC_URL: expected the address at which people reach Hanki, since HANKI_OIDC_ISSUER is set and the ' +
        'provider sends them back to it',
    )
  }
  if (config.role === 'collect' && !isSet('HANKI_CLICKHOUSE_URL')) {
    problems.push(
      'HANKI_CLICKHOUSE_URL: expected the ClickHouse server of the control collector, since HANKI_ROLE is collect',
    )
  }
  for (const key of Object.keys(env)) {
    if (key.startsWith('HANKI_') && !known.has(key) && !FOREIGN_KEYS.has(key)) {
      problems.push(`${key}: no such setting; known are ${[...known].join(', ')}`)
    }
  }
  if (problems.length > 0) {
    throw new ConfigError(
      `These settings need mending:\n${problems.map(problem => `  ${problem}`).join('\n')}`,
    )
  }
  return Object.freeze(config)
}

/** True when a browser on another machine could reach Hanki, as far as the settings tell, without TLS. */
function isPlainHttpFromOutside({ host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>): boolean {
  if (publicUrl === undefined) return !isLoopback(host)
  const { protocol, hostname } = new URL(publicUrl)
  return protocol === 'http:' && !(isLoopback(hostname) && isLoopback(host))
}

function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '')
  if (name === 'localhost' || name.endsWith('.localhost')) return true
  return ipaddr.isValid(name) && ipaddr.process(name).range() === 'loopback'
}

function yesOrNo(text: string): boolean | undefined {
  return text === 'yes' ? true : text === 'no' ? false : undefined
}

function integer(text: string, least: number, most: number): number | undefined {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}

function httpOrigin(text: string): string | undefined {
  const url = parseUrl(text)
  return url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' ? url.origin : undefined
}
