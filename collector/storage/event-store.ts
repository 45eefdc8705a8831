import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client'
import { DAILY_NOTES } from '../core/event/daily-count.ts'
import { DROP_REASONS } from '../core/event/drop-reasons.ts'
import type { Day } from '../core/ids.ts'
import type { JourneyStep } from '../core/paths/journey.ts'
import { expiredBefore } from '../core/planning/expired-days.ts'
import type { Plan } from '../core/planning/plan.ts'
import { planQuery } from '../core/planning/plan-query.ts'
import { type Weight, weightOf } from '../core/planning/weight.ts'
import type { EventStore, QueryRows, SealStore, Statement } from '../core/ports.ts'
import { isTimeDimension } from '../core/query/dimensions.ts'
import type { Query } from '../core/query/query.ts'
import type { SealedDays } from '../core/sealing/sealed-days.ts'
import { insertEvents, settleInserts } from './insert-events.ts'
import { insertInPieces } from './insert-in-pieces.ts'
import countStored from './queries/count-stored.sql?raw'
import countsOfDays from './queries/counts-of-days.sql?raw'
import daysNoted from './queries/days-noted.sql?raw'
import hasEvents from './queries/has-events.sql?raw'
import idempotencyKeys from './queries/idempotency-keys.sql?raw'
import networksOfDays from './queries/networks-of-days.sql?raw'
import propertyKeys from './queries/property-keys.sql?raw'
import storedSequences from './queries/stored-sequences.sql?raw'
import storedThrough from './queries/stored-through.sql?raw'
import { ask, type Rows, type Urgency } from './query/ask.ts'
import { openDailyLists } from './query/daily-lists.ts'
import { openDailySums } from './query/daily-sums.ts'
import { openGathering } from './query/gathering.ts'
import { queryLargeRows } from './query/large-rows.ts'
import { askLists, type List, type ListRows } from './query/lists.ts'
import { funnelStatement, journeyStatement } from './query/paths.ts'
import { queryEvents } from './query/query-events.ts'
import { openSharedAnswers } from './query/shared-answers.ts'
import { openTurns } from './query/turns.ts'
import { recentVisits } from './recent-visits.ts'

/**
 * What proves that events are stored sees every finished insert, where a server can promise that.
 * Of several replicas behind one address it is not enough: `settle` sees the inserts of one replica only, and inserts
 * ask for no quorum. Name one replica in HANKI_CLICKHOUSE_URL; others may copy from it.
 */
const PROOF = { select_sequential_consistency: '1' } as const

/** Questions that are answered at once; heavy ones may each use every core of a small machine, and keep events waiting. */
const LIGHT_AT_ONCE = 3
const HEAVY_AT_ONCE = 2

/** How old an answer may be when the same is asked again, ms. */
const SHARED_MS = 1_000
/** Longest answer that is kept for others, rows. */
const MOST_SHARED_ROWS = 200

/** How long a list waits for others that could be read together with it, ms: since the latest came, and at most. */
const GATHER_QUIET_MS = 2
const GATHER_MOST_MS = 10

/** How the database is asked. */
interface Manner {
  readonly weight: Weight
  readonly urgency: Urgency
}
const LIST: Manner = { weight: 'light', urgency: 'later' }
const HEAVY: Manner = { weight: 'heavy', urgency: 'later' }

/** Nobody gives up. */
const NEVER = new AbortController().signal

export interface EventStoreDeps {
  readonly client: ClickHouseClient
  /** Has connections that no question takes. */
  readonly ingestClient: ClickHouseClient
  /** Tells which days need not be read from events. */
  readonly seals: Pick<SealStore, 'sealedDays' | 'sealedDaysBefore'>
  /** Any clock that does not go backwards, ms. */
  readonly nowMs: () => number
  /** Seconds since 1970. */
  readonly nowSeconds: () => number
}

