import { loadConfig } from '../../../collector/config.ts'
import { builtBeside, openHanki } from '../../../collector/hanki.ts'
import { openLog } from '../../../collector/log.ts'
import { DAY_SECONDS } from '../../demo/rhythm.ts'
import { openDemoSender } from '../../demo/sender.ts'
import { benchSites } from './sites.ts'
import { benchRequests } from './traffic.ts'

export interface FillOptions {
  /** Data directory, empty. */
  readonly directory: string
  /** Directory of the built programs. */
  readonly programDirectory: string
  /** About how many events. */
  readonly events: number
  /** Over how many days before today they are spread. */
  readonly days: number
  /** Told about every two seconds how many requests have been sent. */
  readonly onProgress: (sent: number) => void
}

const SEED = 20_261_123
/** Requests that are in flight together; more would only fill memory. */
const IN_FLIGHT = 500
/** Simulated time between two of the collector's own tidyings. */
const TIDY_SECONDS = 900
const PROGRESS_MS = 2_000
const DRAIN_MS = 120_000

/** Sends the traffic of all sites through a whole collector under a simulated clock, until every event is stored. */
export async function fill({
  directory,
  programDirectory,
  events,
  days,
  onProgress,
}: FillOptions): Promise<void> {
  const firstDay = Math.floor(Date.now() / 1_000 / DAY_SECONDS) - days
  let nowSeconds = firstDay * DAY_SECONDS
  const hanki = await openHanki({
    config: {
      ...loadConfig({}),
      dataDirectory: directory,
      dayKeysFile: 'none',
    },
    built: builtBeside(programDirectory),
    log: openLog('warn'),
    nowSeconds: () => nowSeconds,
    runtimeDirectory: undefined,
  })
  try {
    const sites = benchSites(SEED)
    for (const { domain, timezone } of sites) await hanki.directory.addSite({ domain, timezone })
    const send = openDemoSender(hanki.collect)
    let sent = 0
    let tidiedAt = nowSeconds
    let toldAt = Date.now()
    for (const request of benchRequests({ sites, seed: SEED, firstDay, days, events })) {
      nowSeconds = request.atSeconds
      send(request)
      if (++sent % IN_FLIGHT === 0) await send.settled()
      if (nowSeconds - tidiedAt < TIDY_SECONDS) continue
      tidiedAt = nowSeconds
      hanki.tidy()
      if (Date.now() - toldAt < PROGRESS_MS) continue
      toldAt = Date.now()
      onProgress(sent)
    }
    await send.settled()
    await hanki.writer.drain(DRAIN_MS)
  } finally {
    await hanki.close()
  }
}
