import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClickHouseClient } from '@clickhouse/client'
import { openEngine } from '../../collector/storage/engine.ts'
import { migrate } from '../../collector/storage/migrate.ts'

/** The built engine program; `npm test` builds it before the first test. */
export const ENGINE_PROGRAM = join(import.meta.dirname, '../../dist/collector/engine.js')

/** Ceiling for engines under test, bytes. */
export const TEST_MEMORY_BYTES = 1_500_000_000

export interface TestEngine {
  readonly client: ClickHouseClient
  readonly directory: string
  close(): Promise<void>
}

/** A real ClickHouse server with every migration, on a directory of its own that goes away with it. */
export async function openTestEngine(): Promise<TestEngine> {
  if (!existsSync(ENGINE_PROGRAM)) throw new Error('dist/ is missing: run "npm run build" first')
  const directory = mkdtempSync(join(tmpdir(), 'hanki-test-'))
  const engine = await openEngine({
    dataDirectory: directory,
    program: ENGINE_PROGRAM,
    maxMemoryBytes: TEST_MEMORY_BYTES,
    mode: 'start',
  })
  await migrate(engine.client)
  return {
    client: engine.client,
    directory,
    async close() {
      await engine.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