/** The events of a ClickHouse database, embedded or not. */
export function openEventStore({
  client,
  ingestClient,
  seals,
  nowMs,
  nowSeconds,
}: EventStoreDeps): EventStore {
  const dailySums = openDailySums(client)
  const dailyLists = openDailyLists(client)
  const numberOf = openNumbers()
  const turns = { light: openTurns(LIGHT_AT_ONCE), heavy: openTurns(HEAVY_AT_ONCE) }
  const shared = openSharedAnswers<Rows>({
    maxAgeMs: SHARED_MS,
    nowMs,
    isSmall: ({ data }) => data.length <= MOST_SHARED_ROWS,
  })
  const sharedLists = openSharedAnswers<ListRows>({
    maxAgeMs: SHARED_MS,
    nowMs,
    isSmall: ({ rows }) => rows.data.length <= MOST_SHARED_ROWS,
  })
  const lists = openGathering<List, ListRows>({
    quietMs: GATHER_QUIET_MS,
    mostMs: GATHER_MOST_MS,
    answerAll: (gathered, signal) => askLists(gathered, statement => askNow(statement, LIST, signal)),
  })

  function askNow(statement: Statement, { weight, urgency }: Manner, signal: AbortSignal): Promise<Rows> {
    return turns[weight].take(() => ask(client, statement, urgency, signal), signal)
  }

  function askInTurn(statement: Statement, manner: Manner, signal: AbortSignal): Promise<Rows> {
    return shared.answer(textOf(statement), wanted => askNow(statement, manner, wanted), signal)
  }

  /** Lists that are light are gathered: together they still are. A heavy one would keep the others waiting. */
  function askList(list: List, weight: Weight, sealed: SealedDays, signal: AbortSignal): Promise<ListRows> {
    const { alone, kind } = list
    return sharedLists.answer(
      textOf(alone),
      async wanted =>
        weight === 'light'
          ? lists.ask(`${numberOf(sealed)} ${kind}`, list, wanted)
          : { rows: await askNow(alone, HEAVY, wanted), statement: alone },
      signal,
    )
  }

  async function answer(plan: Plan, sealed: SealedDays, signal: AbortSignal): Promise<QueryRows> {
    const { query } = plan
    const weight = weightOf(plan, sealed)
    const { leastVisitors } = query
    const urgency = weight === 'light' && query.dimensions.every(isTimeDimension) ? 'first' : 'later'
    const askAlone = (statement: Statement) => askInTurn(statement, { weight, urgency }, signal)
    const rows = await (leastVisitors === undefined
      ? queryEvents(plan, sealed, {
          ask: askAlone,
          askList: list => askList(list, weight, sealed, signal),
          dailySums,
          dailyLists,
        })
      : queryLargeRows({ query, leastVisitors, sealed, ask: askAlone }))
    const before = expiredBefore(plan, sealed, nowSeconds())
    return before === undefined ? rows : { ...rows, expiredBefore: before }
  }

  /** The answer with what was sealed when it was last looked at; undefined where a vain try would be dear. */
  async function answerEarly(
    query: Query,
    before: SealedDays,
    signal: AbortSignal,
  ): Promise<QueryRows | undefined> {
    const plan = planQuery(query, before)
    return weightOf(plan, before) === 'light' ? answer(plan, before, signal) : undefined
  }

  async function readStoredThrough(journalId: string): Promise<number> {
    const [row] = await select<{ through: number }>(
      ingestClient,
      storedThrough,
      { journal_id: journalId },
      PROOF,
    )
    if (row === undefined) throw new Error('stored-through.sql returned no row')
    return row.through
  }

  async function markStored(journalId: string, through: number): Promise<void> {
    await ingestClient.insert({
      table: 'journal_marks',
      values: [{ journal_id: journalId, stored_through: through }],
      format: 'JSONEachRow',
    })
  }

  return {
    insert: (batch, token, signal) => insertEvents(ingestClient, batch, token, signal),
    settle: journalId => settleInserts(ingestClient, journalId),

    async countStored(journalId, first, last) {
      const [row] = await select<{ stored: string }>(
        ingestClient,
        countStored,
        { journal_id: journalId, first, last },
        PROOF,
      )
      if (row === undefined) throw new Error('count-stored.sql returned no row')
      return Number(row.stored)
    },

    async storedSequences(journalId, first, last) {
      const rows = await select<{ sequence: number }>(
        ingestClient,
        storedSequences,
        { journal_id: journalId, first, last },
        PROOF,
      )
      return new Set(rows.map(row => row.sequence))
    },

    storedThrough: readStoredThrough,
    markStored,

    async markAllStored() {
      const rows = await select<{ journal: string }>(
        ingestClient,
        'SELECT DISTINCT toString(journal_id) AS journal FROM journal_marks',
        {},
      )
      for (const { journal } of rows) await markStored(journal, await readStoredThrough(journal))
    },

    recentVisits: fromSecond => recentVisits(client, fromSecond),

    async query(query, signal = NEVER) {
      const before = seals.sealedDaysBefore(query.siteId)
      const reading = seals.sealedDays(query.siteId)
      // Nearly always nothing has changed since: nobody waits until that is known.
      const early = before === undefined ? undefined : answerEarly(query, before, signal)
      // Where something has changed nobody asks what became of it.
      early?.catch(() => undefined)
      const sealed = await reading
      const found = sealed === before ? await early : undefined
      return found ?? answer(planQuery(query, sealed), sealed, signal)
    },

    async funnel(question, signal = NEVER) {
      const { data } = await askInTurn(funnelStatement(question), HEAVY, signal)
      const endedAt = Array.from({ length: question.steps.length + 1 }, () => 0)
      for (const { level, count } of data) endedAt[Number(level)] = Number(count)
      return endedAt
    },

    async journeys(question, signal = NEVER) {
      const { data } = await askInTurn(journeyStatement(question), HEAVY, signal)
      const others = data.find(({ is_shown }) => Number(is_shown) === 0)
      const ways = data.filter(row => row !== others)
      return {
        ways: ways.map(({ way, visits }) => ({
          steps: Array.isArray(way) ? way.map(label => toStep(String(label))) : [],
          visits: Number(visits),
        })),
        others: { visits: Number(others?.['visits'] ?? 0), ways: Number(others?.['ways'] ?? 0) },
      }
    },

    async hasEvents(siteId) {
      const rows = await select<{ found: number }>(client, hasEvents, { site_id: siteId })
      return rows.length > 0
    },

    async propertyKeys(siteId, first, last, limit) {
      // Raw events of many days: not beside everything else.
      const rows = await turns.heavy.take(
        () =>
          select<{ key: string; events: string }>(client, propertyKeys, {
            site_id: siteId,
            first,
            last,
            limit,
          }),
        NEVER,
      )
      return rows.map(({ key, events }) => ({ key, events: Number(events) }))
    },

    addDailyCounts: (counts, token) =>
      insertCounts(client, 'daily_counts', counts, token, ({ siteId, day, reason, name, count }) => ({
        site_id: siteId,
        day,
        reason,
        name,
        count,
      })),

    async dailyCounts(siteId, first, last) {
      const rows = await select<{ day: Day; reason: string; name: string; count: string }>(
        client,
        countsOfDays,
        { site_id: siteId, first, last },
      )
      return rows.flatMap(({ day, reason, name, count }) => {
        const known = [...DROP_REASONS, ...DAILY_NOTES].find(candidate => candidate === reason)
        // A later version's reasons are in the table after a way back to this one.
        return known === undefined ? [] : [{ siteId, day, reason: known, name, count: Number(count) }]
      })
    },

    async daysNoted(siteId, note) {
      const rows = await select<{ day: Day }>(client, daysNoted, { site_id: siteId, note })
      return rows.map(({ day }) => day)
    },

    addNetworkCounts: (counts, token) =>
      insertCounts(client, 'networks', counts, token, ({ siteId, day, network, count }) => ({
        site_id: siteId,
        day,
        network,
        events: count,
      })),

    async networks(siteId, first, last, limit) {
      const rows = await select<{ network: string; events: string }>(client, networksOfDays, {
        site_id: siteId,
        first,
        last,
        limit,
      })
      return rows.map(({ network, events }) => ({ network, events: Number(events) }))
    },

    async idempotencyKeys(least, limit) {
      const rows = await select<{ key: string }>(client, idempotencyKeys, { least, limit })
      return rows.map(({ key }) => key)
    },
  }
}

