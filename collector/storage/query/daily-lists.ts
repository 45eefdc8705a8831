import type { ClickHouseClient } from '@clickhouse/client'
import { countryName } from '../../core/geo/country-name.ts'
import type { Day, SiteId } from '../../core/ids.ts'
import { type CountComponent, type GrowingSums, NO_SUMS, type Sums } from '../../core/metrics/components.ts'
import type { Part } from '../../core/planning/plan.ts'
import { dailyKey } from '../../core/planning/sealed-source.ts'
import { isWithin } from '../../core/planning/split-days.ts'
import { type ColumnDimension, definitionOf } from '../../core/query/dimensions.ts'
import type { SealedDays } from '../../core/sealing/sealed-days.ts'
import { sealedAs } from '../../core/sealing/sealed-dimensions.ts'
import { componentColumns } from './components.ts'
import { foundBy, STATS } from './parts/daily-part.ts'

/** Lists of all sites together that are kept, bytes: some 500 lists of sites with 10,000 events. */
const MOST_BYTES = 64_000_000
/** About what a value takes: its text, and its place in a list. */
const BYTES_OF_VALUE = 100

/** What a part on figures of days found by the values of its dimension, as people see them. */
export type DailyLists = (
  siteId: SiteId,
  part: Part,
  sealed: SealedDays,
) => Promise<ReadonlyMap<string, Sums>>

/** All sealed days of a site by the values of one dimension; a row is a day's value. */
interface DailyList {
  readonly days: readonly Day[]
  readonly values: readonly string[]
  /** Places in `days`, of each row. */
  readonly dayOf: Uint32Array
  /** Places in `values`. */
  readonly placeOf: Uint32Array
  /** In the order of the part's components. */
  readonly counts: readonly Float64Array[]
}

interface Kept {
  readonly sealed: SealedDays
  readonly list: Promise<DailyList>
  bytes: number
}

/** Keeps lists until the site's seals change, those in memory that were used last. */
export function openDailyLists(client: ClickHouseClient): DailyLists {
  const kept = new Map<string, Kept>()
  let bytes = 0

  function forget(name: string, one: Kept): void {
    if (kept.get(name) !== one) return
    kept.delete(name)
    bytes -= one.bytes
  }

  function begin(name: string, siteId: SiteId, part: Part, sealed: SealedDays): Kept {
    const before = kept.get(name)
    if (before !== undefined) forget(name, before)
    const one: Kept = { sealed, list: readDailyList(client, siteId, part, sealed), bytes: 0 }
    kept.set(name, one)
    one.list.then(
      list => {
        if (kept.get(name) !== one) return
        one.bytes = bytesOf(list)
        bytes += one.bytes
        for (const [oldName, old] of kept) {
          if (bytes <= MOST_BYTES) break
          forget(oldName, old)
        }
      },
      () => forget(name, one),
    )
    return one
  }

  return async (siteId, part, sealed) => {
    const name = JSON.stringify([siteId, sealedNameOf(part), part.tally, part.components])
    const known = kept.get(name)
    if (known?.sealed !== sealed) return addUp(await begin(name, siteId, part, sealed).list, part)
    // The latest used are last.
    kept.delete(name)
    kept.set(name, known)
    return addUp(await known.list, part)
  }
}

function bytesOf({ dayOf, values, counts }: DailyList): number {
  return 8 * dayOf.length * (1 + counts.length) + BYTES_OF_VALUE * values.length
}

function sealedNameOf(part: Part): ColumnDimension {
  const dimension = dailyKey(part)?.dimension
  if (dimension === undefined) throw new Error('Sealed days do not have what the query asks for')
  return sealedAs(dimension)
}

async function readDailyList(
  client: ClickHouseClient,
  siteId: SiteId,
  part: Part,
  { generations }: SealedDays,
): Promise<DailyList> {
  const { tally, components } = part
  const answer = await client.query({
    query: `SELECT toString(stats.day) AS sealed_day, toString(stats.generation) AS sealed_in, toString(stats.value) AS sealed_value,
  ${componentColumns(STATS, components, components).join(', ')}
FROM daily_stats AS stats
WHERE stats.site_id = {site_id:UInt32} AND stats.dimension = {dimension:String} AND ${foundBy(tally)}
GROUP BY stats.day, stats.generation, stats.value`,
    query_params: { site_id: siteId, dimension: sealedNameOf(part) },
    format: 'JSONCompactEachRow',
    clickhouse_settings: { output_format_json_quote_64bit_integers: 0 },
  })
  const found = await answer.json<readonly [string, string, string, ...number[]]>()
  const rows = found.filter(([day, id]) =>
    generations.get(day as Day)?.some(generation => generation.isValid && generation.id === id),
  )
  const days = openPlaces<Day>()
  const values = openPlaces<string>()
  return {
    dayOf: Uint32Array.from(rows, ([day]) => days.placeOf(day as Day)),
    placeOf: Uint32Array.from(rows, ([, , value]) => values.placeOf(value)),
    counts: components.map((_, index) => Float64Array.from(rows, row => Number(row[3 + index]))),
    days: days.all,
    values: values.all,
  }
}

/** Gives each value a place, in the order in which they come. */
function openPlaces<Value>(): { readonly all: readonly Value[]; placeOf(value: Value): number } {
  const places = new Map<Value, number>()
  const all: Value[] = []
  return {
    all,
    placeOf(value) {
      const known = places.get(value)
      if (known !== undefined) return known
      places.set(value, all.length)
      return all.push(value) - 1
    },
  }
}

/** Of the part's days, by what people see. */
function addUp({ days, values, dayOf, placeOf, counts }: DailyList, part: Part): ReadonlyMap<string, Sums> {
  const isAsked = Uint8Array.from(days, day => (isWithin(day, part.days) ? 1 : 0))
  const isFound = new Uint8Array(values.length)
  const totals = counts.map(() => new Float64Array(values.length))
  for (let row = 0; row < dayOf.length; row++) {
    if (isAsked[dayOf[row] ?? 0] !== 1) continue
    const place = placeOf[row] ?? 0
    isFound[place] = 1
    for (let index = 0; index < counts.length; index++) {
      const total = totals[index]
      if (total !== undefined) total[place] = (total[place] ?? 0) + (counts[index]?.[row] ?? 0)
    }
  }
  const [dimension] = part.dimensions as readonly ColumnDimension[]
  // Lists with amounts are not kept: see core/planning/whole-lists.ts.
  const components = part.components as readonly CountComponent[]
  const sums = new Map<string, Sums>()
  for (const [place, value] of values.entries()) {
    if (isFound[place] !== 1) continue
    const found: GrowingSums = { ...NO_SUMS }
    for (const [index, component] of components.entries()) found[component] = totals[index]?.[place] ?? 0
    sums.set(dimension === undefined ? value : shown(value, dimension), found)
  }
  return sums
}

/** What `displayedSealed` says in SQL. */
function shown(value: string, dimension: ColumnDimension): string {
  if (value === '') return definitionOf(dimension).missing
  return dimension === 'visit:country_name' ? countryName(value) : value
}
