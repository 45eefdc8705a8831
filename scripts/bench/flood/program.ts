import { type FloodOrder, runFlood, type SlowOrder } from './flood.ts'
import { runSlowClients } from './slow-clients.ts'

/** The flood's own process: carries out one order after another; ends when its parent is gone. */
process.on('disconnect', () => process.exit(0))
process.on('message', async (order: FloodOrder | SlowOrder) => {
  process.send?.('slowClients' in order ? await runSlowClients(order) : await runFlood(order))
})