/** Tells what is known of a site's seals from what was known before. */
function openNumbers(): (sealed: SealedDays) => number {
  const numbers = new WeakMap<SealedDays, number>()
  let latest = 0
  return sealed => {
    const known = numbers.get(sealed) ?? ++latest
    numbers.set(sealed, known)
    return known
  }
}

/** Statements with the same text and parameters ask the same. */
function textOf(statement: Statement): string {
  return JSON.stringify(statement, (_, value) => (typeof value === 'bigint' ? `${value}n` : value))
}

/** The first letter tells a page from an event. */
function toStep(label: string): JourneyStep {
  return label.startsWith('p') ? { page: label.slice(1) } : { event: label.slice(1) }
}

/** Adds counters durably; a batch that is repeated under its token is added once. */
async function insertCounts<Count>(
  client: ClickHouseClient,
  table: string,
  counts: readonly Count[],
  token: string,
  toRow: (count: Count) => object,
): Promise<void> {
  if (counts.length === 0) return
  await insertInPieces(client, {
    query: `INSERT INTO ${table} FORMAT JSONEachRow`,
    rows: counts,
    toText: some => some.map(count => `${JSON.stringify(toRow(count))}\n`).join(''),
    settings: { insert_deduplication_token: token },
  })
}

async function select<Row>(
  client: ClickHouseClient,
  query: string,
  parameters: Record<string, unknown>,
  settings: ClickHouseSettings = {},
): Promise<Row[]> {
  const answer = await client.query({
    query,
    query_params: parameters,
    format: 'JSONEachRow',
    clickhouse_settings: settings,
  })
  return answer.json<Row>()
}
