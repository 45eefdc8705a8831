import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { openFactorCheck } from '../accounts/factor-check.ts'
import { openPasskeySignIn } from '../accounts/passkey-sign-in.ts'
import { openPasskeys } from '../accounts/passkeys.ts'
import type { RelyingParty } from '../accounts/relying-party.ts'
import { openSecondFactor } from '../accounts/second-factor.ts'
import { openSignIn } from '../accounts/sign-in.ts'
import { openSignInThrottle } from '../accounts/sign-in-throttle.ts'
import { openAdmission } from './admission.ts'
import { type AuthenticateDeps, authenticate, requireSecondFactor, requireUserOrKey } from './authenticate.ts'
import { controlOnly } from './control-only.ts'
import { csrfGuard } from './csrf-guard.ts'
import { type DashboardFilesDeps, dashboardFiles } from './dashboard-files.ts'
import { databaseAway } from './database-away.ts'
import { frameAncestors, robots, withoutFrameOptions } from './framing.ts'
import { passkeyAlarm } from './passkey-alarm.ts'
import { accountRoutes } from './routes/account.ts'
import { accountsRoutes } from './routes/accounts.ts'
import { annotationsRoutes } from './routes/annotations.ts'
import { type AuditDeps, auditRoutes } from './routes/audit.ts'
import { type EventRouteDeps, eventRoutes } from './routes/event/event.ts'
import { funnelsRoutes } from './routes/funnels.ts'
import { goalsRoutes } from './routes/goals.ts'
import { type HealthDeps, healthRoutes } from './routes/health.ts'
import { invitationsRoutes } from './routes/invitations.ts'
import { keysRoutes } from './routes/keys.ts'
import { type MarksDeps, marksRoutes } from './routes/marks.ts'
import { type MetricsRouteDeps, metricsRoutes } from './routes/metrics.ts'
import { type OidcRouteDeps, oidcRoutes } from './routes/oidc.ts'
import { openapiRoutes } from './routes/openapi.ts'
import { passkeySessionRoutes } from './routes/passkey-session.ts'
import { passkeysRoutes } from './routes/passkeys.ts'
import { passwordResetRoutes } from './routes/password-reset.ts'
import { peopleRoutes } from './routes/people.ts'
import { propertiesRoutes } from './routes/properties.ts'
import { providerLinkRoutes } from './routes/provider-link.ts'
import { publicViewRoutes } from './routes/public-view.ts'
import { type QueryRouteDeps, queryRoutes } from './routes/query.ts'
import { querySchemaRoutes } from './routes/query-schema.ts'
import { type RemovalsDeps, removalsRoutes } from './routes/removals.ts'
import { type ScriptDeps, scriptRoutes } from './routes/script.ts'
import { secondFactorRoutes } from './routes/second-factor.ts'
import { segmentsRoutes } from './routes/segments.ts'
import { type SessionDeps, sessionRoutes } from './routes/session.ts'
import { type SetupDeps, setupRoutes } from './routes/setup.ts'
import { shareRoutes } from './routes/share.ts'
import { shareLinksRoutes } from './routes/share-links.ts'
import { siteSettingsRoutes } from './routes/site-settings.ts'
import { type SiteStatusDeps, siteStatusRoutes } from './routes/site-status.ts'
import { type SitesDeps, sitesRoutes } from './routes/sites.ts'
import { WENT_WRONG } from './went-wrong.ts'

export interface AppDeps
  extends EventRouteDeps,
    HealthDeps,
    MetricsRouteDeps,
    Omit<SessionDeps, 'signIn' | 'passkeys'>,
    Pick<OidcRouteDeps, 'onProviderFailure'>,
    SetupDeps,
    SitesDeps,
    AuthenticateDeps,
    AuditDeps,
    Omit<RemovalsDeps, 'directory'>,
    Omit<QueryRouteDeps, 'eventStore'>,
    Omit<MarksDeps, 'eventStore' | 'counts'>,
    SiteStatusDeps {
  /** True: what belongs to the control collector is refused. */
  readonly onlyCollects: boolean
  readonly script: ScriptDeps
  readonly dashboard: DashboardFilesDeps
  /** What passkeys are bound to; undefined where browsers make none. */
  readonly relyingParty: () => RelyingParty | undefined
  /** Told of faults that a request ran into; never of what the request held. */
  readonly onFault: (error: Error, route: string) => void
}

/** A few packets, which come as fast as one. */
const LEAST_COMPRESSED_BYTES = 4_096

