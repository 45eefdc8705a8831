import type { Context } from 'hono'
import type { AuditLog } from '../accounts/audit-log.ts'
import type { Directory } from '../accounts/directory.ts'
import type { FactorCheck, FactorResult, ShownFactor } from '../accounts/factor-check.ts'
import type { ProviderEntry } from '../accounts/provider-account.ts'
import { openSession, SESSION_SECONDS } from '../accounts/sessions.ts'
import type { User } from '../core/ports.ts'
import type { ClientAddressReader } from './client-address.ts'
import { clientName } from './client-name.ts'
import { clientNetwork } from './client-network.ts'
import { type NotifyDeps, notify } from './notify.ts'
import { protectedCookie } from './protected-cookie.ts'
import { writeSessionCookie } from './session-cookie.ts'
import { openTickets } from './tickets.ts'
import { userActor } from './trace.ts'

/** Somebody who has shown in another way than by a password who they are. */
export interface Entry extends ProviderEntry {
  /** How, for the audit log. */
  readonly how: 'by provider' | 'by link'
  /** True when a provider vouches for a second factor. */
  readonly hasProviderFactor: boolean
}

type LetIn =
  /** A new session is open. */
  | { readonly status: 'signed_in'; readonly user: User }
  /** Meanwhile somebody else was linked, or the account or the invitation is gone. */
  | { readonly status: 'gone' }

export type Admitted =
  | LetIn
  /** The account has a second factor: it is awaited from this browser. */
  | { readonly status: 'code_needed' }

export type ConfirmedEntry =
  | LetIn
  | { readonly status: 'expired' }
  | Exclude<FactorResult, { status: 'signed_in' }>

/** Lets people in who do not sign in with a password. */
export interface Admission {
  /** Opens a session, or asks for the account's second factor first. */
  admit(c: Context, entry: Entry): Promise<Admitted>
  /** Lets somebody in who was asked for a second factor. */
  confirm(c: Context, shown: ShownFactor): Promise<ConfirmedEntry>
}

export interface AdmissionDeps extends NotifyDeps {
  readonly directory: Directory
  readonly audit: AuditLog
  readonly checkFactor: FactorCheck
  readonly readAddress: ClientAddressReader
  /** True when browsers reach Hanki by HTTPS. */
  readonly secureCookies: boolean
}

/** How long a second factor is awaited. */
const FACTOR_SECONDS = 5 * 60

export function openAdmission(deps: AdmissionDeps): Admission {
  const { directory, audit, checkFactor, readAddress, secureCookies, nowSeconds } = deps
  const cookie = protectedCookie('hanki_code', secureCookies)
  const waiting = openTickets<Entry>({ seconds: FACTOR_SECONDS, nowSeconds })

  async function letIn(c: Context, entry: Entry): Promise<LetIn> {
    const { user, link, invitations, how, hasProviderFactor } = entry
    if (link !== undefined) {
      await audit.note({ actor: userActor(user), action: 'provider_linked' })
      if (!(await directory.linkProvider(user.id, link))) return { status: 'gone' }
      notify(deps, user, { kind: 'provider_linked' })
    }
    for (const { tokenHash, siteId, role } of invitations) {
      const site = directory.siteById(siteId)?.domain ?? ''
      if (!(await directory.accept(tokenHash, user))) continue
      await audit.note({ actor: userActor(user), action: 'joined', site, outcome: role })
    }
    // Also when no invitation could be taken that would have made the account.
    if (directory.userByEmail(user.email)?.id !== user.id) return { status: 'gone' }
    await audit.note({ actor: userActor(user), action: 'signed_in', outcome: how })
    const token = await openSession(deps, user, clientName(c), hasProviderFactor)
    writeSessionCookie(c, token, SESSION_SECONDS, secureCookies)
    return { status: 'signed_in', user }
  }

  return {
    async admit(c, entry) {
      if (entry.user.secondFactor === undefined || entry.hasProviderFactor) return letIn(c, entry)
      cookie.write(c, waiting.add(clientNetwork(c, readAddress), entry), FACTOR_SECONDS)
      return { status: 'code_needed' }
    },

    async confirm(c, shown) {
      const token = cookie.read(c) ?? ''
      const user = directory.userByEmail(waiting.look(token)?.user.email ?? '')
      if (user === undefined) return { status: 'expired' }
      const checked = await checkFactor(user, shown)
      if (checked.status !== 'signed_in') return checked
      const entry = waiting.take(token)
      cookie.remove(c)
      if (entry?.user.id !== user.id) return { status: 'expired' }
      if (checked.used === 'recovery') {
        await audit.note({ actor: userActor(user), action: 'recovery_code_used' })
        notify(deps, user, { kind: 'recovery_code_used' })
      }
      return letIn(c, entry)
    },
  }
}
