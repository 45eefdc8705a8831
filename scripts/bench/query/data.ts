import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDirectory } from '../../../collector/accounts/directory.ts'
import { openEngine } from '../../../collector/storage/engine.ts'
import { migrate } from '../../../collector/storage/migrate.ts'
import { openSettingsStore } from '../../../collector/storage/settings/settings-store.ts'
import { mergeMonths } from '../storage/merge.ts'
import { fillPlain } from './conventional.ts'
import { generateEvents } from './generate.ts'
import { BIG_SITE, NOW_SECONDS, TIMEZONE } from './world.ts'

/** Data of an earlier version of the generator is not used. */
const VERSION = 2
const ENGINE_MEMORY_BYTES = 4_000_000_000

export interface DataOptions {
  /** Where the data is kept from run to run. */
  readonly directory: string
  readonly events: number
  readonly smallSites: number
  readonly onProgress: (text: string) => void
}

/** Makes the data unless an earlier run has left it: both sites' events, and the same in the plain tables. */
export async function prepareData({ directory, events, smallSites, onProgress }: DataOptions): Promise<void> {
  const marker = join(directory, `complete-${VERSION}-${events}-${smallSites}`)
  if (existsSync(marker)) return
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const engine = await openEngine({
    dataDirectory: directory,
    program: join(import.meta.dirname, 'engine.js'),
    maxMemoryBytes: ENGINE_MEMORY_BYTES,
    mode: 'start',
  })
  const { client } = engine
  try {
    await migrate(client)
    const settings = openSettingsStore(client)
    const accounts = await openDirectory({ settings, nowSeconds: () => NOW_SECONDS })
    if (accounts.siteByDomain(BIG_SITE) !== undefined) {
      throw new Error(`An earlier run was interrupted. Remove ${directory} and start again.`)
    }
    await accounts.addSite({ domain: BIG_SITE, timezone: TIMEZONE })
    for (let number = 1; number <= smallSites; number++) {
      await accounts.addSite({ domain: `small-${number}.example`, timezone: TIMEZONE })
    }
    await generateEvents({ client, events, smallSites, onProgress })
    onProgress('Merging the months of events …')
    await mergeMonths(client, 'events')
    await fillPlain(client, onProgress)
    for (const table of ['plain_events', 'plain_sessions']) {
      onProgress(`Merging the months of ${table} …`)
      await mergeMonths(client, table)
    }
  } finally {
    await engine.close()
  }
  writeFileSync(marker, '')
}
