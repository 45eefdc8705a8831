import { type FloodOrder, runFlood } from './flood.ts'

/** The flood's own process: carries out one order after another; ends when its parent is gone. */
process.on('disconnect', () => process.exit(0))
process.on('message', async (order: FloodOrder) => {
  process.send?.(await runFlood(order))
})
