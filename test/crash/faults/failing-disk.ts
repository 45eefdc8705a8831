import type { Fault, FaultContext } from '../fault.ts'
import { type Tampering, tamper, whyNoTampering } from '../system-calls.ts'

interface Failure {
  readonly why: string
  readonly tamperings: readonly Tampering[]
}

/** What disks do. Data is written and flushed by pwrite64, new segments by fsync, too. */
const FAILURES: readonly Failure[] = [
  { why: 'a write fails now and then', tamperings: ['pwrite64:error=EIO:when=2+3'] },
  { why: 'no write succeeds', tamperings: ['pwrite64:error=EIO', 'fsync:error=EIO'] },
  { why: 'writing finds no room', tamperings: ['pwrite64:error=ENOSPC:when=2+2'] },
  {
    why: 'a write fails and what it left cannot be cut off',
    tamperings: ['pwrite64:error=EIO:when=1+2', 'ftruncate:error=EIO'],
  },
]

/** Flushes and writes of the journal that fail for a while: refused, never lost, never stored twice. */
export const failingDisk: Fault = {
  name: 'failing-disk',
  words:
    'Writes and flushes of the journal fail for a while, and the collector is killed in the middle of it.',
  whySkipped: whyNoTampering,
  async run(context) {
    for (let round = context.times(1, 4); round > 0; round--) {
      for (const failure of FAILURES) {
        await fail(context, failure, true)
        if (round > 1) await fail(context, failure, false)
      }
    }
  },
}

async function fail(context: FaultContext, { why, tamperings }: Failure, kills: boolean): Promise<void> {
  const { server, sender, milliseconds, pause, progress, complain } = context
  progress(why)
  const refused = sender.answers()['503'] ?? 0
  const mend = await tamper(server.process.pid ?? 0, tamperings)
  try {
    const duration = milliseconds(700, 3_000)
    await pause(duration, duration * 1.5)
    if (sender.answers()['503'] === refused) complain(`no client was refused though ${why}`)
    if (kills) await server.kill()
  } finally {
    await mend()
  }
  if (kills) await server.start()
  await sender.acknowledged(20, 60_000)
}
