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

/** What is done to the processes and their clock. */
export const PROCESS_FAULTS: readonly Fault[] = [
  collectorKilled,
  engineKilled,
  engineStopped,
  stoppedInOrder,
  bothKilled,
  clockJumps,
  outage,
]

/** What is done to disks and to the files on them. */
export const DISK_FAULTS: readonly Fault[] = [
  journalDiskFull,
  engineDiskFull,
  slowDisk,
  failingDisk,
  tornJournal,
  flippedJournal,
]

/** Everything that is done to Hanki, in the order of the table. */
export const FAULTS: readonly Fault[] = [...PROCESS_FAULTS, ...DISK_FAULTS]
