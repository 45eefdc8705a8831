import type { Day, SiteId } from '../ids.ts'
import { type KeyEvent, LEDGER_START, ledgerHash, parseLedgerLine } from './ledger-entry.ts'

/** What a ledger says when it is read from its beginning. */
export interface LedgerCheck {
  /** Lines so far. */
  readonly lines: number
  /** Hash of the last line: whoever noted it down can tell later whether anything before it was changed. */
  readonly head: string
  /** Number of the first line that does not follow from the one before it, from 1; undefined when all do. */
  readonly brokenAt: number | undefined
  /** Keys that were created and not destroyed, by commitment. */
  readonly alive: ReadonlyMap<string, KeyEvent>
  /** The latest day of each site that a key was created for. */
  readonly lastDays: ReadonlyMap<SiteId, Day>
  /** Destroyed keys, and those destroyed later than they should have been. */
  readonly destroyed: number
  readonly late: number
}

/** Reads a ledger line by line; the check so far can be had at any time. */
export function openLedgerCheck(): { add(line: string): void; result(): LedgerCheck } {
  let lines = 0
  let head = LEDGER_START
  let brokenAt: number | undefined
  let destroyed = 0
  let late = 0
  const alive = new Map<string, KeyEvent>()
  const lastDays = new Map<SiteId, Day>()
  return {
    add(line) {
      lines++
      const entry = parseLedgerLine(line)
      if (entry === undefined || entry.previous !== head) brokenAt ??= lines
      head = ledgerHash(line)
      if (entry === undefined) return
      const { event } = entry
      if (event.event === 'created') {
        alive.set(event.commitment, event)
        if (!event.isImport) lastDays.set(event.siteId, event.day)
        return
      }
      alive.delete(event.commitment)
      destroyed++
      if (event.lateSeconds > 0) late++
    },
    result: () => ({ lines, head, brokenAt, alive, lastDays, destroyed, late }),
  }
}
