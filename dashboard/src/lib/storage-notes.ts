import type { SiteStatusBody } from '../../../collector/http/contract.ts'
import { formatCount, formatSeconds } from './format.ts'
import { WORDS } from './wording.ts'

/** Events wait a second or two as a rule; only a longer delay is worth a word. */
const LATE_SECONDS = 30
/** In coarser steps the sentence is read out less often. */
const STEP_SECONDS = 30

type StorageFacts = Pick<
  SiteStatusBody,
  'journal_depth' | 'storage_delay_seconds' | 'quarantined_events' | 'lost_events'
>

/** What is to be known about events on their way to the database; nothing when all is well. Of what went wrong for good only people with an account hear. */
export function storageNotes(status: StorageFacts | undefined, isGuest: boolean): readonly string[] {
  if (status === undefined) return []
  const { journal_depth, storage_delay_seconds, quarantined_events, lost_events } = status
  const late =
    storage_delay_seconds >= LATE_SECONDS
      ? [
          WORDS.storageLate(
            journal_depth,
            formatCount(journal_depth),
            formatSeconds(storage_delay_seconds - (storage_delay_seconds % STEP_SECONDS)),
          ),
        ]
      : []
  if (isGuest) return late
  return [
    ...late,
    ...(quarantined_events > 0
      ? [WORDS.quarantined(quarantined_events, formatCount(quarantined_events))]
      : []),
    ...(lost_events > 0 ? [WORDS.lostEvents(lost_events, formatCount(lost_events))] : []),
  ]
}
