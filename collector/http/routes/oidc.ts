import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import { openFailureCounts } from '../../accounts/failure-counts.ts'
import type { Passkeys } from '../../accounts/passkeys.ts'
import { findProviderAccount } from '../../accounts/provider-account.ts'
import { BusyError, openTurns } from '../../accounts/turns.ts'
import { OidcError } from '../../oidc/oidc-error.ts'
import type { OidcProvider, RoundTrip } from '../../oidc/oidc-provider.ts'
import type { Admission } from '../admission.ts'
import type { ClientAddressReader } from '../client-address.ts'
import { clientNetwork } from '../client-network.ts'
import type { ErrorBody, ProviderFault } from '../contract.ts'
import { factorNeeded, factorRefused } from '../factor-needed.ts'
import { formBodyLimit, readFormBody, textOf } from '../form-body.ts'
import { toLocalPath } from '../local-path.ts'
import type { ProviderRule } from '../passwords-off.ts'
import { protectedCookie } from '../protected-cookie.ts'
import { openTickets } from '../tickets.ts'
import { type SecondFactorRule, sessionBody, throttledWords, tooMany } from './session.ts'

export interface OidcRouteDeps extends ProviderRule, SecondFactorRule {
  readonly directory: Directory
  readonly audit: AuditLog
  readonly admission: Admission
  readonly passkeys: Passkeys
  readonly readAddress: ClientAddressReader
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
  /** True when browsers reach Hanki by HTTPS. */
  readonly secureCookies: boolean
  /** Where Hanki lies below its host, such as `/stats`; empty at the top. */
  readonly basePath: string
  /** Told why a sign-in did not work, when it is the provider's or Hanki's own fault. */
  readonly onProviderFailure: (error: OidcError) => void
}

/** How long somebody may take at the provider. */
const ROUND_TRIP_SECONDS = 10 * 60
/** Answers of the provider that are not to be believed, by network. */
const WINDOW_SECONDS = 15 * 60
const PER_NETWORK = 50
/** Conversations with the provider at once, and those that may wait. */
const EXCHANGES_AT_ONCE = 8
const EXCHANGES_WAITING = 64
/** How often the same failure is noted. */
const UNKNOWN_SECONDS = 60

/** A browser that was sent to the provider. */
interface Journey {
  readonly trip: RoundTrip
  readonly returnPath: string
  /** Public name of the invitation that the person comes from; may be empty. */
  readonly invitation: string
}

/**
 * `GET /api/oidc/start` sends the browser to the provider, `GET /api/oidc/callback` takes it back, `POST /api/oidc/code`
 * takes a second factor. The first two are walked through by browsers: whatever happens, they lead to a screen.
 */
export function oidcRoutes(deps: OidcRouteDeps): Hono {
  const { oidc, audit, admission, passkeys, readAddress, nowSeconds, secureCookies, basePath } = deps
  const cookie = protectedCookie('hanki_oidc', secureCookies)
  const journeys = openTickets<Journey>({ seconds: ROUND_TRIP_SECONDS, nowSeconds })
  const refused = openFailureCounts(WINDOW_SECONDS, nowSeconds)
  const turns = openTurns(EXCHANGES_AT_ONCE, EXCHANGES_WAITING)
  const app = new Hono()

  app.get('/api/oidc/start', async c => {
    if (oidc === undefined) return notSetUp(c)
    const returnPath = toLocalPath(c.req.query('return'))
    const invitation = /^[0-9a-f]{16}$/.exec(c.req.query('invitation') ?? '')?.[0] ?? ''
    try {
      const { url, trip } = await oidc.begin()
      const network = clientNetwork(c, readAddress)
      cookie.write(c, journeys.add(network, { trip, returnPath, invitation }), journeys.seconds)
      return c.redirect(url)
    } catch (error) {
      return toSignIn(c, faultOf(error), returnPath)
    }
  })

  app.get('/api/oidc/callback', async c => {
    if (oidc === undefined) return notSetUp(c)
    const journey = journeys.take(cookie.read(c) ?? '')
    cookie.remove(c)
    const answer = new URL(c.req.url).searchParams
    // Whoever did not set out from here does not arrive here: nobody can be signed in as somebody else.
    if (journey === undefined || answer.get('state') !== journey.trip.state)
      return toSignIn(c, 'expired', '/')
    const { returnPath } = journey
    const network = clientNetwork(c, readAddress)
    if (refused.waitSeconds(network, PER_NETWORK) > 0) return toSignIn(c, 'busy', returnPath)
    try {
      const outcome = await turns.take(network, () => arrive(c, oidc, answer, journey))
      if (outcome === 'signed_in') return c.redirect(basePath + returnPath)
      return toSignIn(c, outcome, returnPath)
    } catch (error) {
      const fault = faultOf(error)
      if (fault === 'refused') refused.add(network)
      return toSignIn(c, fault, returnPath)
    }
  })

  app.post('/api/oidc/code', formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const shown = { code: textOf(form.fields, 'code'), passkey: form.fields['passkey'] }
    const result = await admission.confirm(c, shown)
    switch (result.status) {
      case 'signed_in':
        return c.json(sessionBody(result.user, deps), 201)
      case 'throttled':
        return tooMany(c, throttledWords(result.waitSeconds), result.waitSeconds)
      case 'code_needed':
        return c.json(factorNeeded(result.user, passkeys), 401)
      case 'wrong_code':
        noteFailure('code', result.user.email)
        return c.json(factorRefused(result.user, passkeys), 401)
      default:
        return c.json({ error: 'This took too long. Sign in again from the start.' } satisfies ErrorBody, 410)
    }
  })

  async function arrive(
    c: Context,
    provider: OidcProvider,
    answer: URLSearchParams,
    { trip, invitation }: Journey,
  ): Promise<'signed_in' | 'code' | ProviderFault> {
    const identity = await provider.finish(answer, trip)
    const found = await findProviderAccount(deps, identity, invitation)
    if (found.status === 'other_account') {
      noteFailure('other_account', found.email)
      return 'other_account'
    }
    if (found.status !== 'found') {
      noteFailure(found.status)
      return found.status
    }
    const { hasSecondFactor: hasProviderFactor } = identity
    const admitted = await admission.admit(c, { ...found, how: 'by provider', hasProviderFactor })
    if (admitted.status === 'signed_in') return 'signed_in'
    return admitted.status === 'code_needed' ? 'code' : 'other_account'
  }

  /** In words of ours. Faults that are nobody's are thrown on. */
  function faultOf(error: unknown): ProviderFault {
    if (error instanceof BusyError) return 'busy'
    if (!(error instanceof OidcError)) throw error
    if (error.fault !== 'denied') deps.onProviderFailure(error)
    if (error.fault === 'refused') noteFailure('refused')
    return error.fault
  }

  function noteFailure(outcome: ProviderFault | 'code', email?: string): void {
    audit.noteLater(
      {
        actor: { kind: 'unknown' },
        action: 'sign_in_failed',
        outcome: `by provider: ${outcome}`,
        ...(email !== undefined && { subject: email }),
      },
      UNKNOWN_SECONDS,
    )
  }

  function toSignIn(c: Context, outcome: ProviderFault | 'code', returnPath: string): Response {
    const query = new URLSearchParams({ oidc: outcome, ...(returnPath !== '/' && { return: returnPath }) })
    return c.redirect(`${basePath}/sign-in?${query}`)
  }
  return app
}

function notSetUp(c: Context): Response {
  const error = 'Hanki is not set up for sign-in with a provider. Sign in with your password.'
  return c.json({ error } satisfies ErrorBody, 404)
}
