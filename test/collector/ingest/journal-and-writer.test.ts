import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventStore } from '../../../collector/core/ports.ts'
import { openIncidents } from '../../../collector/ingest/incidents.ts'
import { HEADER_BYTES } from '../../../collector/ingest/journal/format.ts'
import { startWriter } from '../../../collector/ingest/writer.ts'
import { anEvent } from '../../support/events.ts'
import { type FailingStore, type Fault, openFailingStore, REFUSED_PAGE } from '../../support/failing-store.ts'
import { anObserver, openTestJournal } from '../../support/journal.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

/** A longer search: `HANKI_TEST_RUNS=5000 npm test -- test/collector/ingest/journal-and-writer.test.ts`. */
const RUNS = Number(process.env['HANKI_TEST_RUNS'] ?? 60)

/** How long the writer believes that the database is the same, ms. */
const TRUST_MS = 10

/** What may happen between an event's acceptance and its place in the database. */
type Happening =
  | { readonly do: 'append'; readonly events: number; readonly refused: number }
  | { readonly do: 'fail'; readonly faults: readonly Fault[]; readonly deafFor: number }
  | { readonly do: 'wait'; readonly milliseconds: number }
  | { readonly do: 'late' }
  | {
      readonly do: 'crash'
      readonly tornBytes: number
      readonly flippedBit: number | undefined
      readonly isCutGone: boolean
    }
  | { readonly do: 'restore backup'; readonly share: number; readonly isIdle: boolean }

const faults = fc.constantFrom<Fault>('none', 'before', 'after', 'part', 'late')
const withoutBackups: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      events: fc.integer({ min: 1, max: 40 }),
      refused: fc.integer({ min: 0, max: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      faults: fc.array(faults, { maxLength: 5 }),
      deafFor: fc.nat({ max: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), milliseconds: fc.integer({ min: 1, max: 15 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('late' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      tornBytes: fc.nat({ max: 60 }),
      flippedBit: fc.option(fc.nat(), { nil: undefined }),
      isCutGone: fc.boolean(),
    }),
  },
)
const withBackups: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: withoutBackups },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('restore backup' as const),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      isIdle: fc.boolean(),
    }),
  },
)

/** A journal and a writer that live through what happens, and what was promised to clients meanwhile. */
async function openWorld() {
  let directory = tempDirectory()
  const incidentDirectory = tempDirectory()
  const store = openFailingStore()
  const acknowledged: string[] = []
  let process = await startProcess()

  async function startProcess() {
    const journal = await openTestJournal(directory, 20_000)
    const incidents = await openIncidents(incidentDirectory)
    const writer = startWriter({
      journal,
      eventStore: store as FailingStore & EventStore,
      incidents,
      observer: anObserver(),
      pace: { gatherMs: 1, firstBackOffMs: 1, longestBackOffMs: 2, trustMs: TRUST_MS, markMs: 3 },
    })
    return { journal, incidents, writer }
  }

  async function stopProcess(): Promise<void> {
    await process.writer.close()
    await process.journal.close()
  }

  async function append(count: number, refused: number): Promise<void> {
    const first = acknowledged.length
    const pages = Array.from({ length: count }, (_, index) =>
      index < refused ? `${REFUSED_PAGE}/${first + index}` : `/${first + index}`,
    )
    await process.journal.append(pages.map(page => anEvent({ page }))).then(
      () => acknowledged.push(...pages),
      // The journal is full: nothing was promised.
      () => undefined,
    )
  }

  /** The process dies: what it left on disk is all that the next one has. */
  async function crash(
    { tornBytes, flippedBit, isCutGone }: Extract<Happening, { do: 'crash' }>,
    whileDown = (): void => undefined,
  ): Promise<void> {
    const next = tempDirectory()
    cpSync(directory, next, { recursive: true })
    await stopProcess()
    directory = next
    const segments = readdirSync(directory)
      .filter(name => name.endsWith('.seg'))
      .sort()
    const last = join(directory, segments.at(-1) ?? '')
    if (flippedBit !== undefined && segments.length > 0) {
      const bytes = readFileSync(last)
      if (bytes.length > HEADER_BYTES) {
        const at = HEADER_BYTES + (flippedBit % (bytes.length - HEADER_BYTES))
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (flippedBit % 8)), at)
        writeFileSync(last, bytes)
      }
    }
    if (tornBytes > 0 && segments.length > 0) appendFileSync(last, Buffer.alloc(tornBytes, 'torn'))
    if (isCutGone && segments.length > 0 && existsSync(join(directory, 'cut'))) rmSync(join(directory, 'cut'))
    whileDown()
    process = await startProcess()
  }

  /** Does it while the process lives on and has had nothing to store for a while. */
  async function whileIdle(work: () => void): Promise<void> {
    store.faults = []
    store.deafFor = 0
    await process.writer.drain(5_000)
    await sleep(2 * TRUST_MS)
    work()
  }

  return {
    store,
    acknowledged,
    incidents: () => process.incidents,
    async live(happening: Happening): Promise<void> {
      if (happening.do === 'append') await append(happening.events, happening.refused)
      if (happening.do === 'fail') {
        store.faults.push(...happening.faults)
        store.deafFor += happening.deafFor
      }
      if (happening.do === 'wait') await sleep(happening.milliseconds)
      if (happening.do === 'late') store.letLateOnesIn()
      if (happening.do === 'crash') await crash(happening)
      if (happening.do === 'restore backup') {
        const { journal } = process
        const restore = (): void =>
          store.restoreBackup(journal.id, Math.floor(journal.cut().storedThrough * happening.share))
        if (happening.isIdle) await whileIdle(restore)
        else await crash({ do: 'crash', tornBytes: 0, flippedBit: undefined, isCutGone: false }, restore)
      }
    },
    /** All is well again: everything that can be stored is. */
    async end(): Promise<void> {
      // A database that was restored while nothing came in is noticed with the next event.
      await whileIdle(() => undefined)
      await append(1, 0)
      await process.writer.drain(5_000)
      store.letLateOnesIn()
      await stopProcess()
    },
  }
}

describe('journal and writer', () => {
  it(
    'store every acknowledged event exactly once, whatever fails in between',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(withoutBackups, { minLength: 1, maxLength: 14 }), async happenings => {
          const world = await openWorld()
          for (const happening of happenings) await world.live(happening)
          await world.end()
          const good = world.acknowledged.filter(page => !page.startsWith(REFUSED_PAGE))
          const refused = world.acknowledged.length - good.length
          expect(good.filter(page => world.store.copiesOf(page) !== 1)).toEqual([])
          expect(world.incidents().quarantinedEvents(0)).toBe(refused)
          expect(world.incidents().lostEvents(0)).toBe(0)
        }),
        { numRuns: RUNS },
      )
    },
    60_000 + RUNS * 1_000,
  )

  it(
    'double nothing and tell every loss when the database is restored from a backup',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(withBackups, { minLength: 3, maxLength: 14 }), async happenings => {
          const world = await openWorld()
          for (const happening of happenings) await world.live(happening)
          await world.end()
          const good = world.acknowledged.filter(page => !page.startsWith(REFUSED_PAGE))
          expect(good.filter(page => world.store.copiesOf(page) > 1)).toEqual([])
          const missing = good.filter(page => world.store.copiesOf(page) === 0).length
          expect(world.incidents().lostEvents(0)).toBeGreaterThanOrEqual(missing)
        }),
        { numRuns: RUNS },
      )
    },
    60_000 + RUNS * 1_000,
  )
})
