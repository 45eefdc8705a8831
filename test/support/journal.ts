import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'
import { type Journal, openJournal } from '../../collector/ingest/journal/journal.ts'
import type { IngestObserver } from '../../collector/ingest/observer.ts'
import { anEvent } from './events.ts'
import { tempDirectory } from './temp-directory.ts'

/** Large enough that no test reaches it by chance, bytes. */
const MAX_BYTES = 50_000_000

/** Opens a journal in a directory, a new one when none is given. */
export function openTestJournal(directory = tempDirectory(), maxBytes = MAX_BYTES): Promise<Journal> {
  return openJournal({ directory, maxBytes, observer: anObserver() })
}

/** The files of a journal that hold events, oldest first. */
export function segmentsOf(directory: string): string[] {
  return readdirSync(directory)
    .filter(name => name.endsWith('.seg'))
    .sort()
    .map(name => join(directory, name))
}

/** A journal's directory as a crash at this moment leaves it to the next process. */
export function afterCrash(directory: string): string {
  const copy = tempDirectory()
  cpSync(directory, copy, { recursive: true })
  return copy
}

/** Events of the pages `/0`, `/1` …, or from another number on. */
export function eventsOf(count: number, first = 0): AnalyticsEvent[] {
  return Array.from({ length: count }, (_, index) => anEvent({ page: `/${first + index}` }))
}

/** Pages of what the journal has, in order. */
export async function pagesIn(journal: Journal): Promise<unknown[]> {
  const events = await journal.read(1, Number.POSITIVE_INFINITY, 100_000)
  return events.map(({ record }) => JSON.parse(record.toString())[7])
}

/** An observer that counts what it is told. */
export function anObserver(): IngestObserver & { readonly told: Record<string, number> } {
  const told: Record<string, number> = {}
  const count = (what: string, by = 1): void => {
    told[what] = (told[what] ?? 0) + by
  }
  return {
    told,
    accepted: events => count('accepted', events),
    refused: events => count('refused', events),
    dropped: reason => count(`dropped ${reason}`),
    committed: () => count('committed'),
    stored: events => count('stored', events),
    delayed: () => count('delayed'),
    lost: (reason, events) => count(`lost ${reason}`, events),
    quarantined: () => count('quarantined'),
  }
}
