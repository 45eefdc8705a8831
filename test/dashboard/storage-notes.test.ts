import { describe, expect, it } from 'vitest'
import { storageNotes } from '../../dashboard/src/lib/storage-notes.ts'

const WELL = { journal_depth: 12, storage_delay_seconds: 1, quarantined_events: 0, lost_events: 0 }

describe('storageNotes', () => {
  it('says nothing while all is well, or not known', () => {
    expect(storageNotes(undefined, false)).toEqual([])
    expect(storageNotes(WELL, false)).toEqual([])
  })

  it('says how much is late, and that it is safe', () => {
    expect(storageNotes({ ...WELL, journal_depth: 1_234, storage_delay_seconds: 95 }, false)).toEqual([
      expect.stringMatching(/^1,234 events .* 1m 30s .*safe/),
    ])
  })

  it('says what was set aside and what was lost', () => {
    expect(storageNotes({ ...WELL, quarantined_events: 3, lost_events: 7 }, false)).toEqual([
      expect.stringMatching(/^3 events .*quarantine\.jsonl/),
      expect.stringMatching(/^7 events .*lost/),
    ])
  })

  it('says nothing of what went wrong for good to whoever looks through a link', () => {
    const status = { ...WELL, storage_delay_seconds: 95, quarantined_events: 3, lost_events: 7 }
    expect(storageNotes(status, true)).toEqual([expect.stringMatching(/safe/)])
  })
})
