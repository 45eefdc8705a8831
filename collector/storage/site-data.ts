import type { ClickHouseClient } from '@clickhouse/client'
import type { SiteId } from '../core/ids.ts'
import type { SiteDataStore } from '../core/ports.ts'

/** Tables with rows of sites. What is read first is erased last, so that an erasure that was cut short is found again. */
const TABLES = [
  'events',
  'networks',
  'daily_counts',
  'removals',
  'sealed_visits',
  'daily_stats',
  'hourly_stats',
  'seals',
] as const

/** Longest that erasing from one table may take, s: every part with such rows is written anew. */
const MAX_SECONDS = 3_600
/** Sites that one statement names at most. */
const MOST_SITES = 1_000

const GONE = 'SELECT id FROM sites FINAL WHERE deleted = 1'

/** What was counted of sites, in a ClickHouse database. */
export function openSiteData(client: ClickHouseClient): SiteDataStore {
  return {
    async goneSitesWithData() {
      const parts = TABLES.map(table => `SELECT DISTINCT site_id FROM ${table} WHERE site_id IN (${GONE})`)
      const answer = await client.query({
        query: `SELECT DISTINCT site_id FROM (${parts.join(' UNION ALL ')}) ORDER BY site_id LIMIT ${MOST_SITES}`,
        format: 'JSONEachRow',
      })
      const rows = await answer.json<{ site_id: SiteId }>()
      return rows.map(row => row.site_id)
    },

    async erase(sites) {
      for (const table of TABLES) {
        await client.command({
          query: `ALTER TABLE ${table} DELETE WHERE site_id IN {sites:Array(UInt32)}`,
          query_params: { sites: [...sites] },
          clickhouse_settings: { mutations_sync: '2', max_execution_time: MAX_SECONDS },
        })
      }
    },
  }
}
