import type { Fault } from '../fault.ts'
import { tamper, whyNoTampering } from '../system-calls.ts'

const FLUSH_MS = 200

/** A disk that takes 200 ms for whatever is written to the journal and flushed with it, as one that is shared with a backup. */
export const slowDisk: Fault = {
  name: 'slow-disk',
  words: 'Every durable write of the journal takes 0.2 s; the collector is killed meanwhile.',
  whySkipped: whyNoTampering,
  async run({ server, sender, milliseconds, times, pause, complain }) {
    for (let round = times(1, 3); round > 0; round--) {
      const delays = ['pwrite64', 'fsync'].map(call => `${call}:delay_enter=${FLUSH_MS * 1_000}`)
      const mend = await tamper(server.process.pid ?? 0, delays)
      const duration = milliseconds(1_500, 20_000)
      try {
        await pause(duration, duration)
        // In the middle of a flush, with great likelihood.
        await server.kill()
      } finally {
        await mend()
      }
      await server.start()
      await pause(300, 300)
    }
    if (sender.slowestAnswerMs() < FLUSH_MS) complain('the slow disk was not felt')
  },
}
