import { AUDIT_START, type AuditEntry, auditHash, auditLine, type Deed } from '../core/audit/audit-entry.ts'
import type { AuditStore } from '../core/ports.ts'

/** The record of what people and programs did here. */
export interface AuditLog {
  /**
   * Notes a deed durably; where it can be, before it is done, for what cannot be noted should not happen. Throws when
   * the database is away.
   */
  note(deed: Deed): Promise<void>
  /** Notes the same once in so many seconds at most, for what is done again and again. */
  noteOnce(deed: Deed, withinSeconds: number): Promise<void>
}

export interface AuditLogOptions {
  readonly store: AuditStore
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
  /** How long entries are kept. */
  readonly keepDays: number
}

/** Deeds that are remembered as noted; the oldest are forgotten first. */
const MAX_REMEMBERED = 10_000

export function openAuditLog({ store, nowSeconds, keepDays }: AuditLogOptions): AuditLog {
  let last: Promise<unknown> = Promise.resolve()
  const noted = new Map<string, number>()

  async function append(deed: Deed): Promise<void> {
    // Another program may have written meanwhile.
    const latest = await store.latest()
    const entry: AuditEntry = { number: (latest?.number ?? 0) + 1, atSeconds: nowSeconds(), ...deed }
    const line = auditLine(entry, latest === undefined ? AUDIT_START : auditHash(latest.line))
    await store.append({ number: entry.number, atSeconds: entry.atSeconds, line, keepDays })
  }

  /** One after the other: each names the one before. */
  function note(deed: Deed): Promise<void> {
    const writing = last.then(() => append(deed))
    last = writing.catch(() => undefined)
    return writing
  }

  return {
    note,
    async noteOnce(deed, withinSeconds) {
      const key = JSON.stringify(deed)
      if ((noted.get(key) ?? Number.NEGATIVE_INFINITY) > nowSeconds() - withinSeconds) return
      await note(deed)
      noted.delete(key)
      noted.set(key, nowSeconds())
      const [oldest] = noted.keys()
      if (noted.size > MAX_REMEMBERED && oldest !== undefined) noted.delete(oldest)
    },
  }
}