/** The whole HTTP application. Only health, script and event routes answer without a session or a key. */
export function buildApp(deps: AppDeps): Hono {
  const app = new Hono()

  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.json({ error: error.message }, error.status)
    // Nobody waits for an answer, and nothing is wrong.
    if (hasLeft(c)) return c.body(null, 400)
    deps.onFault(error, c.req.routePath)
    if (isConnectionFault(error)) return databaseAway(c)
    return c.json({ error: WENT_WRONG }, 500)
  })
  app.notFound(c => c.json({ error: 'There is nothing at this address.' }, 404))

  app.route('/', eventRoutes(deps))
  app.route('/', scriptRoutes(deps.script))

  const ancestorsOf = frameAncestors(deps)
  app.use(
    withoutFrameOptions({ ancestorsOf }),
    robots(deps),
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [ancestorsOf],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      permissionsPolicy: {
        ...Object.fromEntries(UNUSED_FEATURES.map(feature => [feature, []])),
        ...Object.fromEntries(OWN_FEATURES.map(feature => [feature, ['self']])),
      },
      // Left to whoever terminates TLS until Hanki knows that it is served by HTTPS.
      strictTransportSecurity: deps.secureCookies ? 'max-age=31536000' : false,
    }),
    compress({ threshold: LEAST_COMPRESSED_BYTES }),
  )
  app.route('/', healthRoutes(deps))
  app.route('/', metricsRoutes(deps))
  app.route('/', openapiRoutes())
  app.route('/', querySchemaRoutes())

  if (deps.onlyCollects) app.use(controlOnly())
  app.use('/api/*', csrfGuard(), authenticate(deps))
  app.use('/api/*', async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  const secondFactor = openSecondFactor(deps)
  const passkeys = openPasskeys({ ...deps, onCopied: passkeyAlarm(deps) })
  const throttle = openSignInThrottle(deps.nowSeconds)
  const checkFactor = openFactorCheck({ secondFactor, passkeys, throttle })
  const signIn = openSignIn({ ...deps, throttle, checkFactor })
  const passkeySignIn = openPasskeySignIn({ ...deps, passkeys })
  const admission = openAdmission({ ...deps, checkFactor })
  const proof = { ...deps, signIn, checkFactor, passkeys }
  app.route('/', sessionRoutes({ ...deps, signIn, passkeys }))
  app.route('/', passkeySessionRoutes({ ...deps, passkeys, passkeySignIn }))
  app.route('/', setupRoutes(deps))
  app.route('/', invitationsRoutes(deps))
  app.route('/', passwordResetRoutes({ ...deps, admission }))
  app.route('/', oidcRoutes({ ...deps, admission, passkeys, basePath: deps.dashboard.basePath }))
  app.route('/', shareRoutes(deps))
  app.use('/api/*', requireUserOrKey())
  app.route('/', accountRoutes({ ...deps, signIn }))
  app.route('/', secondFactorRoutes({ ...proof, secondFactor }))
  app.route('/', passkeysRoutes(proof))
  app.route('/', providerLinkRoutes(deps))
  app.use('/api/*', requireSecondFactor(deps))
  app.route('/', accountsRoutes(deps))
  app.route('/', sitesRoutes(deps))
  app.route('/', peopleRoutes(deps))
  app.route('/', keysRoutes(deps))
  app.route('/', shareLinksRoutes(deps))
  app.route('/', publicViewRoutes(deps))
  app.route('/', siteSettingsRoutes(deps))
  app.route('/', goalsRoutes(deps))
  app.route('/', propertiesRoutes(deps))
  app.route('/', removalsRoutes(deps))
  app.route('/', segmentsRoutes(deps))
  app.route('/', annotationsRoutes(deps))
  app.route('/', funnelsRoutes(deps))
  app.route('/', marksRoutes(deps))
  app.route('/', auditRoutes(deps))
  app.route('/', siteStatusRoutes(deps))
  app.route('/', queryRoutes(deps))

  app.route('/', dashboardFiles(deps.dashboard))
  return app
}

/** What the dashboard never asks a browser for. */
const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'displayCapture',
  'geolocation',
  'gyroscope',
  'hid',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
] as const

/** What the dashboard asks for by itself, and frames of others may not: passkeys. */
const OWN_FEATURES = ['publickeyCredentialsGet', 'publickeyCredentialsCreate'] as const

/** True when the client went away before its request was whole. */
function hasLeft(c: Context): boolean {
  const { incoming }: Partial<HttpBindings> = c.env
  return incoming?.destroyed === true && !incoming.complete
}

/** True for the system's words for a peer that is not there or went away: the database, which is being restarted. */
function isConnectionFault(error: Error): boolean {
  return 'code' in error && ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(String(error.code))
}
