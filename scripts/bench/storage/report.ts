import type { ColumnSize, TableSize } from './measure.ts'
import type { Shape } from './shape.ts'

/** Everything that one run found out. */
export interface StorageResult {
  readonly shape: Shape
  /** Bytes per event on disk as the collector left the table, before the last merge of each month. */
  readonly unmergedPerEvent: number
  readonly unmergedParts: number
  readonly hanki: TableSize
  readonly conventional: TableSize
  /** How many times larger the conventional table is on disk. */
  readonly ratio: number
}

/** The result as text for a terminal, at most 110 characters wide. */
export function storageReport({ shape, hanki, conventional, ...result }: StorageResult): string {
  const conventionalBytes = new Map(conventional.columns.map(column => [column.name, column.bytesPerEvent]))
  const lines = [
    `${count(shape.events)} events of ${shape.sites} sites in ${shape.days} days: ` +
      `${shape.eventsPerVisit.toFixed(2)} per visit, ${shape.eventsPerVisitorDay.toFixed(2)} per visitor and day,`,
    `${percent(shape.oneEventVisits)} of visits have one; ${count(shape.pages)} pages, ${count(shape.referrers)} referrers, ` +
      `${shape.countries} countries, ${shape.languages} languages,`,
    `${shape.clients} combinations of browser and system; ${percent(shape.withProps)} of events have properties.`,
    '',
    line('column', 'bytes/event', 'marks', 'conventional', 'type and codec'),
    ...hanki.columns.map(column => columnLine(column, conventionalBytes.get(column.name) ?? 0)),
    line('all columns', ...sizes(hanki.columnsPerEvent, undefined, conventional.columnsPerEvent), ''),
    line('primary key', ...sizes(hanki.primaryKeyPerEvent, undefined, conventional.primaryKeyPerEvent), ''),
    line('skip index', ...sizes(hanki.skipIndicesPerEvent, undefined, conventional.skipIndicesPerEvent), ''),
    line('on disk', ...sizes(hanki.diskPerEvent, undefined, conventional.diskPerEvent), ''),
    '',
    `Before the last merge of each month: ${result.unmergedPerEvent.toFixed(2)} bytes per event in ${result.unmergedParts} parts.`,
    `The conventional table (plain types, LZ4) takes ${result.ratio.toFixed(2)} times as much.`,
  ]
  return lines.join('\n')
}

function columnLine(column: ColumnSize, conventionalBytes: number): string {
  const type = column.type.replace('LowCardinality', 'LC')
  const codec = column.codec.replace(/^CODEC/, '')
  return line(
    column.name,
    ...sizes(column.bytesPerEvent, column.marksPerEvent, conventionalBytes),
    `${type} ${codec}`.trim(),
  )
}

/** `undefined` leaves the cell empty. */
function sizes(bytes: number, marks: number | undefined, conventional: number): [string, string, string] {
  return [bytes.toFixed(3), marks?.toFixed(3) ?? '', conventional.toFixed(3)]
}

function line(name: string, bytes: string, marks: string, conventional: string, type: string): string {
  return `${name.padEnd(16)}${bytes.padStart(12)}${marks.padStart(8)}${conventional.padStart(14)}   ${type}`.trimEnd()
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
