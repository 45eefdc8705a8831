import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../fault.ts'
import { signal } from '../processes.ts'

const KILL_EVERY_MS = 60_000

/** The database is away for long: everything waits in the journal, and is stored afterwards. */
export const outage: Fault = {
  name: 'outage',
  words: 'The database is away for 10 minutes (10 s in the quick run) at 500 events per second.',
  eventsPerSecond: 500,
  async run({ server, milliseconds, complain, sender }) {
    const endsAt = performance.now() + milliseconds(10_000, 600_000)
    while (performance.now() < endsAt) {
      const engine = server.engine()
      signal(engine, 'SIGSTOP')
      try {
        await sleep(Math.max(0, Math.min(KILL_EVERY_MS, endsAt - performance.now())))
        // Each minute a new one takes its place, and hangs as well.
        if (performance.now() < endsAt) signal(engine, 'SIGKILL')
      } finally {
        signal(engine, 'SIGCONT')
      }
      if (performance.now() < endsAt) await server.newEngine(engine, 60_000).catch(() => undefined)
    }
    // A connection may break on a busy machine, but nobody may be told to come back later.
    const refusals = Object.keys(sender.answers()).filter(answer => /^\d/.test(answer) && answer !== '202')
    if (refusals.length > 0) complain(`clients were refused in the outage: ${refusals.join()}`)
  },
}
