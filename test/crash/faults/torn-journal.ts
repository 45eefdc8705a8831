import { appendFileSync, readFileSync } from 'node:fs'
import type { Fault } from '../fault.ts'
import { segmentsOf } from '../segments.ts'

/** What comes before the first record of a segment. */
const HEADER_BYTES = 36
/** A record is longer than this. */
const HALF_RECORD_BYTES = 120

/** A crash in the middle of a write: the last segment ends in something that was never acknowledged. */
export const tornJournal: Fault = {
  name: 'torn-journal',
  words: 'The journal ends in half a record, in noise or in zeros when the collector starts again.',
  async run({ server, random, times, pause }) {
    for (let round = times(3, 12); round > 0; round--) {
      await pause(100, 500)
      await server.kill()
      const last = segmentsOf(server.dataDirectory).at(-1)
      if (last !== undefined) {
        const bytes = readFileSync(last)
        const length = 1 + random.below(HALF_RECORD_BYTES)
        const tails = [
          bytes.subarray(HEADER_BYTES, HEADER_BYTES + length),
          Buffer.from(Array.from({ length }, () => random.below(256))),
          Buffer.alloc(4_096),
        ]
        appendFileSync(last, tails[round % tails.length] ?? '')
      }
      await server.start()
    }
  },
}
