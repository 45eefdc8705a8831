import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client'
import type { Day, SiteId } from '../../core/ids.ts'
import type { DaysToSeal, RawDay, SealStore, SiteDay } from '../../core/ports.ts'
import { foldSeals, type SealRow } from '../../core/sealing/fold-seals.ts'
import type { SealedDays } from '../../core/sealing/sealed-days.ts'
import { PRIORITIES } from '../priorities.ts'
import { newParameters, type Parameters } from '../query/parameters.ts'
import { insertDailyStats } from './daily-stats.ts'
import { insertHourlyStats } from './hourly-stats.ts'
import { mergeParts } from './merge-parts.ts'
import type { SealScope } from './scope.ts'
import { insertSealedVisits } from './sealed-visits.ts'

/** How long what is known of a site's seals may be old, ms: another process may seal, too. */
const MAX_AGE_MS = 5_000
/** Sites whose seals are remembered at most. */
const MAX_SITES = 200
/** Superseded rows stay for questions that began before, s. */
const KEEP_SUPERSEDED_SECONDS = 600

/** Days of sites that a parameter may name: ClickHouse takes 128 kB for each. */
const MOST_PAIRS = 2_000

/** Tables with sealed rows. */
const SEALED_TABLES = ['sealed_visits', 'daily_stats', 'hourly_stats'] as const

/** Sealing is not in a hurry: it takes one core, gives way to questions, and spills to disk before it takes much memory. */
const SEALING: ClickHouseSettings = {
  max_threads: 1,
  max_insert_threads: '1',
  priority: PRIORITIES.sealing,
  max_execution_time: 3_600,
  max_bytes_before_external_group_by: '400000000',
  max_bytes_before_external_sort: '400000000',
  // All of a statement becomes one part per partition where memory allows.
  min_insert_block_size_rows: '1000000',
  min_insert_block_size_bytes: '256000000',
  // One partition per month or year, however many months are sealed at once.
  max_partitions_per_insert_block: '0',
  wait_end_of_query: 1,
}

interface Known {
  /** Still being read, maybe: whoever asks meanwhile waits with the others. */
  readonly seals: Promise<Seals>
  readonly readAt: number
  /** What the latest reading that has come to its end has found. */
  days: SealedDays | undefined
}

/** What the log of a site's seals says. */
interface Seals {
  readonly days: SealedDays
  /** Another one when something was added to the log. */
  readonly version: string
}

