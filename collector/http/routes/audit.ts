import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import { parseAuditLine } from '../../core/audit/audit-entry.ts'
import { AUDIT_FORMATS, type AuditFormat, exportAudit } from '../../core/audit/audit-export.ts'
import type { AuditStore } from '../../core/ports.ts'
import { requireOperator } from '../authenticate.ts'
import type { AuditBody, ErrorBody } from '../contract.ts'
import { textStream } from '../text-stream.ts'
import { trace, traceLook } from '../trace.ts'

export interface AuditDeps {
  readonly audit: AuditLog
  readonly auditStore: Pick<AuditStore, 'list' | 'all'>
  /** Seconds since 1970. */
  readonly nowSeconds: () => number
}

/** Entries of one answer at most, and without a word about it. */
const MOST_ENTRIES = 1_000
const USUAL_ENTRIES = 100

/**
 * `GET /api/audit?before=NUMBER&limit=N`: what people and programs did here, the latest first. `?format=csv` and `jsonl`: all of
 * it as a file, the oldest first; that it was taken is noted, as its last entry. For operators.
 */
export function auditRoutes({ audit, auditStore, nowSeconds }: AuditDeps): Hono {
  return new Hono().get('/api/audit', requireOperator(), async c => {
    const wanted = c.req.query('format')
    if (wanted !== undefined) {
      const format = AUDIT_FORMATS.find(known => known === wanted)
      const error = `Use ?format=${AUDIT_FORMATS.join(' or ')}.`
      return format === undefined ? c.json({ error } satisfies ErrorBody, 400) : exported(c, format)
    }
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

  /** Line by line as the database gives it: a log of years need not be in memory. */
  async function exported(c: Context, format: AuditFormat): Promise<Response> {
    await trace(c, audit, 'audit_log_exported', { outcome: format })
    const day = new Date(nowSeconds() * 1_000).toISOString().slice(0, 10)
    return c.body(textStream(exportAudit(auditStore.all(), format)), 200, {
      'content-type': CONTENT_TYPES[format],
      'content-disposition': `attachment; filename="hanki-audit-${day}.${format}"`,
    })
  }
}

const CONTENT_TYPES: Readonly<Record<AuditFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
}

function wholeNumber(c: Context, name: string, usual: number, most: number): number | undefined {
  const text = c.req.query(name)
  if (text === undefined) return usual
  const number = /^\d{1,16}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= most ? number : undefined
}
