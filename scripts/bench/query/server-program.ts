import { createApiKey } from '../../../collector/accounts/api-keys.ts'
import { loadConfig } from '../../../collector/config.ts'
import { addDays } from '../../../collector/core/time/zone.ts'
import { builtBeside, openHanki } from '../../../collector/hanki.ts'
import { openLog } from '../../../collector/log.ts'
import { BIG_SITE, NOW_SECONDS, SMALL_SITE, TODAY } from './world.ts'

/** What the server tells its parent once it answers. */
export interface ServerStarted {
  readonly port: number
  /** API key of the site, by domain. */
  readonly keys: Readonly<Record<string, string>>
  readonly sealedEvents: number
  readonly sealingSeconds: number
  readonly yesterday: Yesterday
}

/** What sealing a night's work took. */
export interface Yesterday {
  readonly sites: number
  readonly events: number
  readonly seconds: number
}

/** The plain way needs more memory for a year than Hanki's database has by default. */
const SETTINGS = { HANKI_QUESTIONS_PER_HOUR: '1000000', HANKI_ENGINE_MEMORY_MB: '6000' }

/** A Hanki on the bench's data, whose clock stands still; it seals what is due before it listens. */
const [, , dataDirectory = ''] = process.argv
const hanki = await openHanki({
  config: { ...loadConfig(SETTINGS), dataDirectory, dayKeysFile: 'none' },
  built: builtBeside(import.meta.dirname),
  log: openLog('error'),
  nowSeconds: () => NOW_SECONDS,
  runtimeDirectory: undefined,
})
process.once('disconnect', () => void hanki.close().then(() => process.exit(0)))

const startedAt = performance.now()
let toldAt = startedAt
const { events } = await hanki.sealer.sealDue({
  onProgress({ events, ofEvents, day }) {
    if (performance.now() - toldAt < 5_000) return
    toldAt = performance.now()
    console.error(
      `Sealing … ${day}, ${events.toLocaleString('en-US')} of ${ofEvents.toLocaleString('en-US')} events`,
    )
  },
})
const sealingSeconds = (performance.now() - startedAt) / 1_000

/** Yesterday of all small sites, sealed anew as in the minutes after their midnight. */
async function sealYesterday(): Promise<Yesterday> {
  const small = hanki.directory.sites().filter(({ domain }) => domain !== BIG_SITE)
  const day = addDays(TODAY, -1)
  const startedAt = performance.now()
  const sealed = await hanki.sealer.sealAgain({ sites: small.map(({ id }) => id), from: day, to: day })
  return { sites: sealed.days, events: sealed.events, seconds: (performance.now() - startedAt) / 1_000 }
}
const yesterday = await sealYesterday()

const keys: Record<string, string> = {}
for (const domain of [BIG_SITE, SMALL_SITE]) {
  const site = hanki.directory.siteByDomain(domain)
  if (site === undefined) continue
  const accounts = { directory: hanki.directory, nowSeconds: () => NOW_SECONDS }
  keys[domain] = (await createApiKey(accounts, site, ['stats:read'])).key
}
await new Promise<void>(resolve => hanki.server.listen(0, '127.0.0.1', resolve))
const address = hanki.server.address()
const port = address !== null && typeof address === 'object' ? address.port : 0
process.send?.({ port, keys, sealedEvents: events, sealingSeconds, yesterday } satisfies ServerStarted)
