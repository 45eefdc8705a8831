import type { Hanki } from '../../collector/hanki.ts'
import { openDemoSender } from './sender.ts'
import type { SimulatedClock } from './simulated-clock.ts'
import type { DemoRequest } from './traffic.ts'

const DAY_SECONDS = 86_400
/** How long the last events may take to be stored, ms. */
const DRAIN_MS = 60_000

export interface PastOptions {
  readonly hanki: Pick<Hanki, 'collect' | 'writer'>
  /** What Hanki takes for the time. */
  readonly clock: SimulatedClock
  readonly traffic: Iterator<DemoRequest>
  /** Whole seconds since 1970. */
  readonly untilSecond: number
  /** Told after every day that was sent whole. */
  readonly onDay: (day: number, sentRequests: number) => void
}

/** Sends what happened before a moment, each request at its time; all of it is stored in the end. Gives the first request of after that. */
export async function sendPast(options: PastOptions): Promise<IteratorResult<DemoRequest>> {
  const { hanki, clock, traffic, untilSecond, onDay } = options
  const send = openDemoSender(hanki.collect)
  const firstSecond = clock.now()
  let sent = 0
  let day = 0
  let next = traffic.next()
  for (; !next.done && next.value.atSeconds < untilSecond; next = traffic.next()) {
    clock.moveTo(next.value.atSeconds)
    send(next.value)
    sent++
    const reached = Math.floor((clock.now() - firstSecond) / DAY_SECONDS)
    if (reached === day) continue
    day = reached
    await send.settled()
    onDay(day, sent)
  }
  await send.settled()
  await hanki.writer.drain(DRAIN_MS)
  return next
}
