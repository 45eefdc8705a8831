import { type Journal, openJournal } from '../../collector/ingest/journal/journal.ts'
import type { IngestObserver } from '../../collector/ingest/observer.ts'
import { tempDirectory } from './temp-directory.ts'

/** Large enough that no test reaches it by chance, bytes. */
const MAX_BYTES = 50_000_000

/** Opens a journal in a directory, a new one when none is given. */
export function openTestJournal(directory = tempDirectory(), maxBytes = MAX_BYTES): Promise<Journal> {
  return openJournal({ directory, maxBytes, observer: anObserver() })
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
