import { localDay } from '../../../collector/core/time/zone.ts'
import type { Fault, FaultContext } from '../fault.ts'
import { TIMEZONE } from '../server.ts'

const HOUR = 3_600
const DAY = 86_400

/** The clock of the machine is set, while the collector runs and while it does not. */
export const clockJumps: Fault = {
  name: 'clock-jumps',
  words: 'The clock leaps an hour, over midnight and two days, forward and back, also between two starts.',
  server: { hasClock: true },
  async run(context) {
    const { server, times } = context
    for (let round = times(1, 5); round > 0; round--) {
      for (const shift of [HOUR, -HOUR, secondsToMidnight() + 5, 0, 2 * DAY, -2 * DAY, 0]) {
        await leap(context, shift)
      }
      // Over a crash: what runs next lives two days later, then long before what ran last.
      for (const shift of [2 * DAY, -HOUR, 0]) {
        await server.kill()
        server.setClock(shift)
        await server.start()
        await leap(context, shift)
        await isFelt(context, shift)
      }
    }
  },
}

async function leap({ server, sender, milliseconds, pause }: FaultContext, shift: number): Promise<void> {
  server.setClock(shift)
  const duration = milliseconds(250, 3_000)
  await pause(duration, duration)
  await sender.acknowledged(10, 60_000)
}

/** After a start, the collector's day is that of the clock. */
async function isFelt({ server, complain }: FaultContext, shift: number): Promise<void> {
  const day = localDay(Math.floor(Date.now() / 1_000) + shift, TIMEZONE)
  const { today } = (await server.status()) ?? {}
  if (today !== day) complain(`the collector's day is ${today} though its clock says ${day}`)
}

/** Until the next midnight of Helsinki, where the site is: two or three hours before that of UTC. */
function secondsToMidnight(): number {
  const local = new Date().toLocaleTimeString('en-GB', { timeZone: TIMEZONE })
  const [hours = 0, minutes = 0, seconds = 0] = local.split(':').map(Number)
  return DAY - hours * HOUR - minutes * 60 - seconds
}
