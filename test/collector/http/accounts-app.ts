import { Hono } from 'hono'
import { type Directory, openDirectory } from '../../../collector/accounts/directory.ts'
import { openFactorCheck } from '../../../collector/accounts/factor-check.ts'
import { auditedKeyUse, openKeyUses } from '../../../collector/accounts/key-uses.ts'
import { openPasskeySignIn } from '../../../collector/accounts/passkey-sign-in.ts'
import { openPasskeys } from '../../../collector/accounts/passkeys.ts'
import { openSecondFactor } from '../../../collector/accounts/second-factor.ts'
import { createSetupLink } from '../../../collector/accounts/setup-links.ts'
import { openSignIn } from '../../../collector/accounts/sign-in.ts'
import { openSignInThrottle } from '../../../collector/accounts/sign-in-throttle.ts'
import type { AuditStore } from '../../../collector/core/ports.ts'
import { openAdmission } from '../../../collector/http/admission.ts'
import {
  authenticate,
  requireSecondFactor,
  requireUserOrKey,
  siteFor,
} from '../../../collector/http/authenticate.ts'
import { clientAddressReader } from '../../../collector/http/client-address.ts'
import { csrfGuard } from '../../../collector/http/csrf-guard.ts'
import { passkeyAlarm } from '../../../collector/http/passkey-alarm.ts'
import { accountRoutes } from '../../../collector/http/routes/account.ts'
import { accountsRoutes } from '../../../collector/http/routes/accounts.ts'
import { annotationsRoutes } from '../../../collector/http/routes/annotations.ts'
import { auditRoutes } from '../../../collector/http/routes/audit.ts'
import { funnelsRoutes } from '../../../collector/http/routes/funnels.ts'
import { goalsRoutes } from '../../../collector/http/routes/goals.ts'
import { invitationsRoutes } from '../../../collector/http/routes/invitations.ts'
import { keysRoutes } from '../../../collector/http/routes/keys.ts'
import { oidcRoutes } from '../../../collector/http/routes/oidc.ts'
import { passkeySessionRoutes } from '../../../collector/http/routes/passkey-session.ts'
import { passkeysRoutes } from '../../../collector/http/routes/passkeys.ts'
import { passwordResetRoutes } from '../../../collector/http/routes/password-reset.ts'
import { peopleRoutes } from '../../../collector/http/routes/people.ts'
import { providerLinkRoutes } from '../../../collector/http/routes/provider-link.ts'
import { publicViewRoutes } from '../../../collector/http/routes/public-view.ts'
import { secondFactorRoutes } from '../../../collector/http/routes/second-factor.ts'
import { segmentsRoutes } from '../../../collector/http/routes/segments.ts'
import { sessionRoutes } from '../../../collector/http/routes/session.ts'
import { setupRoutes } from '../../../collector/http/routes/setup.ts'
import { shareRoutes } from '../../../collector/http/routes/share.ts'
import { shareLinksRoutes } from '../../../collector/http/routes/share-links.ts'
import { siteSettingsRoutes } from '../../../collector/http/routes/site-settings.ts'
import { sitesRoutes } from '../../../collector/http/routes/sites.ts'
import type { Mail } from '../../../collector/mail/mail.ts'
import type { OidcError } from '../../../collector/oidc/oidc-error.ts'
import type { OidcProvider } from '../../../collector/oidc/oidc-provider.ts'
import { openSettingsStore } from '../../../collector/storage/settings/settings-store.ts'
import { openTestAudit } from '../../support/audit.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'

export const OWNER = { email: 'owner@example.com', password: 'correct horse battery' }
const ORIGIN = 'http://localhost'
/** What passkeys of these tests are bound to: not what requests call the host. */
export const RELYING_PARTY = { id: 'stats.example.com', origin: 'https://stats.example.com' }

/** The account routes as the real application mounts them, on a real database. */
export interface AccountsApp {
  readonly engine: TestEngine
  readonly directory: Directory
  readonly auditStore: AuditStore
  /** Time that tests may move, seconds since 1970. */
  readonly clock: { now: number }
  /** Why sign-ins with the provider did not work. */
  readonly providerFailures: readonly OidcError[]
  /** Sends JSON as the dashboard does. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  /** Sends a request as it is. */
  request(path: string, init?: RequestInit): Promise<Response>
  /** A token to make the first user with. */
  setupToken(): Promise<string>
  /** Makes the owner; gives the headers of a signed-in browser. */
  signedInOwner(): Promise<{ cookie: string }>
}

