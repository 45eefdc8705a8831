import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** A directory whose files never reach a disk, where the system has one. */
export const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
