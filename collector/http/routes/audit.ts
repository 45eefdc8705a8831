import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import { parseAuditLine } from '../../core/audit/audit-entry.ts'
import type { AuditStore } from '../../core/ports.ts'
import { requireOperator } from '../authenticate.ts'
import type { AuditBody, ErrorBody } from '../contract.ts'
import { traceLook } from '../trace.ts'

export interface AuditDeps {
  readonly audit: AuditLog
  readonly auditStore: Pick<AuditStore, 'list'>
}

/** Entries of one answer at most, and without a word about it. */
const MOST_ENTRIES = 1_000
const USUAL_ENTRIES = 100

/** `GET /api/audit?before=NUMBER&limit=N`: what people and programs did here, the latest first. For operators. */
export function auditRoutes({ audit, auditStore }: AuditDeps): Hono {
  return new Hono().get('/api/audit', requireOperator(), async c => {
    const before = wholeNumber(c, 'before', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
    const limit = wholeNumber(c, 'limit', USUAL_ENTRIES, MOST_ENTRIES)
    if (before === undefined || limit === undefined) {
      const error = `Use ?before=NUMBER of an entry and &limit=1 to ${MOST_ENTRIES}.`
      return c.json({ error } satisfies ErrorBody, 400)
    }
    await traceLook(c, audit, 'audit_log_read')
    const records = await auditStore.list(before, limit)
    const body: AuditBody = {
      entries: records.map(({ number, line }) => {
        const entry = parseAuditLine(line)?.entry
        // A line that was changed until it is none is shown, not hidden.
        if (entry === undefined) return { number, at: '', actor: { kind: 'unknown' }, action: 'unreadable' }
        const { atSeconds, ...rest } = entry
        return { ...rest, at: new Date(atSeconds * 1_000).toISOString() }
      }),
      next_before: records.length === limit ? (records.at(-1)?.number ?? null) : null,
    }
    return c.json(body)
  })
}

function wholeNumber(c: Context, name: string, usual: number, most: number): number | undefined {
  const text = c.req.query(name)
  if (text === undefined) return usual
  const number = /^\d{1,16}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= most ? number : undefined
}
