import type { Percentiles } from './measure.ts'
import type { Yesterday } from './server-program.ts'

/** One look, both ways; all times in ms. */
export interface Row {
  readonly site: string
  readonly period: string
  readonly filters: string
  readonly first: Percentiles
  readonly all: Percentiles
  /** Of the plain way; undefined where the database has too little memory for it. */
  readonly plainFirst: Percentiles | undefined
  readonly plainAll: Percentiles | undefined
}

export interface QueryResult {
  readonly events: number
  readonly allEvents: number
  readonly smallSites: number
  /** Undefined when an earlier run has sealed everything. */
  readonly sealing: { readonly events: number; readonly seconds: number } | undefined
  /** Of all small sites. */
  readonly yesterday: Yesterday
  /** Bytes on disk by table. */
  readonly tables: Readonly<Record<string, number>>
  readonly plainTables: Readonly<Record<string, number>>
  readonly greatestDifference: number
  readonly rows: readonly Row[]
}

/** A figure that was promised. */
export interface Target {
  readonly words: string
  readonly value: number
  readonly isMet: boolean
}

/** Below this, disk space is mostly what every table takes whatever is in it. */
const LEAST_EVENTS_FOR_DISK = 10_000_000

/** As many small sites were promised. */
const MOST_SITES = 990

/** What was promised of these rows. */
export function targetsOf(result: QueryResult): readonly Target[] {
  const find = (site: string, period: string, filters: string) =>
    result.rows.find(row => row.site === site && row.period === period && row.filters === filters)
  const most = (words: string, value: number | undefined, limit: number): readonly Target[] =>
    value === undefined ? [] : [{ words: `${words} ≤ ${limit}`, value, isMet: value <= limit }]
  const year = find('big', '365 days', 'none')
  const month = find('big', '30 days', 'one')
  const ratio = year?.plainAll === undefined ? undefined : year.plainAll.p50 / year.all.p50
  return [
    ...most('365 days, figures and series, p95 ms', year?.first.p95, 80),
    ...most('365 days, all panels, p95 ms', year?.all.p95, 250),
    ...(ratio === undefined
      ? []
      : [{ words: 'plain way ÷ Hanki, 365 days ≥ 20', value: ratio, isMet: ratio >= 20 }]),
    ...most('30 days with one filter, figures and series, p95 ms', month?.first.p95, 400),
    ...most('30 days with one filter, all panels, p95 ms', month?.all.p95, 1_500),
    ...most('small site, 365 days, everything, p95 ms', find('small', '365 days', 'none')?.all.p95, 40),
    ...(result.yesterday.sites < MOST_SITES
      ? []
      : most('yesterday of 1,000 small sites, s', result.yesterday.seconds, 10)),
    ...(result.allEvents < LEAST_EVENTS_FOR_DISK
      ? []
      : most('bytes on disk per event', bytesPerEvent(result), 20)),
  ]
}

/** Of everything together. */
export function bytesPerEvent({ tables, allEvents }: QueryResult): number {
  return Object.values(tables).reduce((sum, bytes) => sum + bytes, 0) / allEvents
}

/** The result as text for a terminal. */
export function queryReport(result: QueryResult): string {
  const { events, allEvents, smallSites, sealing, yesterday } = result
  const perEvent = (tables: Readonly<Record<string, number>>) =>
    Object.entries(tables).map(
      ([table, bytes]) => `  ${table.padEnd(16)}${(bytes / allEvents).toFixed(2).padStart(8)}`,
    )
  const lines = [
    `${count(events)} events of one site and ${count(allEvents - events)} of ${count(smallSites)} small ones in 365 days`,
    sealing === undefined || sealing.events === 0
      ? 'Sealed by an earlier run.'
      : `Sealed ${count(sealing.events)} events in ${sealing.seconds.toFixed(0)} s.`,
    `Yesterday of ${count(yesterday.sites)} small sites, ${count(yesterday.events)} events, sealed again in ${yesterday.seconds.toFixed(1)} s.`,
    `Visitors differ from the plain way's approximate ones by ${(100 * result.greatestDifference).toFixed(1)} % at most.`,
    '',
    'First load of the dashboard, ms: figures and series, and everything',
    line([
      'site',
      'period',
      'filters',
      'first p50',
      'p95',
      'all p50',
      'p95',
      'plain first',
      'plain all',
      'ratio',
    ]),
    ...result.rows.map(rowLine),
    '',
    'Bytes on disk per event',
    ...perEvent(result.tables),
    `  ${'together'.padEnd(16)}${bytesPerEvent(result).toFixed(2).padStart(8)}`,
    ...perEvent(result.plainTables),
    '',
    ...targetsOf(result).map(
      ({ words, value, isMet }) => `${isMet ? 'met   ' : 'MISSED'} ${words}: ${value.toFixed(1)}`,
    ),
  ]
  return lines.join('\n')
}

function rowLine({ site, period, filters, first, all, plainFirst, plainAll }: Row): string {
  const ratio = plainAll === undefined ? 'too large' : `${(plainAll.p50 / all.p50).toFixed(1)} ×`
  return line([
    site,
    period,
    filters,
    ...[first.p50, first.p95, all.p50, all.p95, plainFirst?.p50, plainAll?.p50].map(ms =>
      ms === undefined ? '' : ms.toFixed(0),
    ),
    ratio,
  ])
}

const WIDTHS = [7, 10, 15, 11, 7, 9, 7, 13, 11, 9]

function line(cells: readonly string[]): string {
  return cells
    .map((cell, index) => (index < 3 ? cell.padEnd(WIDTHS[index] ?? 0) : cell.padStart(WIDTHS[index] ?? 0)))
    .join('')
    .trimEnd()
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}
