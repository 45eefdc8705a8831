import type { ApiKey, KeyUseNotes } from '../core/ports.ts'
import type { AuditLog } from './audit-log.ts'

const DAY_SECONDS = 86_400

export interface KeyUsesOptions {
  /** Notes the use of a key on a day, `YYYY-MM-DD` in UTC. */
  readonly note: (key: ApiKey, day: string) => Promise<void>
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
  /** Told why a use could not be noted; it is tried again at the next one. */
  readonly onFailure: (error: unknown) => void
}

/** Notes that a key is used, once a day in UTC. Nobody waits for it: a program must not stop because nothing can be noted. */
export function openKeyUses({ note, nowSeconds, onFailure }: KeyUsesOptions): (key: ApiKey) => void {
  const lastDays = new Map<string, number>()
  return key => {
    const day = Math.floor(nowSeconds() / DAY_SECONDS)
    const before = lastDays.get(key.id)
    if (before === day) return
    lastDays.set(key.id, day)
    note(key, dayOf(nowSeconds())).catch(error => {
      if (before === undefined) lastDays.delete(key.id)
      else lastDays.set(key.id, before)
      onFailure(error)
    })
  }
}

export interface AuditedKeyUsesOptions {
  readonly audit: AuditLog
  /** The domain of a key's site; empty when it is gone. */
  readonly domainOf: (keyId: string) => string
}

/** How uses are noted in the audit log by the collector that writes it. */
export function auditedKeyUse({ audit, domainOf }: AuditedKeyUsesOptions): KeyUsesOptions['note'] {
  return key => audit.note({ actor: { kind: 'key', id: key.id }, action: 'key_used', site: domainOf(key.id) })
}

/**
 * Carries uses that other collectors have noted into the audit log, with their day; to be called again and again. Those of
 * yesterday and today are noted once more after a restart.
 */
export function openKeyUseCarrier({
  audit,
  domainOf,
  notes,
  nowSeconds,
}: AuditedKeyUsesOptions & {
  readonly notes: Pick<KeyUseNotes, 'since'>
  readonly nowSeconds: () => number
}): () => Promise<void> {
  let carried = new Set<string>()
  return async () => {
    const found = await notes.since(dayOf(nowSeconds() - DAY_SECONDS))
    for (const { keyId, day } of found) {
      if (carried.has(`${keyId} ${day}`)) continue
      await audit.note({
        actor: { kind: 'key', id: keyId },
        action: 'key_used',
        site: domainOf(keyId),
        outcome: day,
      })
      carried.add(`${keyId} ${day}`)
    }
    carried = new Set(found.map(({ keyId, day }) => `${keyId} ${day}`))
  }
}

function dayOf(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().slice(0, 10)
}