export async function openAccountsApp(
  options: {
    secureCookies?: boolean
    requiresSecondFactor?: boolean
    mail?: Mail
    oidc?: OidcProvider
    basePath?: string
    /** A database that is open already, with whoever is in it. */
    engine?: TestEngine
  } = {},
): Promise<AccountsApp> {
  const engine = options.engine ?? (await openTestEngine())
  const clock = { now: Math.floor(Date.now() / 1_000) }
  const nowSeconds = (): number => clock.now
  const directory = await openDirectory({ settings: openSettingsStore(engine.client), nowSeconds })
  const audit = openTestAudit(engine.client, nowSeconds)
  const fail = (error: unknown): never => {
    throw error
  }
  const secondFactor = openSecondFactor({ directory, nowSeconds })
  const passkeys = openPasskeys({
    directory,
    relyingParty: () => RELYING_PARTY,
    nowSeconds,
    onCopied: passkeyAlarm({ ...audit, mail: options.mail, nowSeconds }),
  })
  const throttle = openSignInThrottle(nowSeconds)
  const checkFactor = openFactorCheck({ secondFactor, passkeys, throttle })
  const providerFailures: OidcError[] = []
  const basis = {
    ...audit,
    secondFactor,
    passkeys,
    passkeySignIn: openPasskeySignIn({ passkeys, nowSeconds }),
    checkFactor,
    signIn: openSignIn({ directory, throttle, checkFactor }),
    requiresSecondFactor: options.requiresSecondFactor ?? false,
    mail: options.mail,
    oidc: options.oidc,
    basePath: options.basePath ?? '',
    onProviderFailure: (error: OidcError) => void providerFailures.push(error),
    directory,
    readAddress: clientAddressReader({ trustedProxies: ['127.0.0.0/8'], addressHeader: undefined }),
    nowSeconds,
    secureCookies: options.secureCookies ?? false,
    onKeyUse: openKeyUses({
      note: auditedKeyUse({ ...audit, domainOf: () => 'own.example' }),
      nowSeconds,
      onFailure: fail,
    }),
  }
  const deps = { ...basis, admission: openAdmission(basis) }
  const app = new Hono()
  app.use('/api/*', csrfGuard(), authenticate(deps))
  app.route('/', sessionRoutes(deps))
  app.route('/', passkeySessionRoutes(deps))
  app.route('/', setupRoutes(deps))
  app.route('/', invitationsRoutes(deps))
  app.route('/', passwordResetRoutes(deps))
  app.route('/', oidcRoutes(deps))
  app.route('/', shareRoutes(deps))
  app.use('/api/*', requireUserOrKey())
  app.route('/', accountRoutes(deps))
  app.route('/', secondFactorRoutes(deps))
  app.route('/', passkeysRoutes(deps))
  app.route('/', providerLinkRoutes(deps))
  app.use('/api/*', requireSecondFactor(deps))
  app.route('/', accountsRoutes(deps))
  app.route('/', sitesRoutes(deps))
  app.route('/', peopleRoutes(deps))
  app.route('/', keysRoutes(deps))
  app.route('/', shareLinksRoutes(deps))
  app.route('/', publicViewRoutes(deps))
  app.route('/', goalsRoutes(deps))
  app.route('/', segmentsRoutes(deps))
  app.route('/', annotationsRoutes(deps))
  app.route('/', funnelsRoutes(deps))
  app.route('/', siteSettingsRoutes(deps))
  app.route('/', auditRoutes(deps))
  app.get('/api/readable/:domain', c => {
    const site = siteFor(c, 'read_statistics')
    return site instanceof Response ? site : c.json({ domain: site.domain })
  })

  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const init = {
      method,
      headers: { origin: ORIGIN, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }
    return app.request(path, init, connection(init.headers))
  }
  async function setupToken(): Promise<string> {
    return (await createSetupLink(deps)) ?? ''
  }
  return {
    engine,
    directory,
    auditStore: deps.auditStore,
    clock,
    providerFailures,
    send,
    request: async (path, init) => app.request(path, init, connection(init?.headers)),
    setupToken,
    async signedInOwner() {
      const answer = await send('POST', '/api/setup', { token: await setupToken(), ...OWNER })
      if (answer.status !== 201) throw new Error(await answer.text())
      return { cookie: cookieOf(answer) }
    },
  }
}

/** What Node.js tells of a request; `x-forwarded-for` says which network it comes from. */
function connection(headers: HeadersInit | undefined): object {
  const known = Object.fromEntries(new Headers(headers))
  return { incoming: { socket: { remoteAddress: '127.0.0.1' }, headers: known } }
}

/** Name and value of the cookie that an answer sets. */
export function cookieOf(answer: Response): string {
  return (answer.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? ''
}

/** Bodies that no form sends, for every route that takes one. */
export const BAD_BODIES: readonly (readonly [body: string, status: number, why: string])[] = [
  ['', 400, 'nothing'],
  ['{', 400, 'half of JSON'],
  ['null', 400, 'null'],
  ['[]', 400, 'an array'],
  ['"text"', 400, 'text'],
  ['{}', 400, 'no fields'],
  ['{"token":1,"email":{},"password":[],"domain":true,"timezone":null}', 400, 'wrong types'],
  ['{"__proto__":{"email":"x"}}', 400, 'a prototype'],
  [
    `{"token":"x","email":"${'a'.repeat(20_000)}","password":"x","domain":"x","timezone":"x"}`,
    413,
    'over 16 kB',
  ],
]
