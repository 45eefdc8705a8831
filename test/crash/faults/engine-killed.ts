import type { Fault } from '../fault.ts'
import { momentOfInsert } from '../moments.ts'
import { signal } from '../processes.ts'

/** Its supervisor waits up to 15 s before it starts a database anew that keeps dying. */
const RESTART_TIMEOUT_MS = 60_000

/** `kill -9` of the database during inserts. */
export const engineKilled: Fault = {
  name: 'engine-killed',
  words: 'The database is killed at random moments of its inserts.',
  async run(context) {
    const { server, times, pause } = context
    for (let round = times(2, 12); round > 0; round--) {
      await pause(100, 600)
      const engine = server.engine()
      await momentOfInsert(context)
      signal(engine, 'SIGKILL')
      await server.newEngine(engine, RESTART_TIMEOUT_MS)
    }
  },
}
