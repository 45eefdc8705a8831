import { expect, onTestFinished, test } from 'vitest'
import type { Day } from '../../../collector/core/ids.ts'
import { MIGRATIONS } from '../../../collector/storage/migrate.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'
import { anEvent } from '../../support/events.ts'
import { insertEvents } from '../../support/insert-events.ts'

test('keeps every value of a filled table when its codecs change, and may be applied twice', async () => {
  const engine = await openTestEngine()
  onTestFinished(() => engine.close())
  await engine.client.command({ query: 'DROP TABLE events SYNC' })
  await engine.client.command({ query: sqlOf(1) })
  // Columns that came later, so that today's events fit.
  await engine.client.command({ query: sqlOf(11) })
  const pages = ['/', '/hämärä/polku', '/a b', `/${'x'.repeat(999)}`, ...numbered(20_000)]
  await insertEvents(
    engine.client,
    pages.map(page => anEvent({ page, props: { page } })),
  )
  const before = await allRows(engine)

  await engine.client.command({ query: sqlOf(8) })
  expect(await allRows(engine)).toBe(before)
  await engine.client.command({ query: sqlOf(8) })
  await engine.client.command({ query: 'OPTIMIZE TABLE events FINAL' })
  expect(await allRows(engine)).toBe(before)
})

test('compresses better what is old, and what is new quickly', async () => {
  const engine = await openTestEngine()
  onTestFinished(() => engine.close())
  const today = new Date().toISOString().slice(0, 10)
  const old = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10)
  await insertEvents(
    engine.client,
    [today, old].flatMap(day => numbered(200).map(page => anEvent({ page, day: day as Day }))),
  )
  const before = await allRows(engine)
  await engine.client.command({ query: 'OPTIMIZE TABLE events FINAL' })
  const codecs = await engine.client.query({
    query: `SELECT min_date >= today() - 1 AS is_new, default_compression_codec AS codec
            FROM system.parts WHERE active AND table = 'events' AND database = currentDatabase() ORDER BY is_new`,
    format: 'JSONEachRow',
  })
  expect(await codecs.json()).toEqual([
    { is_new: 0, codec: 'ZSTD(16)' },
    { is_new: 1, codec: 'ZSTD(1)' },
  ])
  expect(await allRows(engine)).toBe(before)
})

function sqlOf(number: number): string {
  const migration = MIGRATIONS.find(known => known.number === number)
  if (migration === undefined) throw new Error(`There is no migration ${number}`)
  return migration.sql
}

function numbered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `/page/${index}`)
}

async function allRows({ client }: TestEngine): Promise<string> {
  const answer = await client.query({
    query: 'SELECT * FROM events ORDER BY sequence',
    format: 'JSONEachRow',
  })
  return answer.text()
}
