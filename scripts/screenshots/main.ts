import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { createFirstUser } from '../../collector/accounts/setup-links.ts'
import { loadConfig } from '../../collector/config.ts'
import { builtBeside, type Hanki, openHanki } from '../../collector/hanki.ts'
import { openLog } from '../../collector/log.ts'
import { sendPast } from '../demo/past.ts'
import { SHOP_DOMAIN, SHOP_GOALS } from '../demo/shop.ts'
import { openSimulatedClock } from '../demo/simulated-clock.ts'
import { demoRequests } from '../demo/traffic.ts'
import { MAX_PICTURE_BYTES, PICTURES, type Picture } from './pictures.ts'

/**
 * `npm run screenshots`: the pictures in the README. The demo's shop, as it always is at one moment, seen by a browser whose clock
 * stands still: they change when the dashboard does, or the fonts of the machine. A year later the database takes that moment's
 * events for expired, and it wants to be moved on.
 */
const MOMENT = Math.floor(Date.parse('2026-11-19T16:20:00+02:00') / 1_000)
/** The usual period, what it is compared with, and a day more. */
const DAYS = 61
const SEED = 20_261_122
const VISITORS_PER_DAY = 500
/** What a browser keeps of being signed in. */
type Session = Awaited<ReturnType<BrowserContext['storageState']>>
const FOLDER = join(import.meta.dirname, '../../dashboard/screenshots')

const directory = mkdtempSync(join(tmpdir(), 'hanki-screenshots-'))
const firstSecond = MOMENT - DAYS * 86_400
const clock = openSimulatedClock(firstSecond, () => hanki.tidy())
/** Sessions that ended before the day on which this runs would be swept away at once. */
let isSigningIn = false
const nowSeconds = (): number => (isSigningIn ? Math.floor(Date.now() / 1_000) : clock.now())
const hanki: Hanki = await openHanki({
  config: { ...loadConfig({}), dataDirectory: directory, dayKeysFile: 'none' },
  built: builtBeside(import.meta.dirname),
  log: openLog('warn'),
  nowSeconds,
  runtimeDirectory: undefined,
})
let browser: Browser | undefined
try {
  await fill()
  await new Promise<void>(resolve => hanki.server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(hanki.server.address() as AddressInfo).port}`
  mkdirSync(FOLDER, { recursive: true })
  browser = await chromium.launch({
    executablePath: process.env['HANKI_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--hide-scrollbars'],
  })
  const session = await signIn(browser, address)
  for (const picture of PICTURES) await take(browser, address, session, picture)
} finally {
  await browser?.close()
  await hanki.close()
  rmSync(directory, { recursive: true, force: true, maxRetries: 3 })
}
// The embedded engine's connections may still be closing.
process.exit()

async function fill(): Promise<void> {
  const site = await hanki.directory.addSite({ domain: SHOP_DOMAIN, timezone: 'Europe/Helsinki' })
  if (site !== undefined)
    await hanki.directory.changeSite(site.id, stored => ({ ...stored, goals: SHOP_GOALS }))
  const traffic = demoRequests({
    seed: SEED,
    firstSecond,
    untilSecond: MOMENT,
    visitorsPerDay: VISITORS_PER_DAY,
  })
  const onDay = (day: number) => {
    if (day % 20 === 0) console.log(`Sending ${DAYS} days of traffic … day ${day}`)
  }
  await sendPast({ hanki, clock, traffic, untilSecond: MOMENT, onDay })
  clock.moveTo(MOMENT)
}

/** Makes the owner's account and gives the cookie of its session. */
async function signIn(chrome: Browser, address: string): Promise<Session> {
  isSigningIn = true
  const user = { email: 'maija@kongas.example', password: randomBytes(18).toString('base64url') }
  const token = (await hanki.createSetupLink()) ?? ''
  await createFirstUser({ directory: hanki.directory, nowSeconds }, { token, ...user })
  const context = await chrome.newContext({ baseURL: address })
  const answer = await context.request.post('/api/session', { data: user, headers: { origin: address } })
  if (!answer.ok()) throw new Error(`Signing in was answered with ${answer.status()}`)
  const session = await context.storageState()
  await context.close()
  isSigningIn = false
  return session
}

async function take(
  chrome: Browser,
  address: string,
  session: Session,
  { file, search, width, height, isDark, waitFor }: Picture,
): Promise<void> {
  const context = await chrome.newContext({
    baseURL: address,
    storageState: session,
    viewport: { width, height },
    colorScheme: isDark ? 'dark' : 'light',
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  await context.clock.setFixedTime(new Date(MOMENT * 1_000))
  const page = await context.newPage()
  await page.goto(`/sites/${SHOP_DOMAIN}${search}`)
  await page.locator(waitFor).first().waitFor()
  await page.waitForLoadState('networkidle')
  const path = join(FOLDER, file)
  await page.screenshot({ path })
  await context.close()
  const { size } = statSync(path)
  console.log(`${file}: ${Math.round(size / 1_000)} kB`)
  if (size > MAX_PICTURE_BYTES) throw new Error(`${file} is too heavy: at most ${MAX_PICTURE_BYTES} bytes`)
}
