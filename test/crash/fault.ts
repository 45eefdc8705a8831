import type { Random } from '../../scripts/demo/random.ts'
import type { Ledger } from './ledger.ts'
import type { Sender } from './sender.ts'
import type { CrashServer, CrashServerOptions } from './server.ts'

/** What a fault has to work with. Events are being sent all the while. */
export interface FaultContext {
  readonly server: CrashServer
  readonly sender: Sender
  readonly ledger: Ledger
  readonly random: Random
  /** How often to do something: `short` in the quick run, `long` times the scale in the long one. */
  times(short: number, long: number): number
  /** How long to do something, ms, in the same way. */
  milliseconds(short: number, long: number): number
  /** A random moment between, ms. */
  pause(leastMs: number, mostMs: number): Promise<void>
  /** Tells whoever watches how far it is. */
  progress(words: string): void
  /** Notes something that is wrong though nothing was lost or doubled. */
  complain(words: string): void
}

/** One kind of mishap. */
export interface Fault {
  /** A few words in lower case with dashes; `--only` takes them. */
  readonly name: string
  /** What it does, one sentence. */
  readonly words: string
  /** A server of its own kind; absent for one that is shared with other faults. */
  readonly server?: CrashServerOptions
  /** Events per second; absent for the usual rate. */
  readonly eventsPerSecond?: number
  /** Why it cannot be had on this machine; undefined when it can. */
  readonly whySkipped?: () => string | undefined
  /** Does the damage and ends it: afterwards the collector runs on a healthy machine. */
  run(context: FaultContext): Promise<void>
}
