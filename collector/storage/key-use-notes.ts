import type { ClickHouseClient } from '@clickhouse/client'
import type { KeyUseNotes } from '../core/ports.ts'

/** Uses of keys, where the audit log is written by another collector. */
export function openKeyUseNotes(client: ClickHouseClient): KeyUseNotes {
  return {
    async add(keyId, day) {
      await client.insert({ table: 'key_uses', values: [{ key_id: keyId, day }], format: 'JSONEachRow' })
    },

    async since(day) {
      const answer = await client.query({
        query: 'SELECT DISTINCT key_id, day FROM key_uses WHERE day >= {day:Date} ORDER BY day, key_id',
        query_params: { day },
        format: 'JSONEachRow',
      })
      const rows = await answer.json<{ key_id: string; day: string }>()
      return rows.map(row => ({ keyId: row.key_id, day: row.day }))
    },
  }
}
