import type { Fault } from '../fault.ts'
import { whyNoVolume } from '../volumes.ts'

/** Room for the database's own files, and a little more. */
const VOLUME_BYTES = 150_000_000

/** No room where the database is: everything waits in the journal. */
export const engineDiskFull: Fault = {
  name: 'engine-disk-full',
  words: "The database's disk is full, which is mended later; events wait in the journal.",
  server: { volumes: { engine: VOLUME_BYTES } },
  whySkipped: whyNoVolume,
  async run({ server, sender, times, milliseconds, pause, complain }) {
    const volume = server.volumes['engine']
    if (volume === undefined) throw new Error('The database has no disk of its own')
    for (let round = times(2, 8); round > 0; round--) {
      try {
        // Nothing at all, or room for a part of what an insert writes.
        volume.fill(round % 2 === 0 ? 0 : 40_000)
        const duration = milliseconds(2_000, 8_000)
        await pause(duration / 2, duration)
        await sender.acknowledged(20, 30_000)
        const depth = (await server.status())?.journal_depth
        if (depth === 0) complain('the full disk did not keep the database from storing')
      } finally {
        volume.empty()
      }
      await pause(500, 1_000)
    }
  },
}
