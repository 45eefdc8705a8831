import { setTimeout as sleep } from 'node:timers/promises'
import type { SiteStatusBody } from '../../collector/http/contract.ts'
import { openRandom } from '../../scripts/demo/random.ts'
import { auditDirectory } from './audit.ts'
import type { Fault, FaultContext } from './fault.ts'
import { openLedger } from './ledger.ts'
import type { Row } from './row.ts'
import { startSender } from './sender.ts'
import type { CrashServer } from './server.ts'

const EVENTS_PER_SECOND = { short: 150, long: 300 }
/** After the fault, so many events must be acknowledged to say that collecting goes on by itself. */
const EVENTS_AFTER = 20
const RECOVERY_TIMEOUT_MS = 60_000
/** How long an outage's journal may take to be stored, ms. */
const DRAIN_TIMEOUT_MS = { short: 60_000, long: 600_000 }
const PROGRESS_MS = 10_000

export interface RunOptions {
  readonly length: 'short' | 'long'
  readonly seed: number
  /** Factor of what is done often or long in the long run. */
  readonly scale: number
  readonly progress: (words: string) => void
}

let runs = 0

/** Sends events to a server, lets the fault happen, waits until everything is stored, and counts. */
export async function runFault(fault: Fault, server: CrashServer, options: RunOptions): Promise<Row> {
  const { length, seed, scale } = options
  // Pages of two runs on one database must differ, those of two tables need not.
  const ledger = openLedger(`${fault.name.replaceAll('-', '')}${runs++}`)
  const salt = [...fault.name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0) | 0
  const sender = startSender({
    address: server.address,
    ledger,
    random: openRandom(seed, salt + 1),
    eventsPerSecond: fault.eventsPerSecond ?? EVENTS_PER_SECOND[length],
  })
  const random = openRandom(seed, salt)
  const complaints = new Set<string>()
  const progress = (words: string): void => options.progress(`${fault.name}: ${words}`)
  const context: FaultContext = {
    server,
    sender,
    ledger,
    random,
    times: (short, long) => (length === 'short' ? short : Math.max(1, Math.round(long * scale))),
    milliseconds: (short, long) => (length === 'short' ? short : long * scale),
    pause: (leastMs, mostMs) => sleep(leastMs + random.next() * (mostMs - leastMs)),
    progress,
    complain: words => complaints.add(words),
  }
  const ticker = setInterval(() => progress(`${ledger.size()} events sent`), PROGRESS_MS)
  let drainMs: number
  let before: SiteStatusBody
  try {
    before = await statusOf(server)
    await sender.acknowledged(EVENTS_AFTER, RECOVERY_TIMEOUT_MS)
    await fault.run(context)
    const endedAt = performance.now()
    await sender.acknowledged(EVENTS_AFTER, RECOVERY_TIMEOUT_MS)
    await sender.stop()
    progress('waits until everything is stored')
    await drained(server, DRAIN_TIMEOUT_MS[length])
    drainMs = Math.round(performance.now() - endedAt)
  } finally {
    clearInterval(ticker)
    await sender.stop()
  }
  const after = await statusOf(server)
  const { strays, examples, ...counts } = await auditDirectory(server.dataDirectory, ledger)
  const missing = counts.lost + counts.destroyed
  const reported = after.lost_events - before.lost_events
  if (reported !== missing) {
    complaints.add(`${missing} accepted events are not stored, and ${reported} were reported as lost`)
  }
  const quarantined = after.quarantined_events - before.quarantined_events
  if (quarantined > 0) complaints.add(`${quarantined} events were set aside as refused by the database`)
  for (const [what, numbers] of Object.entries(examples)) {
    if (numbers.length > 0) progress(`${what}, the first: ${numbers.join(' ')}`)
  }
  return {
    fault: fault.name,
    sent: ledger.size(),
    acknowledged: ledger.count('acknowledged'),
    refused: ledger.count('refused'),
    unanswered: ledger.count('unanswered'),
    ...counts,
    answers: sender.answers(),
    slowestAnswerMs: sender.slowestAnswerMs(),
    drainMs,
    complaints: [
      ...complaints,
      ...sender.complaints(),
      ...(counts.refusedButStored > 0 ? [`${counts.refusedButStored} refused events are stored`] : []),
      ...(strays > 0 ? [`${strays} rows were sent by nobody`] : []),
    ],
  }
}

/** What the collector says of itself. Throws when it does not answer. */
async function statusOf(server: CrashServer): Promise<SiteStatusBody> {
  const status = await server.status()
  if (status === undefined) throw new Error(`The collector tells no status. Last words:\n${server.output()}`)
  return status
}

/** Waits until the collector says that its journal is empty. */
async function drained(server: CrashServer, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const depth = (await server.status())?.journal_depth
    if (depth === 0) return
    if (performance.now() > deadline) {
      throw new Error(`The journal still holds ${depth ?? 'unknown'} events. Last words:\n${server.output()}`)
    }
    await sleep(100)
  }
}
