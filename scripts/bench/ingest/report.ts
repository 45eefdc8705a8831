import { cpus } from 'node:os'
import { EVENTS_PER_REQUEST, type Shape } from '../traffic/requests.ts'
import type { LatencyResult } from './latency.ts'
import type { RestResult } from './rest.ts'
import { type Round, SERVERS, type ServerName } from './rounds.ts'

/** Everything that the bench has found. */
export interface Report {
  readonly machine: { readonly cpus: number; readonly model: string; readonly node: string }
  /** Median of a durable append of 4 kB on the data's disk, ms. */
  readonly fsyncMs: number
  readonly rounds: readonly Round[]
  readonly latency: readonly LatencyResult[]
  /** Absent when it was skipped or this system has no /proc. */
  readonly rest?: RestResult | undefined
  /** Events that were acknowledged in all; every one of them was found in the database, once. */
  readonly acknowledged: number
}

/** What we want of Hanki. Source: the bench's own purpose, `CONTRIBUTING.md`. */
const TARGETS = { ratioToHono: 0.6, arrayEventsPerSecond: 30_000, p99Ms: 25, heavyToQuiet: 2 }

/** The machine that the figures belong to. */
export function describeMachine(): Report['machine'] {
  const all = cpus()
  return { cpus: all.length, model: all[0]?.model ?? 'unknown', node: process.version }
}

/** Median of events per second of one server's rounds; undefined when there was none. */
function medianRate(rounds: readonly Round[], server: ServerName, shape: Shape): number | undefined {
  return median(roundsOf(rounds, server, shape).map(round => round.eventsPerSecond))
}

/** The report as tables for people. */
export function toText(report: Report): string {
  const { machine, fsyncMs, rounds, latency, acknowledged } = report
  const lines = [
    `${machine.cpus} × ${machine.model}, Node ${machine.node}, durable append of 4 kB ${fsyncMs.toFixed(2)} ms`,
    ...throughputLines(rounds, 'single'),
    ...throughputLines(rounds, 'array'),
    ...latencyLines(latency),
    ...restLines(report),
    ...targetLines(report),
    '',
    `${acknowledged} events acknowledged, ${acknowledged} stored, each once`,
  ]
  return lines.join('\n')
}

function restLines({ rest, acknowledged }: Report): readonly string[] {
  if (rest === undefined) return []
  const part = ({ memoryBytes, cpuPercent }: RestResult['engine']): string =>
    `${Math.round(memoryBytes / 1_000_000)} MB, ${cpuPercent.toFixed(1)} % of a core`
  return [
    '',
    `At rest after ${acknowledged} events: collector ${part(rest.collector)}; engine ${part(rest.engine)}`,
  ]
}

function throughputLines(rounds: readonly Round[], shape: Shape): readonly string[] {
  if (!rounds.some(round => round.shape === shape)) return []
  const size = EVENTS_PER_REQUEST[shape]
  const rows = SERVERS.flatMap(server => {
    const own = roundsOf(rounds, server, shape)
    return own.length === 0 ? [] : [throughputRow(server, own)]
  })
  return [
    '',
    size === 1 ? 'One event per request' : `Arrays of ${size} events`,
    ...toTable([
      [
        'server',
        'events/s',
        'of each round',
        'until stored/s',
        'p50 ms',
        'p99 ms',
        'CPU µs/event: server',
        'engine',
        'load',
        'MB: server',
        'engine',
      ],
      ...rows,
    ]),
    ...ratioLines(rounds, shape),
  ]
}

function throughputRow(server: ServerName, rounds: readonly Round[]): readonly string[] {
  const of = (figure: (round: Round) => number | undefined): number | undefined =>
    median(rounds.map(figure).filter(value => value !== undefined))
  return [
    server,
    text(of(round => round.eventsPerSecond)),
    rounds.map(round => text(round.eventsPerSecond)).join(' '),
    text(of(round => round.storedEventsPerSecond)),
    text(
      of(round => round.load.latencyMs.p50),
      2,
    ),
    text(
      of(round => round.load.latencyMs.p99),
      2,
    ),
    text(
      of(round => round.cpuMicroseconds.server),
      1,
    ),
    text(
      of(round => round.cpuMicroseconds.engine),
      1,
    ),
    text(
      of(round => round.cpuMicroseconds.load),
      1,
    ),
    text(megabytes(rounds.at(-1)?.memoryBytes.server)),
    text(megabytes(rounds.at(-1)?.memoryBytes.engine)),
  ]
}

function ratioLines(rounds: readonly Round[], shape: Shape): readonly string[] {
  return (['bare', 'hono'] as const).flatMap(server => {
    const ratio = ratioTo(rounds, server, shape)
    return ratio === undefined ? [] : [`hanki / ${server}: ${ratio.toFixed(2)}`]
  })
}

