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
  /** The same without anybody waiting for it, so that no answer tells by its time what was noted. */
  noteLater(deed: Deed, withinSeconds: number): void
}

export interface AuditLogOptions {
  readonly store: AuditStore
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
  /** How long entries are kept. */
  readonly keepDays: number
  /** Told why something could not be noted that nobody waited for. */
  readonly onFailure?: (error: unknown) => void
}

/** The log where another collector writes it: each entry names the one before, so only one program may. Every note is refused. */
export const CLOSED_AUDIT_LOG: AuditLog = {
  note: refuse,
  noteOnce: refuse,
  noteLater: () => undefined,
}

async function refuse(): Promise<never> {
  throw new Error('This collector writes no audit log: what is noted is the control collector’s to do')
}

/** Deeds that are remembered as noted; the oldest are forgotten first. */
const MAX_REMEMBERED = 10_000

export function openAuditLog({ store, nowSeconds, keepDays, onFailure }: AuditLogOptions): AuditLog {
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

  async function noteOnce(deed: Deed, withinSeconds: number): Promise<void> {
    const key = JSON.stringify(deed)
    if ((noted.get(key) ?? Number.NEGATIVE_INFINITY) > nowSeconds() - withinSeconds) return
    // Remembered before it is on disk: a flood of the same must not wait in line.
    noted.delete(key)
    noted.set(key, nowSeconds())
    const [oldest] = noted.keys()
    if (noted.size > MAX_REMEMBERED && oldest !== undefined) noted.delete(oldest)
    try {
      await note(deed)
    } catch (error) {
      noted.delete(key)
      throw error
    }
  }

  return {
    note,
    noteOnce,
    noteLater: (deed, withinSeconds) =>
      void noteOnce(deed, withinSeconds).catch((error: unknown) => onFailure?.(error)),
  }
}