/** Sealed days of a ClickHouse database; `nowMs` is any clock that does not go backwards. */
export function openSealStore(client: ClickHouseClient, nowMs: () => number): SealStore {
  const known = new Map<SiteId, Known>()

  async function read(siteId: SiteId, before: Promise<Seals> | undefined): Promise<Seals> {
    const rows = await select<SealRow>(
      client,
      'SELECT day, kind, toString(generation) AS generation, toUInt32(events) AS events FROM seals WHERE site_id = {site_id:UInt32}',
      { site_id: siteId },
    )
    const latest = rows.reduce((greatest, { generation }) => {
      const one = BigInt(generation)
      return one > greatest ? one : greatest
    }, 0n)
    const version = `${rows.length} ${latest}`
    const known = await before?.catch(() => undefined)
    // The same value while nothing changed: what was read of these days can be told by it.
    return known?.version === version ? known : { days: foldSeals(rows), version }
  }

  async function log(
    rows: readonly {
      site_id: SiteId
      day: Day
      kind: string
      generation: string
      events?: number
      journals?: Readonly<Record<string, string>>
    }[],
  ): Promise<void> {
    if (rows.length === 0) return
    await client.insert({ table: 'seals', values: rows, format: 'JSONEachRow' })
    for (const { site_id } of rows) known.delete(site_id)
  }

  return {
    sealedDaysBefore: siteId => known.get(siteId)?.days,

    async sealedDays(siteId) {
      const remembered = known.get(siteId)
      if (remembered !== undefined && nowMs() - remembered.readAt < MAX_AGE_MS) {
        return (await remembered.seals).days
      }
      const reading: Known = {
        seals: read(siteId, remembered?.seals),
        readAt: nowMs(),
        days: remembered?.days,
      }
      reading.seals.catch(() => {
        if (known.get(siteId) === reading) known.delete(siteId)
      })
      known.delete(siteId)
      known.set(siteId, reading)
      const [oldest] = known.keys()
      if (known.size > MAX_SITES && oldest !== undefined) known.delete(oldest)
      const { days } = await reading.seals
      reading.days = days
      return days
    },

    async throughDays() {
      const rows = await select<{ site_id: SiteId; day: Day }>(
        client,
        "SELECT site_id, max(day) AS day FROM seals WHERE kind = 'through' GROUP BY site_id",
        {},
      )
      return new Map(rows.map(row => [row.site_id, row.day]))
    },

    async latestGeneration() {
      const [row] = await select<{ latest: string }>(
        client,
        // Marks of other collectors lie ahead of the time.
        "SELECT toString(max(generation)) AS latest FROM seals WHERE kind != 'dirty'",
        {},
      )
      return row?.latest ?? '0'
    },

    async dirtyDays(generation) {
      const rows = await select<{ site_id: SiteId; day: Day }>(
        client,
        `SELECT site_id, day FROM seals GROUP BY site_id, day
HAVING maxIf(generation, kind = 'dirty') > maxIf(generation, kind IN ('full', 'delta'))
  AND maxIf(generation, kind = 'dirty') < {generation:UInt64}`,
        { generation },
      )
      return rows.map(({ site_id, day }) => ({ siteId: site_id, day }))
    },

    async rawDays(sites, last) {
      const parameters = newParameters()
      const wanted = sites.map(({ siteId, after }) => ({ values: [siteId, after ?? '1970-01-01'] }))
      const rows = await select<{ site_id: SiteId; day: Day; events: number }>(
        client,
        `SELECT site_id, day, toUInt32(count()) AS events
FROM events
INNER JOIN (
  SELECT wanted.1 AS wanted_site, wanted.2 AS after
  FROM (SELECT arrayJoin(${parameters.bind('wanted', 'Array(Tuple(UInt32, Date))', wanted)}) AS wanted)
) AS wanted ON wanted.wanted_site = events.site_id
WHERE day > after AND day <= ${parameters.bind('last', 'Date', last)}
  AND day > ${parameters.bind('earliest', 'Date', earliest(sites))}
  AND (site_id, day) NOT IN (SELECT site_id, day FROM seals WHERE kind = 'full')
GROUP BY site_id, day
ORDER BY day, site_id`,
        parameters.values,
        { max_threads: 1 },
      )
      return rows.map(({ site_id, day, events }) => ({ siteId: site_id, day, events }))
    },

    async daysWithEvents(sites, first, last) {
      const parameters = newParameters()
      const rows = await select<{ site_id: SiteId; day: Day; events: number }>(
        client,
        `SELECT site_id, day, toUInt32(count()) AS events FROM events
WHERE site_id IN ${parameters.bind('sites', 'Array(UInt32)', sites)}
  AND day BETWEEN ${parameters.bind('first', 'Date', first)} AND ${parameters.bind('last', 'Date', last)}
GROUP BY site_id, day ORDER BY day, site_id`,
        parameters.values,
        { max_threads: 1 },
      )
      return rows.map(({ site_id, day, events }) => ({ siteId: site_id, day, events }))
    },

    async countRaw(days) {
      const counted: RawDay[] = []
      for (let from = 0; from < days.length; from += MOST_PAIRS) {
        const parameters = newParameters()
        const some = among('events', days.slice(from, from + MOST_PAIRS), parameters)
        const rows = await select<{ site_id: SiteId; day: Day; events: number }>(
          client,
          `SELECT site_id, day, toUInt32(count()) AS events FROM events WHERE ${some} GROUP BY site_id, day`,
          parameters.values,
        )
        counted.push(...rows.map(({ site_id, day, events }) => ({ siteId: site_id, day, events })))
      }
      return counted
    },

    async seal({ days, timezone, generation }: DaysToSeal) {
      const parameters = newParameters()
      const number = parameters.bind('generation', 'UInt64', generation)
      const scope: SealScope = {
        rawEvents: among('events', days, parameters),
        sealedVisits: `${among('sealed', days, parameters)} AND sealed.generation = ${number}`,
        generation: number,
        timezone: parameters.bind('timezone', 'String', timezone),
        numberFrom: parameters.bind('number_from', 'UInt32', 0),
      }
      const journals = await journalsOf(client, days)
      for (const statement of [
        insertSealedVisits(scope),
        insertDailyStats(scope),
        insertHourlyStats(scope),
      ]) {
        await client.command({
          query: statement,
          query_params: { ...parameters.values },
          clickhouse_settings: SEALING,
        })
      }
      await log(
        days.map(({ siteId, day, events }) => ({
          site_id: siteId,
          day,
          kind: 'full',
          generation,
          events,
          journals: journals.get(keyOf({ siteId, day })) ?? {},
        })),
      )
    },

    markThrough: (sites, generation) =>
      log(sites.map(({ siteId, day }) => ({ site_id: siteId, day, kind: 'through', generation }))),

    markDirty: (days, generation) =>
      log(days.map(({ siteId, day }) => ({ site_id: siteId, day, kind: 'dirty', generation }))),

    async removeSuperseded(nowSeconds) {
      const rows = await select<{ site_id: SiteId; day: Day; id: string }>(
        client,
        `SELECT site_id, day, toString(generation) AS id FROM (
  SELECT site_id, day, generation, kind, made_at,
    maxIf(generation, kind = 'full') OVER (PARTITION BY site_id, day) AS latest,
    maxIf(made_at, kind = 'full') OVER (PARTITION BY site_id, day) AS latest_at,
    countIf(kind = 'removed') OVER (PARTITION BY site_id, day, generation) AS removed
  FROM seals
) WHERE kind IN ('full', 'delta') AND generation < latest AND removed = 0
  AND latest_at < toDateTime({before:UInt32}, 'UTC')
LIMIT ${MOST_PAIRS}`,
        { before: nowSeconds - KEEP_SUPERSEDED_SECONDS },
      )
      if (rows.length === 0) return 0
      for (const table of SEALED_TABLES) {
        const parameters = newParameters()
        const pairs = rows.map(row => ({ values: [row.site_id, row.day] }))
        const generations = [...new Set(rows.map(row => BigInt(row.id)))]
        // Days of valid rows may share a generation with superseded ones, so every pair is looked at with its own.
        const list = parameters.bind('pairs', 'Array(Tuple(UInt32, Date))', pairs)
        await client.command({
          query: `ALTER TABLE ${table} DELETE WHERE (site_id, day) IN ${list}
  AND generation IN ${parameters.bind('generations', 'Array(UInt64)', generations)}
  AND (site_id, day, generation) IN (
    SELECT site_id, day, generation FROM (
      SELECT site_id, day, generation, kind, maxIf(generation, kind = 'full') OVER (PARTITION BY site_id, day) AS latest FROM seals
    ) WHERE kind IN ('full', 'delta') AND generation < latest)`,
          query_params: { ...parameters.values },
          clickhouse_settings: { mutations_sync: '1' },
        })
      }
      await log(rows.map(({ site_id, day, id }) => ({ site_id, day, kind: 'removed', generation: id })))
      return rows.length
    },

    mergeParts: signal => mergeParts(client, SEALED_TABLES, signal),
  }
}

