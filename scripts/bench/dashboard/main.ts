import { parseArgs } from 'node:util'
import { openChromium } from '../../browser/chromium.ts'
import { openShop } from '../../browser/shop.ts'
import { SHOP_DOMAIN } from '../../demo/shop.ts'
import { loadOnce } from './load.ts'
import type { Observed } from './observe.ts'
import { dashboardReport, isSoonEnough, MOST_INTERACTIVE_MS, type Round, SLOW } from './report.ts'

/**
 * `npm run bench:dashboard -- [--loads N] [--json]`: the first load of a site's first screen, in Chromium, with the processor
 * slowed down four times and without, in turns, each in a new window that has come to rest, with nothing in the cache; beside a
 * Hanki with the demo's shop on this machine, so that the network costs nothing.
 *
 * Interactive is the moment when the answer to a press on a figure is painted, a press that was given as soon as the figures
 * themselves were painted and waited in line behind whatever the page had still to do. As the press gives the page more to do,
 * loads with one tell only this; the rest is told by loads without.
 */
const SPEEDS = [1, SLOW] as const
const DAYS = 61
const VISITORS_PER_DAY = 150
const { values } = parseArgs({
  options: {
    loads: { type: 'string', default: '9' },
    json: { type: 'boolean', default: false },
  },
})
const loads = Number(values.loads)
if (!Number.isSafeInteger(loads) || loads < 1) throw new Error('--loads takes a whole number from 1 on')
const say = (words: string): void => console.error(words)

const shop = await openShop({ days: DAYS, visitorsPerDay: VISITORS_PER_DAY, onProgress: say })
try {
  const rounds = await measure()
  if (values.json)
    console.log(JSON.stringify({ rounds, targetMs: MOST_INTERACTIVE_MS, isMet: isSoonEnough(rounds) }))
  else console.log(dashboardReport(rounds))
} finally {
  await shop.close()
}
// The embedded engine's connections may still be closing.
process.exit()

async function measure(): Promise<readonly Round[]> {
  const rounds = SPEEDS.map(slowdown => ({
    slowdown,
    looked: [] as Observed[],
    pressed: [] as Observed[],
  }))
  const browser = await openChromium()
  const load = (slowdown: number, isPressing: boolean): Promise<Observed> =>
    loadOnce(browser, {
      url: `${shop.address}/sites/${SHOP_DOMAIN}`,
      session: shop.owner.session,
      slowdown,
      isPressing,
    })
  try {
    // The collector reads its files and finds its plans.
    await load(1, false)
    for (let turn = 1; turn <= loads; turn++) {
      for (const { slowdown, looked, pressed } of rounds) {
        looked.push(await load(slowdown, false))
        pressed.push(await load(slowdown, true))
      }
      say(`Loaded ${turn} of ${loads} times`)
    }
    return rounds
  } finally {
    await browser.close()
  }
}
