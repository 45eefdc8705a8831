import type { Fault, FaultContext } from '../fault.ts'
import { signal } from '../processes.ts'
import { whyNoVolume } from '../volumes.ts'

const VOLUME_BYTES = 6_000_000
/** Room for a second of events. */
const ROOM_BYTES = 60_000

/** No room where the journal is: clients are refused, and served again when there is room. */
export const journalDiskFull: Fault = {
  name: 'journal-disk-full',
  words: "The journal's disk is full, for good reason or by the journal itself, and has room again later.",
  server: { volumes: { journal: VOLUME_BYTES } },
  whySkipped: whyNoVolume,
  async run(context) {
    const { server, times, milliseconds, pause } = context
    const volume = server.volumes['journal']
    if (volume === undefined) throw new Error('The journal has no disk of its own')
    for (let round = times(2, 15); round > 0; round--) {
      try {
        volume.fill(round % 2 === 0 ? 0 : ROOM_BYTES)
        await refusals(context)
        const duration = milliseconds(500, 3_000)
        await pause(duration / 2, duration)
        // A crash while the disk is full must not make it worse.
        if (round === 1) await server.kill()
      } finally {
        volume.empty()
      }
      if (round === 1) await server.start()
      await context.sender.acknowledged(20, 60_000)
    }
    await filledByItself(context)
  },
}

/** The journal takes all room itself while the database is away; that must end when it is back. */
async function filledByItself(context: FaultContext): Promise<void> {
  const { server } = context
  const volume = server.volumes['journal']
  const engine = server.engine()
  volume?.fill(ROOM_BYTES)
  signal(engine, 'SIGSTOP')
  try {
    await refusals(context)
  } finally {
    signal(engine, 'SIGCONT')
  }
  try {
    // With not one byte from outside: what is stored makes room.
    await context.sender.acknowledged(20, 30_000)
  } catch {
    context.complain('a journal that filled its disk is never emptied, though the database is there')
  } finally {
    volume?.empty()
  }
}

/** Waits until clients are told to come back later. */
async function refusals({ sender, pause, complain }: FaultContext): Promise<void> {
  const before = sender.answers()['503'] ?? 0
  for (let tries = 0; tries < 400; tries++) {
    if ((sender.answers()['503'] ?? 0) > before) return
    await pause(50, 50)
  }
  complain('a full disk did not make the collector answer 503')
}
