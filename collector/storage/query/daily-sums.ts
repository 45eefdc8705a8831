import type { ClickHouseClient } from '@clickhouse/client'
import type { Day, SiteId } from '../../core/ids.ts'
import { addSums, COMPONENTS, type Component, NO_SUMS, type Sums } from '../../core/metrics/components.ts'
import { toThousandths } from '../../core/metrics/money.ts'
import type { DaySums } from '../../core/planning/whole-days.ts'
import type { SealedDays } from '../../core/sealing/sealed-days.ts'
import { STATS } from './parts/daily-part.ts'

/** What was sealed of a site's days, of each day as a whole. */
export type DailySums = (siteId: SiteId, sealed: SealedDays) => Promise<DaySums>

/** Kept in memory for as long as what is known of the site's seals: a sealed day does not change. */
export function openDailySums(client: ClickHouseClient): DailySums {
  const known = new WeakMap<SealedDays, Promise<DaySums>>()
  return (siteId, sealed) => {
    const kept = known.get(sealed)
    if (kept !== undefined) return kept
    const reading = readDailySums(client, siteId, sealed)
    reading.catch(() => known.delete(sealed))
    known.set(sealed, reading)
    return reading
  }
}

/** One row of sums as the database writes it: whole numbers, revenue in decimal. */
export type SumsRow = Readonly<Record<string, unknown>>

/** The sums of a row, of the components that it has. */
export function toSums(row: SumsRow): Sums {
  const text = (component: Component): string => String(row[component] ?? '')
  const counts = COMPONENTS.filter(component => typeof NO_SUMS[component] === 'number')
  return {
    ...NO_SUMS,
    ...Object.fromEntries(counts.map(component => [component, Number(row[component] ?? 0)])),
    revenue: toThousandths(text('revenue')),
    currency_low: text('currency_low'),
    currency_high: text('currency_high'),
  }
}

async function readDailySums(
  client: ClickHouseClient,
  siteId: SiteId,
  { generations }: SealedDays,
): Promise<DaySums> {
  const columns = COMPONENTS.map(component => `${columnOf(component)} AS ${component}`)
  const answer = await client.query({
    query: `SELECT toString(stats.day) AS sealed_day, toString(stats.generation) AS sealed_in, ${columns.join(', ')}
FROM daily_stats AS stats
WHERE stats.site_id = {site_id:UInt32} AND stats.dimension = ''
GROUP BY stats.day, stats.generation`,
    query_params: { site_id: siteId },
    format: 'JSONEachRow',
    clickhouse_settings: { output_format_json_quote_64bit_integers: 0 },
  })
  const sums = new Map<Day, Sums>()
  for (const row of await answer.json<SumsRow>()) {
    const day = String(row['sealed_day']) as Day
    const isValid = generations.get(day)?.some(({ id, isValid }) => isValid && id === row['sealed_in'])
    if (isValid !== true) continue
    sums.set(day, addSums(sums.get(day) ?? NO_SUMS, toSums(row), COMPONENTS))
  }
  return sums
}

function columnOf(component: Component): string {
  return component === 'revenue' ? `toString(${STATS.revenue})` : STATS[component]
}
