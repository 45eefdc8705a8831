import { constants, createReadStream, existsSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { type LedgerCheck, openLedgerCheck } from '../../core/identity/ledger-check.ts'
import { type KeyEvent, ledgerHash, ledgerLine } from '../../core/identity/ledger-entry.ts'
import { openDurable, writeDurably } from '../journal/durable.ts'

/** The record of every day key that was made and destroyed on this machine; each line names the hash of the one before. */
export interface KeyLedger {
  /** What the file said when it was opened. */
  readonly found: LedgerCheck
  /** Notes an event; it reaches the disk a little later, and is tried again when the disk refuses. */
  note(event: KeyEvent): void
  /** Writes what waits. Throws the system's error when it cannot. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** Its name in the data directory. */
export const LEDGER_FILE = 'key-ledger.jsonl'

/** Reads a ledger without changing it; none is an empty one. */
export async function readLedger(path: string): Promise<LedgerCheck> {
  const check = openLedgerCheck()
  if (existsSync(path)) {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
      if (line !== '') check.add(line)
    }
  }
  return check.result()
}

/** Opens the ledger to go on with it. A line that a crash has torn, and whose event is noted again, is cut off. */
export async function openKeyLedger(path: string): Promise<KeyLedger> {
  const handle = await openDurable(path, constants.O_RDWR | constants.O_CREAT)
  const whole = await lengthOfWholeLines(handle)
  await handle.truncate(whole)
  const found = await readLedger(path)
  let head = found.head
  let length = whole
  let waiting: string[] = []
  let flushing: Promise<void> | undefined

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const lines = waiting
      const bytes = Buffer.from(lines.map(line => `${line}\n`).join(''))
      // At its place, not at the end: a write that failed half-way is written over.
      await writeDurably(handle, bytes, length)
      length += bytes.length
      waiting = waiting.slice(lines.length)
    }
  }

  function flush(): Promise<void> {
    flushing ??= write().finally(() => {
      flushing = undefined
    })
    return flushing
  }

  return {
    found,
    note(event) {
      const line = ledgerLine(event, head)
      head = ledgerHash(line)
      waiting.push(line)
    },
    flush,
    async close() {
      try {
        await flush()
      } finally {
        await handle.close()
      }
    },
  }
}

/** Bytes up to the last end of a line. Read from the end: only what follows it is in doubt. */
async function lengthOfWholeLines(handle: FileHandle): Promise<number> {
  const { size } = await handle.stat()
  const tail = Buffer.alloc(Math.min(size, 65_536))
  await handle.read(tail, 0, tail.length, size - tail.length)
  const end = tail.lastIndexOf(0x0a)
  return end === -1 ? size - tail.length : size - tail.length + end + 1
}
