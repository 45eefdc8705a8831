import { existsSync, mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JournalledEvent } from '../core/ports.ts'
import { appendLine } from './journal/durable.ts'

/** Why accepted events are not in the database and never will be. */
export type LossReason = 'database_older' | 'journal_damaged'

export interface Loss {
  readonly journalId: string
  /** First and last of the sequences among which the lost ones are. */
  readonly first: number
  readonly last: number
  readonly events: number
  readonly reason: LossReason
}

/** What must never be forgotten though it is rare: events that were lost, and events that the database refused. */
export interface Incidents {
  /** Notes a loss; once, however often it is told. */
  addLoss(loss: Loss): Promise<void>
  /** Notes that the database came back without the sequences from `first` to `last`, of which the journal may still have some. */
  addRewind(journalId: string, first: number, last: number): Promise<void>
  /** Sequences of a journal up to this one may be missing because the database came back older; 0 for none. */
  rewoundFrom(journalId: string): number
  /** Keeps an event that the database refuses, whole, in the quarantine file; once, however often it is told. */
  quarantine(journalId: string, event: JournalledEvent, code: string): Promise<void>
  /**
   * Events noted as lost at or after this time, seconds since 1970; one that was lost twice, from two restored backups,
   * counts once.
   */
  lostEvents(fromSecond: number): number
  /** Events set aside at or after this time, seconds since 1970. */
  quarantinedEvents(fromSecond: number): number
}

/** Opens the two files, one JSON object per line: `losses.jsonl` and `quarantine.jsonl`. They hold no personal data. */
export async function openIncidents(directory: string): Promise<Incidents> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const lossFile = join(directory, 'losses.jsonl')
  const quarantineFile = join(directory, 'quarantine.jsonl')
  const losses = new Map((await readLines<LossLine>(lossFile)).map(line => [lossKey(line), line]))
  const quarantined = new Map(
    (await readLines<QuarantineLine>(quarantineFile)).map(line => [
      `${line.journalId} ${line.sequence}`,
      line.at,
    ]),
  )
  const rewinds = new Map<string, number>()
  for (const line of losses.values()) noteRewind(line)
  const now = (): string => new Date().toISOString()

  async function addLoss(loss: Loss): Promise<void> {
    if (losses.has(lossKey(loss))) return
    const line = { at: now(), ...loss }
    await appendLine(lossFile, JSON.stringify(line))
    losses.set(lossKey(loss), line)
    noteRewind(line)
  }

  function noteRewind({ journalId, last, reason }: Loss): void {
    if (reason !== 'database_older') return
    rewinds.set(journalId, Math.max(last, rewinds.get(journalId) ?? 0))
  }

  return {
    addLoss,
    addRewind: (journalId, first, last) =>
      addLoss({ journalId, first, last, events: 0, reason: 'database_older' }),
    rewoundFrom: journalId => rewinds.get(journalId) ?? 0,
    async quarantine(journalId, { sequence, record }, code) {
      const key = `${journalId} ${sequence}`
      if (quarantined.has(key)) return
      const event = parsed(record.toString())
      const line = { at: now(), journalId, sequence, code, event } satisfies QuarantineLine
      await appendLine(quarantineFile, JSON.stringify(line))
      quarantined.set(key, line.at)
    },
    lostEvents: fromSecond =>
      countLost([...losses.values()].filter(({ at, events }) => events > 0 && isSince(at, fromSecond))),
    quarantinedEvents: fromSecond => [...quarantined.values()].filter(at => isSince(at, fromSecond)).length,
  }
}

/** A line of `losses.jsonl`; `at` is ISO 8601. One without events tells of a database that came back older. */
type LossLine = Loss & { readonly at: string }

/** A line of `quarantine.jsonl`; `event` is the record as it was to be stored, as text where it is no JSON. */
interface QuarantineLine {
  readonly at: string
  readonly journalId: string
  readonly sequence: number
  readonly code: string
  readonly event: unknown
}

function isSince(at: string, fromSecond: number): boolean {
  return Date.parse(at) >= fromSecond * 1_000
}

function lossKey({ journalId, first, last, events }: Loss): string {
  return `${journalId} ${first}-${last}${events === 0 ? ' rewind' : ''}`
}

/** Losses that overlap cannot be more events than the sequences they cover. */
function countLost(losses: readonly Loss[]): number {
  const sorted = losses.toSorted((a, b) =>
    a.journalId === b.journalId ? a.first - b.first : a.journalId < b.journalId ? -1 : 1,
  )
  let total = 0
  let open: Loss | undefined
  for (const loss of sorted) {
    const overlaps = open !== undefined && open.journalId === loss.journalId && loss.first <= open.last
    if (open === undefined || !overlaps) {
      total += open?.events ?? 0
      open = loss
      continue
    }
    const last = Math.max(open.last, loss.last)
    open = { ...open, last, events: Math.min(open.events + loss.events, last - open.first + 1) }
  }
  return total + (open?.events ?? 0)
}

function parsed(record: string): unknown {
  try {
    return JSON.parse(record)
  } catch {
    return record
  }
}

/** Lines that are whole; a crash may have torn the last one, which is then written again. */
async function readLines<Line>(file: string): Promise<Line[]> {
  if (!existsSync(file)) return []
  const lines = (await readFile(file, 'utf8')).split('\n')
  return lines.flatMap(line => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Line]
    } catch {
      return []
    }
  })
}
