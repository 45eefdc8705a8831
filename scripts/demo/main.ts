import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFirstUser } from '../../collector/accounts/setup-links.ts'
import { loadConfig } from '../../collector/config.ts'
import { builtBeside, type Hanki, openHanki } from '../../collector/hanki.ts'
import { openLog } from '../../collector/log.ts'
import { localAddress, serve } from '../../collector/serve.ts'
import { explainStartFailure } from '../../collector/start-failure.ts'
import { sendPast } from './past.ts'
import { openDemoSender } from './sender.ts'
import { SHOP_DOMAIN, SHOP_FUNNELS, SHOP_GOALS } from './shop.ts'
import { openSimulatedClock } from './simulated-clock.ts'
import { demoRequests } from './traffic.ts'

/**
 * `npm run demo`: the same server on a throw-away data directory, filled with 90 days of a shop's traffic
 * that is sent through the real pipeline under a controlled clock, and then goes on in real time.
 */
const DAYS = 90
const DAY_SECONDS = 86_400
const VISITORS_PER_DAY = 500
const SEED = 20_261_122
/** How far ahead of now the live traffic is prepared, seconds. */
const LIVE_SECONDS = 14 * DAY_SECONDS

const directory = mkdtempSync(join(tmpdir(), 'hanki-demo-'))
const removeData = (): void => rmSync(directory, { recursive: true, force: true, maxRetries: 3 })
/** Until the server listens and stops in order, a signal ends the demo at once. */
const quit = (): void => {
  removeData()
  process.exit(130)
}
process.on('SIGINT', quit).on('SIGTERM', quit)

let hanki: Hanki | undefined
try {
  await start()
} catch (error) {
  console.error(explainStartFailure(error))
  await hanki?.close()
  removeData()
  process.exit(1)
}

async function start(): Promise<void> {
  const config = { ...loadConfig(process.env), dataDirectory: directory }
  const startedAt = Math.floor(Date.now() / 1_000)
  const firstSecond = startedAt - DAYS * DAY_SECONDS
  const past = openSimulatedClock(firstSecond, () => hanki?.tidy())
  /** The real clock counts once the past has been sent. */
  let isPast = true
  const nowSeconds = (): number => (isPast ? past.now() : Math.floor(Date.now() / 1_000))

  hanki = await openHanki({
    config: { ...config, dayKeysFile: 'none' },
    built: builtBeside(import.meta.dirname),
    log: openLog('warn'),
    nowSeconds,
    runtimeDirectory: undefined,
  })
  const site = await hanki.directory.addSite({ domain: SHOP_DOMAIN, timezone: 'Europe/Helsinki' })
  if (site !== undefined)
    await hanki.directory.changeSite(site.id, stored => ({
      ...stored,
      goals: SHOP_GOALS,
      funnels: SHOP_FUNNELS,
    }))
  const send = openDemoSender(hanki.collect)
  const traffic = demoRequests({
    seed: SEED,
    firstSecond,
    untilSecond: startedAt + LIVE_SECONDS,
    visitorsPerDay: VISITORS_PER_DAY,
  })

  let next = await sendPast({
    hanki,
    clock: past,
    traffic,
    untilSecond: startedAt,
    onDay(day, sent) {
      if (day % 15 === 0) console.log(`Sending ${DAYS} days of traffic … day ${day}, ${sent} requests`)
    },
  })
  isPast = false

  process.off('SIGINT', quit).off('SIGTERM', quit)
  const port = await serve({
    hanki,
    host: config.host,
    port: config.port,
    onStopped: removeData,
  })
  const address = config.publicUrl ?? localAddress(config.host, port)
  const user = {
    email: 'demo@hanki.example',
    password: randomBytes(9).toString('base64url'),
  }
  const token = (await hanki.createSetupLink()) ?? ''
  await createFirstUser({ directory: hanki.directory, nowSeconds }, { token, ...user })
  console.log(`The demo is running at ${address}/sites/${SHOP_DOMAIN}`)
  console.log(`Sign in as ${user.email} with the password ${user.password}`)
  console.log('Stop it with Ctrl-C; its data goes with it.')

  for (; !next.done; next = traffic.next()) {
    const waitMs = next.value.atSeconds * 1_000 - Date.now()
    if (waitMs > 0) await new Promise(resolve => setTimeout(resolve, waitMs))
    send(next.value)
    await send.settled()
  }
}
