import type { AuditLog } from '../accounts/audit-log.ts'
import type { Passkey, User } from '../core/ports.ts'
import { type NotifyDeps, notify } from './notify.ts'
import { userActor } from './trace.ts'

/** Notes that somebody seems to have a copy of a passkey, and tells whose it is. Nobody waits for it; never throws. */
export function passkeyAlarm(
  deps: NotifyDeps & { readonly audit: AuditLog },
): (user: User, passkey: Passkey) => void {
  return function passkeyAlarmOf(user, { name }) {
    deps.audit.noteLater({ actor: userActor(user), action: 'passkey_copied', subject: name }, 0)
    notify(deps, user, { kind: 'passkey_copied', name })
  }
}
