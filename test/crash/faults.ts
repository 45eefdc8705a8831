import type { Fault } from './fault.ts'
import { bothKilled } from './faults/both-killed.ts'
import { clockJumps } from './faults/clock-jumps.ts'
import { collectorKilled } from './faults/collector-killed.ts'
import { engineDiskFull } from './faults/engine-disk-full.ts'
import { engineKilled } from './faults/engine-killed.ts'
import { engineStopped } from './faults/engine-stopped.ts'
import { failingDisk } from './faults/failing-disk.ts'
import { flippedJournal } from './faults/flipped-journal.ts'
import { journalDiskFull } from './faults/journal-disk-full.ts'
import { outage } from './faults/outage.ts'
import { slowDisk } from './faults/slow-disk.ts'
import { stoppedInOrder } from './faults/stopped-in-order.ts'
import { tornJournal } from './faults/torn-journal.ts'

/** Everything that is done to Hanki, in the order of the table. */
export const FAULTS: readonly Fault[] = [
  collectorKilled,
  engineKilled,
  engineStopped,
  stoppedInOrder,
  bothKilled,
  journalDiskFull,
  engineDiskFull,
  slowDisk,
  failingDisk,
  clockJumps,
  tornJournal,
  flippedJournal,
  outage,
]
