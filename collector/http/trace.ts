import type { Context } from 'hono'
import type { AuditLog } from '../accounts/audit-log.ts'
import type { Actor, AuditAction, Deed } from '../core/audit/audit-entry.ts'
import type { Site, User } from '../core/ports.ts'

/** What a deed was about, besides who did it. */
export type About = { readonly site?: Site } & Pick<Deed, 'subject' | 'outcome'>

/** Notes what the caller is about to do. Throws when it cannot be noted: then it must not happen. */
export function trace(c: Context, audit: AuditLog, action: AuditAction, about: About = {}): Promise<void> {
  return audit.note(deedOf(c, action, about))
}

const LOOK_SECONDS = 3_600

/** The same for what is looked at again and again: once an hour. */
export function traceLook(
  c: Context,
  audit: AuditLog,
  action: AuditAction,
  about: About = {},
): Promise<void> {
  return audit.noteOnce(deedOf(c, action, about), LOOK_SECONDS)
}

/** Somebody with an account, as the audit log names people. */
export function userActor({ id, email }: User): Actor {
  return { kind: 'user', id, name: email }
}

function deedOf(c: Context, action: AuditAction, { site, ...about }: About): Deed {
  return { actor: actorOf(c), action, ...(site !== undefined && { site: site.domain }), ...about }
}

function actorOf(c: Context): Actor {
  const caller = c.get('caller')
  if (caller === undefined) return { kind: 'unknown' }
  if (caller.kind === 'key') return { kind: 'key', id: caller.key.id }
  if (caller.kind === 'share') return { kind: 'unknown' }
  return userActor(caller.user)
}
