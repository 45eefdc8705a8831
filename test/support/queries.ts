import type { ClickHouseClient } from '@clickhouse/client'
import type { Plan } from '../../collector/core/planning/plan.ts'
import { planQuery } from '../../collector/core/planning/plan-query.ts'
import type { QueryRows, Site } from '../../collector/core/ports.ts'
import { parseQuery } from '../../collector/core/query/parse.ts'
import type { Query } from '../../collector/core/query/query.ts'
import { NOTHING_SEALED, type SealedDays } from '../../collector/core/sealing/sealed-days.ts'
import { ask } from '../../collector/storage/query/ask.ts'
import { openDailyLists } from '../../collector/storage/query/daily-lists.ts'
import { openDailySums } from '../../collector/storage/query/daily-sums.ts'
import { queryEvents } from '../../collector/storage/query/query-events.ts'
import { aSite } from './events.ts'

/** The query that a request body means; throws with its faults. */
export function queryOf(
  body: Record<string, unknown>,
  site: Site = aSite(),
  now = '2026-04-15T12:00:00Z',
): Query {
  const parsed = parseQuery({ site_id: site.domain, ...body }, site, Date.parse(now) / 1_000)
  if (!parsed.ok) throw new Error(parsed.errors.join('\n'))
  return parsed.query
}

/** Answers a query from raw events alone. */
export function askEvents(client: ClickHouseClient, query: Query, signal?: AbortSignal): Promise<QueryRows> {
  return askAsPlanned(client, planQuery(query, NOTHING_SEALED), NOTHING_SEALED, signal)
}

/** Answers a query as planned with what is sealed. */
export function askAsPlanned(
  client: ClickHouseClient,
  plan: Plan,
  sealed: SealedDays,
  signal?: AbortSignal,
): Promise<QueryRows> {
  return queryEvents(plan, sealed, {
    ask: statement => ask(client, statement, 'first', signal),
    askList: async ({ alone }) => ({ rows: await ask(client, alone, 'later', signal), statement: alone }),
    dailySums: openDailySums(client),
    dailyLists: openDailyLists(client),
  })
}
