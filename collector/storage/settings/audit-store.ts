import type { ClickHouseClient } from '@clickhouse/client'
import * as v from 'valibot'
import type { AuditStore } from '../../core/ports.ts'
import allAuditLines from './queries/all-audit-lines.sql?raw'
import auditLines from './queries/audit-lines.sql?raw'
import latestAuditLine from './queries/latest-audit-line.sql?raw'

const LINES = v.array(v.object({ number: v.number(), line: v.string() }))
const DAY_SECONDS = 86_400

/** The audit log of a ClickHouse database. A line is on disk when the promise of `append` is fulfilled. */
export function openAuditStore(client: ClickHouseClient): AuditStore {
  async function read(query: string, parameters: Record<string, unknown> = {}) {
    const answer = await client.query({
      query,
      query_params: parameters,
      format: 'JSONEachRow',
      clickhouse_settings: { output_format_json_quote_64bit_integers: 0 },
    })
    return v.parse(LINES, await answer.json())
  }

  return {
    latest: async () => (await read(latestAuditLine))[0],

    async append({ number, atSeconds, line, keepDays }) {
      const expiresOn = new Date((atSeconds + keepDays * DAY_SECONDS) * 1_000).toISOString().slice(0, 10)
      await client.insert({
        table: 'audit_log',
        values: [{ number, happened_at: atSeconds, line, expires_on: expiresOn }],
        format: 'JSONEachRow',
        // An asynchronous insert would be acknowledged before it is on disk.
        clickhouse_settings: { async_insert: 0 },
      })
    },

    list: (before, limit) => read(auditLines, { before, limit }),

    async *all() {
      const answer = await client.query({ query: allAuditLines, format: 'JSONEachRow' })
      for await (const rows of answer.stream<{ line: string }>()) {
        for (const row of rows) yield row.json().line
      }
    },
  }
}
