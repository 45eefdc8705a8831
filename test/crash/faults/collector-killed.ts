import type { Fault } from '../fault.ts'
import { momentOfInsert } from '../moments.ts'
import { signal } from '../processes.ts'

/** `kill -9` of the collector at random moments, its start included; it is started again at once, which must succeed. */
export const collectorKilled: Fault = {
  name: 'collector-killed',
  words:
    'The collector is killed at random moments, while it starts too, and started again at once; every other time its database stands still and does not notice.',
  async run(context) {
    const { server, random, times, pause, complain } = context
    let refusedStarts = 0
    const rounds = times(2, 40)
    for (let round = 0; round < rounds; round++) {
      await pause(100, 1_000)
      if (round % 2 === 0) await momentOfInsert(context)
      else signal(server.engine(), 'SIGSTOP')
      await server.kill()
      server.spawn()
      if (random.chance(0.3)) {
        // Dies again before it has begun to listen, perhaps while it puts its journal in order.
        await pause(50, 1_500)
        await server.kill()
      }
      refusedStarts += await server.start()
    }
    if (refusedStarts > 0) complain(`${refusedStarts} starts of ${rounds} were refused at first`)
  },
}
