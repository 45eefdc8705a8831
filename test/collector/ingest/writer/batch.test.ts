import { describe, expect, it } from 'vitest'
import type { JournalledEvent } from '../../../../collector/core/ports.ts'
import type { Journal } from '../../../../collector/ingest/journal/journal.ts'
import { readAgain, readNext } from '../../../../collector/ingest/writer/batch.ts'

const LARGE = 3_000_000

/** A journal that still has these sequences, each with a record of so many bytes. */
function journalWith(sequences: readonly number[], { durable = sequences.at(-1) ?? 0, bytes = 100 } = {}) {
  const record = Buffer.alloc(bytes)
  return {
    cut: () => ({ storedThrough: 0, sending: undefined }),
    durableThrough: () => durable,
    async read(first, last, limit): Promise<readonly JournalledEvent[]> {
      const inRange = sequences.filter(sequence => sequence >= first && sequence <= last)
      return inRange.slice(0, limit).map(sequence => ({ sequence, record }))
    },
  } satisfies Pick<Journal, 'cut' | 'durableThrough' | 'read'>
}

const CASES: readonly {
  readonly why: string
  readonly journal: ReturnType<typeof journalWith>
  readonly limit?: number
  readonly batch: { readonly first: number; readonly last: number; readonly events: number } | undefined
}[] = [
  { why: 'nothing waits', journal: journalWith([]), batch: undefined },
  { why: 'all of it fits', journal: journalWith([1, 2, 3]), batch: { first: 1, last: 3, events: 3 } },
  {
    why: 'no more than the limit',
    journal: journalWith([1, 2, 3]),
    limit: 2,
    batch: { first: 1, last: 2, events: 2 },
  },
  {
    why: 'no more than 8 MB',
    journal: journalWith([1, 2, 3], { bytes: LARGE }),
    batch: { first: 1, last: 2, events: 2 },
  },
  {
    why: 'one event at least, however large',
    journal: journalWith([1, 2], { bytes: 3 * LARGE }),
    batch: { first: 1, last: 1, events: 1 },
  },
  {
    why: 'a gap ends before the next event that is there',
    journal: journalWith([4, 5, 9]),
    batch: { first: 1, last: 3, events: 0 },
  },
  {
    why: 'events end before a gap, which is a batch of its own',
    journal: journalWith([1, 2, 7]),
    batch: { first: 1, last: 2, events: 2 },
  },
  {
    why: 'nothing is left up to the end',
    journal: journalWith([], { durable: 12 }),
    batch: { first: 1, last: 12, events: 0 },
  },
  {
    why: 'a long gap is dealt with in pieces',
    journal: journalWith([5_000_000]),
    batch: { first: 1, last: 100_000, events: 0 },
  },
]

describe('readNext', () => {
  it.each(CASES)('reads a batch: $why', async ({ journal, limit = 10_000, batch }) => {
    const read = await readNext(journal, limit)
    expect(read && { ...read.range, events: read.events.length }).toEqual(batch)
  })

  it('takes nothing for lost when the journal has its latest event and says nothing of those before', async () => {
    const journal = journalWith([1, 2, 3])
    const silent = { ...journal, read: async (first: number) => (first === 3 ? journal.read(3, 3, 1) : []) }
    await expect(readNext(silent, 10_000)).rejects.toThrow('gives nothing before it')
  })
})

describe('readAgain', () => {
  it('gives the same range, also when a part of it is gone', async () => {
    const { range, events } = await readAgain(journalWith([1, 4, 9]), { first: 1, last: 8 })
    expect(range).toEqual({ first: 1, last: 8 })
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 4])
  })

  it('gives the beginning of a range that an earlier version made larger than 8 MB', async () => {
    const { range, events } = await readAgain(journalWith([1, 2, 4, 5], { bytes: LARGE }), {
      first: 1,
      last: 5,
    })
    expect(range).toEqual({ first: 1, last: 3 })
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2])
  })
})
