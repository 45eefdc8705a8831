import { onTestFinished } from 'vitest'
import type { EventStore } from '../../collector/core/ports.ts'
import { openIncidents } from '../../collector/ingest/incidents.ts'
import type { Journal } from '../../collector/ingest/journal/journal.ts'
import { startWriter, type WriterPace } from '../../collector/ingest/writer.ts'
import type { FailingStore } from './failing-store.ts'
import { anObserver } from './journal.ts'
import { tempDirectory } from './temp-directory.ts'

const PACE: WriterPace = { gatherMs: 1, firstBackOffMs: 1, longestBackOffMs: 2, trustMs: 20, markMs: 5 }

/** Starts a hasty writer with an observer of its own, and the incident files of a directory. */
export async function startTestWriter(
  journal: Journal,
  store: FailingStore | EventStore,
  { directory = tempDirectory(), pace = {} as Partial<WriterPace> } = {},
) {
  const observer = anObserver()
  const incidents = await openIncidents(directory)
  // A failing store has what a writer asks of a store.
  const eventStore = store as EventStore
  const writer = startWriter({ journal, eventStore, incidents, observer, pace: { ...PACE, ...pace } })
  onTestFinished(async () => {
    await writer.close()
    // Some tests have closed it themselves.
    await journal.close().catch(() => undefined)
  })
  return { writer, incidents, told: observer.told, directory }
}