const WORDS = { quiet: 'quiet', heavy: 'under heavy queries' }
type Kind = keyof typeof WORDS
const KINDS: readonly Kind[] = ['quiet', 'heavy']

function latencyLines(latency: readonly LatencyResult[]): readonly string[] {
  if (latency.length === 0) return []
  return [
    '',
    'Acknowledged events at half load; latency from the moment a request was due, medians of the rounds',
    ...toTable([
      [
        '',
        'requests/s',
        'p50 ms',
        'p90 ms',
        'p99 ms',
        'of each round',
        'max ms',
        'sent late p99 ms',
        'queries',
      ],
      ...KINDS.map(kind => latencyRow(kind, latencyOf(latency, kind))),
    ]),
    `heavy / quiet, p99: ${text(heavyToQuiet(latency), 2)}`,
  ]
}

function latencyRow(kind: Kind, rounds: readonly LatencyResult[]): readonly string[] {
  const of = (figure: (result: LatencyResult) => number): number | undefined => median(rounds.map(figure))
  return [
    WORDS[kind],
    text(of(({ requestsPerSecond }) => requestsPerSecond)),
    ...(['p50', 'p90', 'p99'] as const).map(figure =>
      text(
        of(({ load }) => load.latencyMs[figure]),
        2,
      ),
    ),
    rounds.map(({ load }) => text(load.latencyMs.p99, 1)).join(' '),
    text(Math.max(...rounds.map(({ load }) => load.latencyMs.max)), 1),
    text(
      of(({ load }) => load.lateMs.p99),
      2,
    ),
    kind === 'quiet' ? '–' : rounds.map(({ queries }) => askedText(queries)).join(' '),
  ]
}

function askedText(queries: LatencyResult['queries']): string {
  if (queries === undefined) return '–'
  const statuses = Object.entries(queries.statuses).map(([status, count]) => `${count}×${status}`)
  return `${text(queries.answersPerSecond, 1)}/s ${statuses.join(',')}`
}

function latencyOf(latency: readonly LatencyResult[], kind: Kind): readonly LatencyResult[] {
  return latency.filter(({ queries }) => (queries === undefined) === (kind === 'quiet'))
}

function medianP99(latency: readonly LatencyResult[], kind: Kind): number | undefined {
  return median(latencyOf(latency, kind).map(({ load }) => load.latencyMs.p99))
}

function heavyToQuiet(latency: readonly LatencyResult[]): number | undefined {
  const [heavy, quiet] = [medianP99(latency, 'heavy'), medianP99(latency, 'quiet')]
  return heavy === undefined || quiet === undefined ? undefined : heavy / quiet
}

function targetLines({ rounds, latency }: Report): readonly string[] {
  const ratio = ratioTo(rounds, 'hono', 'single')
  const arrays = medianRate(rounds, 'hanki', 'array')
  const p99s = KINDS.map(kind => ({ kind, p99: medianP99(latency, kind) }))
  const timesQuiet = heavyToQuiet(latency)
  const checks = [
    ...(ratio === undefined ? [] : [target('hanki / hono', ratio, '≥', TARGETS.ratioToHono)]),
    ...(arrays === undefined
      ? []
      : [target('events/s by arrays', arrays, '≥', TARGETS.arrayEventsPerSecond)]),
    ...p99s.flatMap(({ kind, p99 }) =>
      p99 === undefined ? [] : [target(`p99 ms at half load, ${WORDS[kind]}`, p99, '≤', TARGETS.p99Ms)],
    ),
    ...(timesQuiet === undefined
      ? []
      : [target('heavy / quiet, p99', timesQuiet, '≤', TARGETS.heavyToQuiet)]),
  ]
  return checks.length === 0 ? [] : ['', ...checks]
}

function target(what: string, value: number, relation: '≥' | '≤', limit: number): string {
  const isMet = relation === '≥' ? value >= limit : value <= limit
  return `${isMet ? 'met   ' : 'MISSED'} ${what}: ${text(value, value < 100 ? 2 : 0)} ${relation} ${limit}`
}

function ratioTo(rounds: readonly Round[], server: ServerName, shape: Shape): number | undefined {
  const own = medianRate(rounds, 'hanki', shape)
  const other = medianRate(rounds, server, shape)
  return own === undefined || other === undefined ? undefined : own / other
}

function roundsOf(rounds: readonly Round[], server: ServerName, shape: Shape): readonly Round[] {
  return rounds.filter(round => round.server === server && round.shape === shape)
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2
}

function megabytes(bytes: number | undefined): number | undefined {
  return bytes === undefined ? undefined : bytes / 1_000_000
}

function text(value: number | undefined, digits = 0): string {
  return value === undefined ? '–' : value.toFixed(digits)
}

/** Columns as wide as their widest cell, the first one to the left, figures to the right. */
function toTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(row =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  '),
  )
}
