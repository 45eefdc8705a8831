import type { Fault } from '../fault.ts'
import { momentOfInsert } from '../moments.ts'
import { signal } from '../processes.ts'

/** `kill -9` of collector and database together, as a power cut does to processes. */
export const bothKilled: Fault = {
  name: 'both-killed',
  words: 'Collector and database are killed in the same moment.',
  async run(context) {
    const { server, times, pause, complain } = context
    for (let round = times(2, 20); round > 0; round--) {
      await pause(100, 600)
      const engine = server.engine()
      await momentOfInsert(context)
      signal(engine, 'SIGKILL')
      await server.kill()
      const refusedStarts = await server.start()
      if (refusedStarts > 0) complain(`${refusedStarts} starts were refused at first`)
    }
  },
}
