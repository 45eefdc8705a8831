import { openLedgerCheck } from '../../collector/core/identity/ledger-check.ts'
import type { KeyEvent } from '../../collector/core/identity/ledger-entry.ts'
import type { Day, SiteId } from '../../collector/core/ids.ts'
import type { DayKeyFile } from '../../collector/ingest/identity/day-key-file.ts'
import { type DayKeys, openDayKeys } from '../../collector/ingest/identity/day-keys.ts'

/** What a keeper of day keys has told. */
export interface KeyStory {
  readonly events: KeyEvent[]
  readonly failures: unknown[]
  readonly late: number[]
  readonly restarts: [SiteId, Day][]
}

/** A keeper whose keys live in the test only, or in `file`; `story` hears everything. */
export function openTestKeys(
  file: DayKeyFile = { path: undefined, read: () => [], write: () => undefined },
  story: KeyStory = { events: [], failures: [], late: [], restarts: [] },
  nowSeconds = 0,
): DayKeys {
  return openDayKeys({
    file,
    ledger: { found: openLedgerCheck().result(), note: event => void story.events.push(event) },
    nowSeconds,
    onFailure: error => void story.failures.push(error),
    onLate: seconds => void story.late.push(seconds),
    onRestart: (siteId, day) => void story.restarts.push([siteId, day]),
  })
}