function earliest(sites: readonly { after: Day | undefined }[]): Day {
  const days = sites.map(({ after }) => after ?? ('1970-01-01' as Day))
  return days.sort()[0] ?? ('1970-01-01' as Day)
}

/** That a row of an alias is of one of these days. */
function among(alias: string, days: readonly SiteDay[], parameters: Parameters): string {
  const sorted = days.map(({ day }) => day).sort()
  const pairs = days.map(({ siteId, day }) => ({ values: [siteId, day] }))
  const first = parameters.bind('first_day', 'Date', sorted[0] ?? '1970-01-01')
  const last = parameters.bind('last_day', 'Date', sorted.at(-1) ?? '1970-01-01')
  const list = parameters.bind('days', 'Array(Tuple(UInt32, Date))', pairs)
  return `${alias}.day BETWEEN ${first} AND ${last} AND (${alias}.site_id, ${alias}.day) IN ${list}`
}

/** The highest sequence of every journal among the events of some days. */
async function journalsOf(
  client: ClickHouseClient,
  days: readonly RawDay[],
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const parameters = newParameters()
  const rows = await select<{ site_id: SiteId; day: Day; journal: string; sequence: string }>(
    client,
    `SELECT site_id, day, toString(journal_id) AS journal, toString(max(sequence)) AS sequence
FROM events WHERE ${among('events', days, parameters)} GROUP BY site_id, day, journal_id`,
    parameters.values,
    { max_threads: 1 },
  )
  const journals = new Map<string, Record<string, string>>()
  for (const { site_id, day, journal, sequence } of rows) {
    const key = keyOf({ siteId: site_id, day })
    journals.set(key, { ...journals.get(key), [journal]: sequence })
  }
  return journals
}

function keyOf({ siteId, day }: SiteDay): string {
  return `${siteId} ${day}`
}

async function select<Row>(
  client: ClickHouseClient,
  query: string,
  parameters: Readonly<Record<string, unknown>>,
  settings: ClickHouseSettings = {},
): Promise<Row[]> {
  const answer = await client.query({
    query,
    query_params: { ...parameters },
    format: 'JSONEachRow',
    clickhouse_settings: settings,
  })
  return answer.json<Row>()
}
