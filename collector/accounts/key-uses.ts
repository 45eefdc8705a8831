import type { ApiKey } from '../core/ports.ts'
import type { AuditLog } from './audit-log.ts'

const DAY_SECONDS = 86_400

export interface KeyUsesOptions {
  readonly audit: AuditLog
  /** The domain of a key's site; empty when it is gone. */
  readonly domainOf: (key: ApiKey) => string
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
  /** Told why a use could not be noted; it is tried again at the next one. */
  readonly onFailure: (error: unknown) => void
}

/** Notes that a key is used, once a day in UTC. Nobody waits for it: a program must not stop because nothing can be noted. */
export function openKeyUses({
  audit,
  domainOf,
  nowSeconds,
  onFailure,
}: KeyUsesOptions): (key: ApiKey) => void {
  const lastDays = new Map<string, number>()
  return key => {
    const day = Math.floor(nowSeconds() / DAY_SECONDS)
    const before = lastDays.get(key.id)
    if (before === day) return
    lastDays.set(key.id, day)
    audit
      .note({ actor: { kind: 'key', id: key.id }, action: 'key_used', site: domainOf(key) })
      .catch(error => {
        if (before === undefined) lastDays.delete(key.id)
        else lastDays.set(key.id, before)
        onFailure(error)
      })
  }
}
