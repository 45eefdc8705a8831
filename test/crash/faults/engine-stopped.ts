import type { Fault } from '../fault.ts'
import { momentOfInsert } from '../moments.ts'
import { signal } from '../processes.ts'

/** The database stands still and goes on, with the inserts that were in it. */
export const engineStopped: Fault = {
  name: 'engine-stopped',
  words: 'The database stands still, in the long run for longer than an insert may take, and then goes on.',
  async run(context) {
    const { server, times, milliseconds, pause } = context
    for (let round = times(2, 8); round > 0; round--) {
      await pause(100, 600)
      const engine = server.engine()
      await momentOfInsert(context)
      try {
        signal(engine, 'SIGSTOP')
        // The last one outlasts the 30 s of an insert, so that its outcome is uncertain while it still runs.
        const longest = round === 1 ? milliseconds(1_500, 45_000) : 1_500
        await pause(longest, longest)
      } finally {
        signal(engine, 'SIGCONT')
      }
    }
  },
}
