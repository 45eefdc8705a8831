import { watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultContext } from './fault.ts'

/** The collector stores something at least this often while events come, ms. */
const INSERT_TIMEOUT_MS = 3_000
/** An insert of a few hundred events has ended by then, ms. */
const INSERT_MS = 40

/**
 * Settles at a random moment of an insert, or shortly before or after one: the collector notes durably which
 * batch it sends and which is stored. At moments chosen blindly most kills would meet an idle database.
 */
export async function momentOfInsert({
  server,
  random,
}: Pick<FaultContext, 'server' | 'random'>): Promise<void> {
  const directory = join(server.dataDirectory, 'journal')
  const abort = AbortSignal.timeout(INSERT_TIMEOUT_MS)
  await new Promise<void>(resolve => {
    const watcher = watch(directory, { signal: abort }, (_change, name) => {
      // Events themselves are written all the time.
      if (name?.endsWith('.seg')) return
      watcher.close()
      resolve()
    })
    watcher.once('close', resolve)
    watcher.once('error', () => resolve())
  })
  await sleep(random.next() * INSERT_MS)
}
