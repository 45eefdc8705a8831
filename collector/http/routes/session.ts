import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import type { Passkeys } from '../../accounts/passkeys.ts'
import { closeSession, openSession, SESSION_SECONDS } from '../../accounts/sessions.ts'
import type { SignIn } from '../../accounts/sign-in.ts'
import { BusyError } from '../../accounts/turns.ts'
import type { User } from '../../core/ports.ts'
import type { ClientAddressReader } from '../client-address.ts'
import { clientName } from '../client-name.ts'
import { clientNetwork } from '../client-network.ts'
import type { AnonymousBody, ErrorBody, OpenSessionBody, SessionBody } from '../contract.ts'
import { factorNeeded, factorRefused } from '../factor-needed.ts'
import { fieldsNotText, formBodyLimit, invalidFields, readFormBody, textOf } from '../form-body.ts'
import { type NotifyDeps, notify } from '../notify.ts'
import { type ProviderRule, refusePasswords } from '../passwords-off.ts'
import { readSessionCookie, removeSessionCookie, writeSessionCookie } from '../session-cookie.ts'
import { trace, userActor } from '../trace.ts'
import { siteBodies } from './sites.ts'

export interface SessionDeps extends SecondFactorRule, ProviderRule, NotifyDeps {
  readonly directory: Directory
  readonly audit: AuditLog
  readonly signIn: SignIn
  readonly passkeys: Passkeys
  readonly readAddress: ClientAddressReader
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
  /** True when browsers reach Hanki by HTTPS. */
  readonly secureCookies: boolean
}

/** What a client is told to wait when too many sign in at once, seconds. */
export const BUSY_SECONDS = 2

/** How often failures of accounts that do not exist are noted, seconds. */
export const UNKNOWN_SECONDS = 60

/** `/api/session`: who is signed in, sign in, sign out. Needs `authenticate` before it. */
export function sessionRoutes(deps: SessionDeps): Hono {
  const { directory, secureCookies, audit, signIn, passkeys, readAddress, oidc } = deps
  const app = new Hono()

  app.get('/api/session', c => {
    const caller = c.get('caller')
    if (caller?.kind === 'user') {
      const session = sessionBody(caller.user, deps, caller.hasProviderFactor)
      const sites = session.user.needs_second_factor ? [] : siteBodies(c, deps.nowSeconds())
      return c.json({ ...session, sites } satisfies OpenSessionBody)
    }
    const body: AnonymousBody = {
      error: 'Nobody is signed in.',
      setup_needed: directory.users().length === 0,
      can_mail: deps.mail !== undefined,
      provider: oidc === undefined ? null : { name: oidc.name, is_only: oidc.isOnly },
      passkey_origin: oidc?.isOnly === true ? null : (passkeys.place()?.origin ?? null),
    }
    return c.json(body, 401)
  })

  app.post('/api/session', refusePasswords(deps), formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const wrong = fieldsNotText(form.fields, ['email', 'password'])
    if (Object.keys(wrong).length > 0) return invalidFields(c, wrong)
    try {
      const result = await signIn({
        email: textOf(form.fields, 'email'),
        password: textOf(form.fields, 'password'),
        code: textOf(form.fields, 'code'),
        passkey: form.fields['passkey'],
        network: clientNetwork(c, readAddress),
      })
      if (result.status === 'throttled')
        return tooMany(c, throttledWords(result.waitSeconds), result.waitSeconds)
      if (result.status === 'code_needed') return c.json(factorNeeded(result.user, passkeys), 401)
      if (result.status === 'wrong_code') {
        noteFailure(result.user.email)
        return c.json(factorRefused(result.user, passkeys), 401)
      }
      if (result.status === 'wrong') {
        // What was typed for an address may be a password: only one that has an account is noted.
        const known = directory.userByEmail(textOf(form.fields, 'email').trim().toLowerCase())
        noteFailure(known?.email)
        return c.json({ error: 'The e-mail address or the password is wrong.' } satisfies ErrorBody, 401)
      }
      const actor = userActor(result.user)
      if (result.used === 'recovery') {
        await audit.note({ actor, action: 'recovery_code_used' })
        notify(deps, result.user, { kind: 'recovery_code_used' })
      }
      await audit.note({ actor, action: 'signed_in' })
      const token = await openSession(deps, result.user, clientName(c))
      writeSessionCookie(c, token, SESSION_SECONDS, secureCookies)
      return c.json(sessionBody(result.user, deps), 201)
    } catch (error) {
      if (error instanceof BusyError) return tooMany(c, error.message, BUSY_SECONDS)
      throw error
    }
  })

  app.delete('/api/session', async c => {
    const token = readSessionCookie(c, secureCookies)
    if (c.get('caller')?.kind === 'user') await trace(c, audit, 'signed_out')
    if (token !== undefined) await closeSession(directory, token)
    removeSessionCookie(c, secureCookies)
    return c.body(null, 204)
  })

  /** Nobody waits for it, and guesses at accounts that do not exist are one entry a minute: the log must not be flooded. */
  function noteFailure(email: string | undefined): void {
    const deed = { actor: { kind: 'unknown' as const }, action: 'sign_in_failed' as const }
    if (email === undefined) audit.noteLater(deed, UNKNOWN_SECONDS)
    else audit.noteLater({ ...deed, subject: email }, 0)
  }
  return app
}

/** What of the installation a session's answer tells. */
export interface SecondFactorRule {
  /** Whether everybody must have a second factor. */
  readonly requiresSecondFactor: boolean
}

/** Who is signed in; `hasProviderFactor`: with a provider that vouches for a second factor. */
export function sessionBody(
  { email, isOperator, secondFactor }: User,
  { requiresSecondFactor }: SecondFactorRule,
  hasProviderFactor = false,
): SessionBody {
  return {
    user: {
      email,
      is_operator: isOperator,
      has_second_factor: secondFactor !== undefined,
      needs_second_factor: requiresSecondFactor && secondFactor === undefined && !hasProviderFactor,
    },
  }
}

/** 429 with the time to wait. */
export function tooMany(c: Context, error: string, waitSeconds: number): Response {
  c.header('retry-after', String(waitSeconds))
  return c.json({ error } satisfies ErrorBody, 429)
}

/** Why somebody has to wait before trying again. */
export function throttledWords(waitSeconds: number): string {
  const minutes = Math.ceil(waitSeconds / 60)
  return `Too many wrong tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`
}
