import { sendPast } from '../demo/past.ts'
import { SHOP_DOMAIN, SHOP_FUNNELS, SHOP_GOALS } from '../demo/shop.ts'
import { openSimulatedClock } from '../demo/simulated-clock.ts'
import { demoRequests } from '../demo/traffic.ts'
import { type Owner, openThrowAwayHanki, type ThrowAwayHanki } from './throw-away-hanki.ts'

const SEED = 20_261_122
const DAY_SECONDS = 86_400

/** The demo's shop up to now, with an owner who is signed in. */
export interface Shop extends Pick<ThrowAwayHanki, 'hanki' | 'address' | 'close'> {
  readonly owner: Owner
}

export interface ShopOptions {
  /** Whole days of traffic before now. */
  readonly days: number
  readonly visitorsPerDay: number
  /** Told how far it has come, in words. */
  readonly onProgress: (words: string) => void
}

/** Sends the traffic through the real pipeline under a controlled clock, as the demo does; from then on the real one counts. */
export async function openShop({ days, visitorsPerDay, onProgress }: ShopOptions): Promise<Shop> {
  const untilSecond = Math.floor(Date.now() / 1_000)
  const firstSecond = untilSecond - days * DAY_SECONDS
  let isPast = true
  const clock = openSimulatedClock(firstSecond, () => opened?.hanki.tidy())
  let opened: ThrowAwayHanki | undefined
  const server = await openThrowAwayHanki({
    nowSeconds: () => (isPast ? clock.now() : Math.floor(Date.now() / 1_000)),
  })
  opened = server
  const { hanki, address, close } = server
  try {
    const site = await hanki.directory.addSite({ domain: SHOP_DOMAIN, timezone: 'Europe/Helsinki' })
    if (site === undefined) throw new Error('The shop could not be added')
    await hanki.directory.changeSite(site.id, stored => ({
      ...stored,
      goals: SHOP_GOALS,
      funnels: SHOP_FUNNELS,
    }))
    const traffic = demoRequests({ seed: SEED, firstSecond, untilSecond, visitorsPerDay })
    const onDay = (day: number) => {
      if (day % 10 === 0) onProgress(`Sending ${days} days of traffic … day ${day}`)
    }
    await sendPast({ hanki, clock, traffic, untilSecond, onDay })
    isPast = false
    return { hanki, address, close, owner: await server.createOwner('maija@kongas.example') }
  } catch (error) {
    await close()
    throw error
  }
}
